package vn.motcua.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fifty indicators of communes for the twelve months of 2020 through the interface, and what people then ask. {@code MOTCUA_BENCH_VALUES} sets how many
 * values; 6.6 million are those of all communes, fewer those of as many communes all over the country.
 */
final class ReportingBenchmark implements Benchmark {

	private static final int A_REQUEST = 250_000;

	private static final int WARM_COMMUNES = 3_000;

	private static final int WARM_TIMES = 4;

	private static final int LIVE_VALUES = 98;

	private static final int CLERKS = 50;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String INDICATORS = IntStream.rangeClosed(1, ReportedValues.INDICATORS).mapToObj("BX%04d"::formatted).collect(Collectors.joining(","));

	private static final String ANALYSIS = "/api/reporting/v1/analysis?regime=" + ReportedValues.REGIME;

	private final List<Figure> figures = new ArrayList<>();

	@Override
	public String name() {
		return "reporting";
	}

	@Override
	public String what() {
		return "values of communes over HTTP in requests of 250,000, two senders, against raw COPY of the same rows; totals, analysis, entry";
	}

	@Override
	public List<Figure> run() throws Exception {
		int wanted = Integer.parseInt(System.getenv().getOrDefault("MOTCUA_BENCH_VALUES", "660000"));
		Path data = Server.freshFolder();
		try (Server server = Server.withYardsticks(data)) {
			List<String> all = new ArrayList<>();
			ask(server, "/yardstick/reporting/setup").forEach(code -> all.add(code.asString()));
			int count = Math.min(all.size(), Math.max(500, wanted / ReportedValues.INDICATORS / ReportedValues.MONTHS));
			List<String> communes = IntStream.range(0, count).mapToObj(i -> all.get((int) ((long) i * all.size() / count))).toList();
			ReportedValues values = new ReportedValues(server.port(), token(server.port()));
			intake(server, values, all, communes);
			fresh(server, values, communes);
			questions(server, values);
			clerks(server, values, communes);
		}
		finally {
			Server.delete(data);
		}
		return figures;
	}

	private void intake(Server server, ReportedValues values, List<String> all, List<String> communes) throws Exception {
		for (int i = 0; i < WARM_TIMES; i++) {
			values.send(List.of(ReportedValues.month("2019-12", all.subList(0, Math.min(all.size(), WARM_COMMUNES)), i)));
		}
		double before = server.residentMb();
		long count = (long) communes.size() * ReportedValues.INDICATORS * ReportedValues.MONTHS;
		figures.add(Figure.of("communes, twelve months, fifty indicators", communes.size(), ""));
		double created = count / values.send(ReportedValues.year(communes, A_REQUEST, 0));
		double settled = ask(server, "/yardstick/reporting/settle").asDouble();
		double copyNew = count / ask(server, "/yardstick/reporting/copy?version=1").asDouble();
		figures.add(Figure.of("new values", created, "/s").ratio(copyNew, "raw COPY").promise("≥ 150,000/s"));
		figures.add(Figure.of("until all were in the totals, after the last answer", settled, "s"));
		double changed = count / values.send(ReportedValues.year(communes, A_REQUEST, 1));
		settled = ask(server, "/yardstick/reporting/settle").asDouble();
		double copyChanged = count / ask(server, "/yardstick/reporting/copy?version=2").asDouble();
		figures.add(Figure.of("changed values", changed, "/s").ratio(copyChanged, "raw COPY").promise("≥ 80,000/s"));
		figures.add(Figure.of("until all were in the totals, after the last answer", settled, "s"));
		figures.add(Figure.of("raw COPY of sheets and entries, new", copyNew, "/s"));
		figures.add(Figure.of("raw COPY of sheets and entries, changed", copyChanged, "/s"));
		JsonNode size = ask(server, "/yardstick/reporting/size");
		figures.add(Figure.of("sheets, entries and totals with indexes", size.get("bytes").asDouble() / count, "bytes a value"));
		figures.add(Figure.of("resident memory after the import", server.residentMb(), "MB").ratio(before, "before").promise("flat"));
	}

