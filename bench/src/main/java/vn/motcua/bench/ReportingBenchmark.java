package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fifty indicators of communes for the twelve months of 2020 through the interface, what people then ask, and the same again when the years before are
 * there too. {@code MOTCUA_BENCH_VALUES} sets how many values a year has; 6.6 million are those of all communes, fewer those of as many communes all over
 * the country. {@code MOTCUA_BENCH_YEARS} sets how many years there are in the end; none begins that would end after {@code MOTCUA_BENCH_MINUTES}.
 */
final class ReportingBenchmark implements Benchmark {

	private static final int A_REQUEST = 250_000;

	private static final int WARM_COMMUNES = 3_000;

	private static final int WARM_TIMES = 6;

	private static final int LIVE_VALUES = 98;

	private static final int MOST_YEARS = 10;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final List<Figure> figures = new Told();

	/** Says each figure when it is measured, so that they are seen of a run that is cut off. */
	private static final class Told extends ArrayList<Figure> {

		@Override
		public boolean add(Figure figure) {
			System.err.println("%tT".formatted(LocalTime.now()) + figure.line());
			return super.add(figure);
		}

	}

	@Override
	public String name() {
		return "reporting";
	}

	@Override
	public String what() {
		return "values of communes over HTTP in requests of 250,000, two senders, against raw COPY of the same rows; totals, analysis, entry; one year and ten";
	}

	@Override
	public List<Figure> run() throws Exception {
		int wanted = Integer.parseInt(System.getenv().getOrDefault("MOTCUA_BENCH_VALUES", "660000"));
		int years = Math.clamp(Integer.parseInt(System.getenv().getOrDefault("MOTCUA_BENCH_YEARS", "10")), 1, MOST_YEARS);
		long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(Integer.parseInt(System.getenv().getOrDefault("MOTCUA_BENCH_MINUTES", "9")));
		Path data = Server.freshFolder();
		try (Server server = Server.withYardsticks(data)) {
			List<String> all = new ArrayList<>();
			ask(server, "/yardstick/reporting/setup").forEach(code -> all.add(code.asString()));
			int count = Math.min(all.size(), Math.max(500, wanted / ReportedValues.INDICATORS / ReportedValues.MONTHS));
			List<String> communes = IntStream.range(0, count).mapToObj(i -> all.get((int) ((long) i * all.size() / count))).toList();
			ReportedValues values = new ReportedValues(server.port(), token(server.port()));
			figures.add(Figure.of("communes, fifty indicators, twelve months a year", communes.size(), ""));
			ReportingQuestions questions = new ReportingQuestions(server, values, figures);
			warm(server, values, all);
			double warm = server.residentMb();
			year(server, values, communes);
			figures.add(Figure.of("resident memory after the first year", server.residentMb(), "MB").ratio(warm, "after the warm-up"));
			fresh(server, values, communes, "");
			questions.ask(1);
			if (years > 1) {
				int taken = earlier(server, values, communes, years, until);
				fresh(server, values, communes, ", " + taken + " years");
				questions.ask(taken);
			}
			new ReportingClerks(server, values, figures).run();
			new ReportingForms(server, values, communes, figures).run();
		}
		finally {
			Server.delete(data);
		}
		return figures;
	}

	private static void warm(Server server, ReportedValues values, List<String> all) throws Exception {
		for (int i = 0; i < WARM_TIMES; i++) {
			values.send(List.of(ReportedValues.month("2010-12", all.subList(0, Math.min(all.size(), WARM_COMMUNES)), i)));
		}
		ask(server, "/yardstick/reporting/settle");
	}

	/** New values, then each changed. Raw COPY comes after both, so that it does not count in the memory that they take. */
	private void year(Server server, ReportedValues values, List<String> communes) throws Exception {
		long count = (long) communes.size() * ReportedValues.INDICATORS * ReportedValues.MONTHS;
		double created = count / values.send(ReportedValues.year(ReportedValues.YEAR, communes, A_REQUEST, 0));
		double settled = ask(server, "/yardstick/reporting/settle").asDouble();
		double changed = count / values.send(ReportedValues.year(ReportedValues.YEAR, communes, A_REQUEST, 1));
		double settledAgain = ask(server, "/yardstick/reporting/settle").asDouble();
		double copyNew = count / copy(server, 1, ReportedValues.YEAR);
		double copyChanged = count / copy(server, 2, ReportedValues.YEAR);
		figures.add(Figure.of("new values", created, "/s").ratio(copyNew, "raw COPY").promise("≥ 150,000/s"));
		figures.add(Figure.of("until all were in the totals, after the last answer", settled, "s"));
		figures.add(Figure.of("changed values", changed, "/s").ratio(copyChanged, "raw COPY").promise("≥ 80,000/s"));
		figures.add(Figure.of("until all were in the totals, after the last answer", settledAgain, "s"));
		figures.add(Figure.of("raw COPY of sheets and entries, new", copyNew, "/s"));
		figures.add(Figure.of("raw COPY of sheets and entries, changed", copyChanged, "/s"));
		figures.add(Figure.of("sheets, entries and totals with indexes", ask(server, "/yardstick/reporting/size").get("bytes").asDouble() / count, "bytes a value"));
	}

