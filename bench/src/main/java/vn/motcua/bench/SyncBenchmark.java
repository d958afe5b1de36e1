package vn.motcua.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agency's own system sends batches of ten thousand lines over HTTP, against raw COPY of the same rows. */
final class SyncBenchmark implements Benchmark {

	private static final int LINES = 10_000;

	private static final int[] STATUSES = { 1, 2, 4, 9 };

	private static final int BATCHES = 24;

	/** Until the demonstration is filled and the machine code is compiled. */
	private static final int WARM = 40;

	private static final int SENDERS = 2;

	private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(40);

	@Override
	public String name() {
		return "sync";
	}

	@Override
	public String what() {
		return "events of an agency's own system over HTTP in batches of 10,000, each durable before it is answered, against raw COPY of the same rows";
	}

	@Override
	public List<Figure> run() throws Exception {
		Path data = Server.freshFolder();
		try (Server server = Server.withYardsticks(data); HttpClient http = HttpClient.newHttpClient()) {
			String token = token(http, server.port());
			send(http, server.port(), token, 0, WARM);
			double first = send(http, server.port(), token, WARM, WARM + BATCHES / 2);
			double last = send(http, server.port(), token, WARM + BATCHES / 2, WARM + BATCHES);
			HttpResponse<String> copied = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/yardstick/copy?prefix=H26-"
					+ day(DAY))).build(), HttpResponse.BodyHandlers.ofString());
			JsonNode rates = JsonMapper.builder().build().readTree(copied.body());
			double copy = rates.get("eventsWithStatesPerSecond").asDouble();
			return List.of(Figure.of("raw COPY of the events alone", rates.get("eventsPerSecond").asDouble(), "/s"),
					Figure.of("raw COPY of the same rows, events and states", copy, "/s of events"),
					Figure.of("events over HTTP, " + SENDERS + " senders, first half", first, "/s").ratio(copy, "raw COPY").promise("≥ 20,000/s and ≥ 0.25"),
					Figure.of("events over HTTP, " + SENDERS + " senders, second half", last, "/s").ratio(first, "first half").promise("≥ 0.80"));
		}
		finally {
			Server.delete(data);
		}
	}

	private static double send(HttpClient http, int port, String token, int from, int until) throws Exception {
		List<byte[]> batches = new ArrayList<>();
		for (int number = from; number < until; number++) {
			batches.add(batch(number));
		}
		long start = System.nanoTime();
		try (var threads = Executors.newFixedThreadPool(SENDERS)) {
			List<Future<HttpResponse<String>>> answers = new ArrayList<>();
			for (byte[] batch : batches) {
				answers.add(threads.submit(() -> http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/sync/v1/events"))
					.header("Authorization", "Bearer " + token).header("Content-Type", "application/x-ndjson")
					.POST(HttpRequest.BodyPublishers.ofByteArray(batch)).build(), HttpResponse.BodyHandlers.ofString())));
			}
			for (Future<HttpResponse<String>> answer : answers) {
				HttpResponse<String> got = answer.get();
				int applied = got.body().split("\"applied\"", -1).length - 1;
				if (got.statusCode() != 200 || applied != LINES) {
					throw new IllegalStateException(got.statusCode() + " " + got.body().substring(0, Math.min(400, got.body().length())));
				}
			}
		}
		return batches.size() * (double) LINES / ((System.nanoTime() - start) / 1e9);
	}

	private static byte[] batch(int number) {
		StringBuilder lines = new StringBuilder(LINES * 260);
		Instant received = DAY.atTime(2, 0).toInstant(ZoneOffset.UTC);
		for (int i = 0; i < LINES; i++) {
			int dossier = number * (LINES / STATUSES.length) + i / STATUSES.length + 1;
			int step = i % STATUSES.length;
			lines.append("{\"agency\":\"H26\",\"code\":\"H26-").append(day(DAY)).append('-').append(String.format("%07d", dossier))
				.append("\",\"procedure\":\"1.001193\",\"seq\":").append(step + 1).append(",\"status\":").append(STATUSES[step]).append(",\"at\":\"")
				.append(received.plus(step * 90L, ChronoUnit.MINUTES)).append("\",\"channel\":\"DESK\",\"dueAt\":\"").append(received.plus(2, ChronoUnit.DAYS))
				.append("\",\"applicant\":{\"name\":\"Nguyễn Văn ").append(dossier).append("\",\"number\":\"0010900").append(String.format("%05d", dossier % 100_000))
				.append("\"}}\n");
		}
		return lines.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String day(LocalDate day) {
		return day.toString().substring(2).replace("-", "");
	}

	static String token(int port) throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			return token(http, port);
		}
	}

	private static String token(HttpClient http, int port) throws Exception {
		HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=sync&client_id=hanoi-demo&client_secret=motcua-demo")).build(),
				HttpResponse.BodyHandlers.ofString());
		return JsonMapper.builder().build().readTree(answer.body()).get("access_token").asString();
	}

}