	/** While a thousand values a second come in. */
	private void fresh(Server server, ReportedValues values, List<String> communes) throws Exception {
		AtomicBoolean stop = new AtomicBoolean();
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			Future<Integer> live = threads.submit(() -> live(server.port(), values, communes, stop));
			long start = System.nanoTime();
			JsonNode fresh = ask(server, "/yardstick/reporting/fresh?times=100");
			stop.set(true);
			figures.add(Figure.of("values that came in meanwhile", live.get() / ((System.nanoTime() - start) / 1e9), "/s"));
			figures.add(Figure.of("save to every total above, p50", fresh.get("p50").asDouble(), "ms"));
			figures.add(Figure.of("save to every total above, longest", fresh.get("max").asDouble(), "ms").promise("≤ 1,000"));
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

	private void questions(Server server, ReportedValues values) throws Exception {
		question(server, values, "50 indicators, 63 provinces, 12 months", ANALYSIS + "&indicator=" + INDICATORS + "&level=province&from=2020-01&to=2020-12", 200, "≤ 50");
		question(server, values, "1 indicator, all communes, 12 months", ANALYSIS + "&indicator=BX0007&level=commune&from=2020-01&to=2020-12", 20, "≤ 100 (300 for 36 months)");
		question(server, values, "1 indicator, all communes, 1 month", ANALYSIS + "&indicator=BX0008&level=commune&from=2020-06&to=2020-06", 50, "≤ 25");
		question(server, values, "completeness, 63 provinces, 12 months",
				"/api/reporting/v1/completeness?regime=" + ReportedValues.REGIME + "&level=province&from=2020-01-01&to=2020-12-31", 200, "≤ 20");
	}

	private void question(Server server, ReportedValues values, String words, String path, int times, String promise) throws Exception {
		byte[] request = Connection.request("GET", path, values.bearer(), new byte[0]);
		try (Connection connection = new Connection(server.port())) {
			long start = System.nanoTime();
			Connection.Answer answer = connection.send(request);
			double first = (System.nanoTime() - start) / 1e6;
			if (answer.status() != 200) {
				throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
			}
			double[] millis = new double[times];
			for (int i = -times / 2; i < times; i++) {
				start = System.nanoTime();
				connection.send(request);
				millis[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
			}
			java.util.Arrays.sort(millis);
			figures.add(Figure.of(words + ", first (" + answer.body().length / 1024 + " KiB)", first, "ms").promise("≤ 200"));
			figures.add(Figure.of(words + ", p50", millis[times / 2], "ms"));
			figures.add(Figure.of(words + ", p99", millis[(int) (times * 0.99)], "ms").promise(promise));
		}
	}

	private void clerks(Server server, ReportedValues values, List<String> communes) throws Exception {
		byte[] page = Connection.request("GET", "/bao-cao/nhap/BENCH.LON/2020-06/27", "Cookie: " + Officers.signIn(server.port(), "baocao.bacninh") + "\r\n", new byte[0]);
		for (int clients : new int[] { 1, CLERKS }) {
			Load.Outcome outcome = run(server, clients, 6, _ -> page);
			figures.add(Figure.of("page of 500 cells, " + clients + " clients", outcome.perSecond(), "/s"));
			figures.add(Figure.of("page of 500 cells, " + clients + " clients, whole answer, p50", outcome.percentileMs(0.5), "ms"));
			figures.add(Figure.of("page of 500 cells, " + clients + " clients, whole answer, p99", outcome.percentileMs(0.99), "ms").promise("first byte ≤ 50 with 500"));
		}
		String json = values.bearer() + "Content-Type: application/json\r\n";
		Load.Outcome cell = run(server, 1, 5, random -> Connection.request("PATCH", "/api/reporting/v1/sheets/" + ReportedValues.REGIME + "/"
				+ ReportedValues.period(1 + random.nextInt(ReportedValues.MONTHS)) + "/" + communes.get(random.nextInt(communes.size())), json,
				("{\"cells\":[{\"position\":3,\"value\":\"" + random.nextInt(1_000_000) + "\"}]}").getBytes(StandardCharsets.UTF_8)));
		figures.add(Figure.of("saving one cell, p50", cell.percentileMs(0.5), "ms"));
		figures.add(Figure.of("saving one cell, p99", cell.percentileMs(0.99), "ms").promise("≤ 20"));
		Load.Outcome forms = run(server, 8, 8, random -> Connection.request("PUT", "/api/reporting/v1/submissions/" + ReportedValues.REGIME + "/"
				+ ReportedValues.period(1 + random.nextInt(ReportedValues.MONTHS)) + "/" + communes.get(random.nextInt(communes.size())) + "/values",
				values.bearer() + "Content-Type: text/csv\r\n", form(random)));
		figures.add(Figure.of("forms of 50 values, 8 clients", forms.perSecond(), "/s").promise("≥ 1,000/s"));
		figures.add(Figure.of("forms of 50 values, 8 clients, p50", forms.percentileMs(0.5), "ms"));
		figures.add(Figure.of("forms of 50 values, 8 clients, p99", forms.percentileMs(0.99), "ms"));
	}

	private static byte[] form(Random random) {
		StringBuilder lines = new StringBuilder("indicator,value\n");
		for (int number = 1; number <= ReportedValues.INDICATORS; number++) {
			lines.append("BX%04d,".formatted(number)).append(random.nextInt(1_000_000)).append('\n');
		}
		return lines.toString().getBytes(StandardCharsets.UTF_8);
	}

	private interface Requests {

		byte[] next(Random random);

	}

	/** Whatever is not answered with 200 ends the measurement. */
	private static Load.Outcome run(Server server, int clients, double seconds, Requests requests) throws Exception {
		return Load.run(clients, 4, seconds, number -> new Load.Client() {

			private final Connection connection = new Connection(server.port());

			private final Random random = new Random(number);

			@Override
			public boolean once() throws Exception {
				Connection.Answer answer = connection.send(requests.next(random));
				if (answer.status() != 200) {
					throw new IOException(answer.status() + " " + answer.text().substring(0, Math.min(500, answer.text().length())));
				}
				return true;
			}

			@Override
			public void close() throws Exception {
				connection.close();
			}
		});
	}

	private static String token(int port) throws Exception {
		try (Connection connection = new Connection(port)) {
			Connection.Answer answer = connection.send(Connection.request("POST", "/oauth2/token", "Content-Type: application/x-www-form-urlencoded\r\n",
					"grant_type=client_credentials&scope=reporting&client_id=bench-reporting&client_secret=motcua-demo".getBytes(StandardCharsets.UTF_8)));
			return JSON.readTree(answer.body()).get("access_token").asString();
		}
	}

	private static JsonNode ask(Server server, String path) throws Exception {
		try (Connection connection = new Connection(server.port())) {
			Connection.Answer answer = connection.send(Connection.request("GET", path, "", new byte[0]));
			if (answer.status() != 200) {
				throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
			}
			return JSON.readTree(answer.body());
		}
	}

}