	/** The years before, the latest first, as many as there is time for: how fast each is taken, and what memory the program has after each. How many there are then. */
	private int earlier(Server server, ReportedValues values, List<String> communes, int years, long until) throws Exception {
		double plateau = 0;
		int taken = 1;
		for (long tookNs = 0; taken < years && System.nanoTime() + tookNs < until; taken++) {
			long start = System.nanoTime();
			plateau = earlier(server, values, communes, taken, plateau);
			tookNs = System.nanoTime() - start;
		}
		double copy = (double) communes.size() * ReportedValues.INDICATORS * ReportedValues.MONTHS / copy(server, 1, ReportedValues.YEAR - taken + 1);
		figures.add(Figure.of("raw COPY of the last year taken", copy, "/s"));
		JsonNode size = ask(server, "/yardstick/reporting/size");
		figures.add(Figure.of("sheets of the regime", size.get("sheets").asDouble(), ""));
		figures.add(Figure.of("sheets, entries and totals with indexes", size.get("bytes").asDouble() / (1 << 20), "MB"));
		return taken;
	}

	private double earlier(Server server, ReportedValues values, List<String> communes, int before, double plateau) throws Exception {
		int year = ReportedValues.YEAR - before;
		long count = (long) communes.size() * ReportedValues.INDICATORS * ReportedValues.MONTHS;
		ask(server, "/yardstick/reporting/open?year=" + year);
		ask(server, "/yardstick/reporting/settle");
		double rate = count / values.send(ReportedValues.year(year, communes, A_REQUEST, before));
		double settled = ask(server, "/yardstick/reporting/settle").asDouble();
		double resident = server.residentMb();
		double second = before == 1 ? resident : plateau;
		figures.add(Figure.of("new values, year " + (before + 1), rate, "/s").promise("≥ 150,000/s"));
		figures.add(Figure.of("until all were in the totals, after the last answer", settled, "s"));
		figures.add(Figure.of("resident memory after year " + (before + 1), resident, "MB").ratio(second, "after year 2").promise("flat"));
		return second;
	}

	/** While a thousand values a second come in. */
	private void fresh(Server server, ReportedValues values, List<String> communes, String when) throws Exception {
		AtomicBoolean stop = new AtomicBoolean();
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			Future<Integer> live = threads.submit(() -> live(server.port(), values, communes, stop));
			long start = System.nanoTime();
			JsonNode fresh = ask(server, "/yardstick/reporting/fresh?times=100");
			stop.set(true);
			figures.add(Figure.of("values that came in meanwhile" + when, live.get() / ((System.nanoTime() - start) / 1e9), "/s"));
			figures.add(Figure.of("save to every total above" + when + ", p50", fresh.get("p50").asDouble(), "ms"));
			figures.add(Figure.of("save to every total above" + when + ", longest of 100", fresh.get("max").asDouble(), "ms").promise("≤ 1,000"));
		}
	}

	private static int live(int port, ReportedValues values, List<String> communes, AtomicBoolean stop) throws Exception {
		Random random = new Random(2);
		int sent = 0;
		try (Connection connection = new Connection(port)) {
			for (long next = System.nanoTime(); !stop.get(); sent += LIVE_VALUES) {
				values.send(connection, ReportedValues.some(communes, LIVE_VALUES / (ReportedValues.INDICATORS - 1), random));
				next += LIVE_VALUES * 1_000_000L;
				LockSupport.parkNanos(next - System.nanoTime());
			}
		}
		return sent;
	}

	private static double copy(Server server, int version, int year) throws Exception {
		return ask(server, "/yardstick/reporting/copy?version=" + version + "&year=" + year).asDouble();
	}

	private static String token(int port) throws Exception {
		try (Connection connection = new Connection(port)) {
			Connection.Answer answer = connection.send(Connection.request("POST", "/oauth2/token", "Content-Type: application/x-www-form-urlencoded\r\n",
					"grant_type=client_credentials&scope=reporting&client_id=bench-reporting&client_secret=motcua-demo".getBytes(StandardCharsets.UTF_8)));
			return JSON.readTree(answer.body()).get("access_token").asString();
		}
	}

	static JsonNode ask(Server server, String path) throws Exception {
		try (Connection connection = new Connection(server.port())) {
			Connection.Answer answer = connection.send(Connection.request("GET", path, "", new byte[0]));
			if (answer.status() != 200) {
				throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
			}
			return JSON.readTree(answer.body());
		}
	}

}
