package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A country's dossiers through the interface, and what people then ask. {@code MOTCUA_BENCH_DOSSIERS} sets how many; the country of 2020 had
 * 14 million with 40 million events.
 */
final class CountryBenchmark implements Benchmark {

	private static final int LINES = 10_000;

	private static final int SENDERS = 2;

	private static final int DOSSIERS_IN_BATCH = 3_500;

	private static final int DAYS = 250;

	private static final int WARM = 30;

	private static final int LIVE_SECONDS = 20;

	private static final int LIVE_LINES = 500;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Override
	public String name() {
		return "country";
	}

	@Override
	public String what() {
		return "dossiers of a country over HTTP, two senders, each batch durable before it is answered; then what people ask, alone and with 1,000 events/s coming in";
	}

	@Override
	public List<Figure> run() throws Exception {
		int batches = Math.max(20, Integer.parseInt(System.getenv().getOrDefault("MOTCUA_BENCH_DOSSIERS", "350000")) / DOSSIERS_IN_BATCH);
		List<Figure> figures = new ArrayList<>();
		Path data = Server.freshFolder();
		try (Server server = Server.withYardsticks(data)) {
			ask(server, "/yardstick/quota");
			String authorization = "Authorization: Bearer " + SyncBenchmark.token(server.port()) + "\r\nContent-Type: application/x-ndjson\r\n";
			send(server, authorization, 0, WARM);
			double before = server.residentMb();
			double copyBefore = copy(server);
			int tenth = batches / 10;
			double[] tenths = new double[10];
			double seconds = 0;
			for (int part = 0; part < tenths.length; part++) {
				int until = part == tenths.length - 1 ? batches : (part + 1) * tenth;
				tenths[part] = send(server, authorization, WARM + part * tenth, WARM + until);
				seconds += (until - part * tenth) * (double) LINES / tenths[part];
			}
			double copyAfter = copy(server);
			double first = tenths[0];
			double last = tenths[tenths.length - 1];
			JsonNode size = ask(server, "/yardstick/size");
			figures.add(Figure.of("dossiers", size.get("dossiers").asDouble(), ""));
			figures.add(Figure.of("events", size.get("events").asDouble(), ""));
			figures.add(Figure.of("events over HTTP, whole run", batches * (double) LINES / seconds, "/s").promise("≥ 20,000/s"));
			figures.add(Figure.of("time of the whole run", seconds, "s"));
			figures.add(Figure.of("last tenth", last, "/s").ratio(first, "first tenth").promise("≥ 0.80"));
			for (int part = 0; part < tenths.length; part++) {
				figures.add(Figure.of("tenth " + (part + 1), tenths[part], "/s"));
			}
			figures.add(Figure.of("raw COPY of a day's rows, events and states, before the first tenth", copyBefore, "/s of events"));
			figures.add(Figure.of("the same after the last tenth", copyAfter, "/s of events").ratio(copyBefore, "before"));
			figures.add(Figure.of("tables and indexes", size.get("bytes").asDouble() / size.get("dossiers").asDouble(), "bytes a dossier"));
			figures.add(Figure.of("resident memory at the end", server.residentMb(), "MB").ratio(before, "after the warm-up").promise("flat"));
			JsonNode alone = people(server);
			AtomicBoolean stop = new AtomicBoolean();
			try (ExecutorService live = Executors.newSingleThreadExecutor()) {
				live.submit(() -> live(server, authorization, WARM + batches, stop));
				JsonNode with = people(server);
				stop.set(true);
				figures.add(figure("tracking by code", "track", 5, alone, with));
				figures.add(figure("a citizen's dossiers", "own", 10, alone, with));
				figures.add(figure("an agency's overdue list", "overdue", 30, alone, with));
				for (String name : List.of("track", "own", "overdue")) {
					figures.add(Figure.of("p99 " + name + " with 1,000 events/s coming in", with.get(name).asDouble(), "ms").ratio(alone.get(name).asDouble(), "alone")
						.promise("≤ 1.5"));
				}
			}
		}
		finally {
			Server.delete(data);
		}
		return figures;
	}

	private static Figure figure(String words, String name, int most, JsonNode alone, JsonNode with) {
		return Figure.of("p99 of " + words, alone.get(name).asDouble(), "ms").promise("≤ " + most);
	}

	private static JsonNode people(Server server) throws Exception {
		ask(server, "/yardstick/country?times=500");
		return ask(server, "/yardstick/country?times=3000");
	}

	/** Of the rows of the first day that was sent, so that what the machine gives at that moment is known. */
	private static double copy(Server server) throws Exception {
		return ask(server, "/yardstick/copy?prefix=H26-" + written(day(0))).get("eventsWithStatesPerSecond").asDouble();
	}

	private static LocalDate day(int number) {
		return LocalDate.now(ZoneOffset.UTC).minusDays(DAYS + 20 - number % DAYS);
	}

	private static String written(LocalDate day) {
		return day.toString().substring(2).replace("-", "");
	}

	private static JsonNode ask(Server server, String path) throws Exception {
		try (Connection connection = new Connection(server.port())) {
			return JSON.readTree(connection.send(Connection.request("GET", path, "", new byte[0])).body());
		}
	}

	private static double send(Server server, String authorization, int from, int until) throws Exception {
		long start = System.nanoTime();
		try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
			List<Future<Void>> senders = new ArrayList<>();
			for (int sender = 0; sender < SENDERS; sender++) {
				int own = sender;
				senders.add(threads.submit((Callable<Void>) () -> {
					try (Connection connection = new Connection(server.port())) {
						for (int number = from + own; number < until; number += SENDERS) {
							taken(connection, authorization, batch(number, LINES), LINES);
						}
					}
					return null;
				}));
			}
			for (Future<Void> sender : senders) {
				sender.get();
			}
		}
		return (until - from) * (double) LINES / ((System.nanoTime() - start) / 1e9);
	}

	/** A thousand events a second, in two batches. */
	private static Void live(Server server, String authorization, int number, AtomicBoolean stop) throws Exception {
		try (Connection connection = new Connection(server.port())) {
			long next = System.nanoTime();
			for (int sent = 0; !stop.get() && sent < 2 * LIVE_SECONDS * 30; sent++) {
				taken(connection, authorization, batch(number + sent, LIVE_LINES), LIVE_LINES);
				next += 500_000_000L;
				java.util.concurrent.locks.LockSupport.parkNanos(next - System.nanoTime());
			}
		}
		return null;
	}

	private static void taken(Connection connection, String authorization, byte[] batch, int lines) throws Exception {
		Connection.Answer answer = connection.send(Connection.request("POST", "/api/sync/v1/events", authorization, batch));
		String text = answer.text();
		if (answer.status() != 200 || text.split("\"applied\"", -1).length - 1 != lines) {
			throw new IllegalStateException(answer.status() + " " + text.substring(0, Math.min(400, text.length())));
		}
	}

	/** Lives of two or three events on the days of a year, one dossier in thirty late and still open, each person with some dossiers. */
	private static byte[] batch(int number, int lines) {
		StringBuilder batch = new StringBuilder(lines * 250);
		int dossier = number * DOSSIERS_IN_BATCH;
		LocalDate day = day(number);
		String written = written(day);
		for (int line = 0; line < lines; dossier++) {
			int steps = dossier % 7 < 6 ? 3 : 2;
			boolean late = dossier % 30 == 0;
			for (int step = 0; step < steps && line < lines; step++, line++) {
				int status = step == 0 ? 2 : step == 1 ? 4 : late ? 4 : 9;
				batch.append("{\"agency\":\"H26\",\"code\":\"H26-").append(written).append('-').append(String.format("%07d", dossier % 10_000_000))
					.append("\",\"procedure\":\"1.001193\",\"seq\":").append(step + 1).append(",\"status\":").append(status).append(",\"at\":\"").append(day)
					.append("T0").append(2 + step).append(":15:").append(String.format("%02d", dossier % 60)).append("Z\",\"dueAt\":\"").append(day.plusDays(3)).append("T09:00:00Z\"");
				if (step == 0) {
					batch.append(",\"applicant\":{\"name\":\"Nguyễn Văn ").append(dossier % 3_000_000).append("\",\"number\":\"00109")
						.append(String.format("%07d", dossier % 3_000_000)).append("\"}");
				}
				batch.append("}\n");
			}
		}
		return batch.toString().getBytes(StandardCharsets.UTF_8);
	}

}
