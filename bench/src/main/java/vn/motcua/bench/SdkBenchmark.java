package vn.motcua.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import vn.motcua.load.History;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.Credentials;
import vn.motcua.sdk.Metrics;
import vn.motcua.sdk.Outbox;
import vn.motcua.sdk.Sender;
import vn.motcua.sdk.SyncLine;

/** Lines through the durable outbox of the SDK to a server, against bare HTTP of equally many lines in the same run. */
final class SdkBenchmark implements Benchmark {

	private static final int LINES = 10_000;

	private static final int WARM = 20;

	private static final int BATCHES = 12;

	private static final LocalDate DAY = LocalDate.now().minusDays(60);

	private final Random random = new Random(42);

	private int dossiers;

	@Override
	public String name() {
		return "sdk";
	}

	@Override
	public String what() {
		return "lines through the SDK's durable outbox, put 1,000 at a time and sent by one sender, against bare HTTP by one sender";
	}

	@Override
	public List<Figure> run() throws Exception {
		Path data = Server.freshFolder();
		Path folder = Server.freshFolder();
		try (Server server = Server.product(data); HttpClient http = HttpClient.newHttpClient()) {
			URI origin = URI.create("http://127.0.0.1:" + server.port());
			String token = SyncBenchmark.token(server.port());
			bare(http, origin, token, batches(WARM));
			double raw = bare(http, origin, token, batches(BATCHES));
			double put = throughOutbox(origin, folder, batches(BATCHES));
			double again = bare(http, origin, token, batches(BATCHES));
			double compared = (raw + again) / 2;
			return List.of(Figure.of("bare HTTP, one sender, before and after", compared, "/s"), Figure.of("through the outbox, from the first put to the last answer", put, "/s").ratio(compared, "bare HTTP"));
		}
		finally {
			Server.delete(folder);
			Server.delete(data);
		}
	}

	private List<List<SyncLine>> batches(int count) {
		List<List<SyncLine>> batches = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			List<SyncLine> lines = new ArrayList<>();
			while (lines.size() < LINES) {
				lines.addAll(History.of("H26", DAY, ++dossiers, random).lines());
			}
			batches.add(new ArrayList<>(lines.subList(0, LINES)));
		}
		return batches;
	}

	private static double bare(HttpClient http, URI origin, String token, List<List<SyncLine>> batches) throws Exception {
		List<byte[]> bodies = new ArrayList<>();
		for (List<SyncLine> batch : batches) {
			StringBuilder text = new StringBuilder();
			batch.forEach(line -> text.append(line.toJson()).append('\n'));
			bodies.add(text.toString().getBytes(StandardCharsets.UTF_8));
		}
		long start = System.nanoTime();
		for (byte[] body : bodies) {
			HttpResponse<String> answer = http.send(HttpRequest.newBuilder(origin.resolve("/api/sync/v1/events")).header("Authorization", "Bearer " + token)
				.header("Content-Type", "application/x-ndjson").POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200 || answer.body().contains("\"rejected\"")) {
				throw new IllegalStateException(answer.statusCode() + " " + answer.body().substring(0, Math.min(400, answer.body().length())));
			}
		}
		return rate(batches, start);
	}

	private static double throughOutbox(URI origin, Path folder, List<List<SyncLine>> batches) throws Exception {
		AtomicLong rejected = new AtomicLong();
		Connection connection = new Connection(origin, Credentials.sync("hanoi-demo", "motcua-demo"));
		try (Outbox outbox = Outbox.open(folder.resolve("outbox"));
				Sender sender = new Sender(connection, outbox, folder.resolve("rejected.ndjson"), (_, outcomes) -> rejected.addAndGet(outcomes.stream().filter(outcome -> outcome.rule() != null).count()),
						Metrics.NONE)) {
			long start = System.nanoTime();
			sender.start();
			for (List<SyncLine> batch : batches) {
				for (int from = 0; from < batch.size(); from += 1_000) {
					outbox.put(batch.subList(from, Math.min(batch.size(), from + 1_000)));
				}
			}
			while (outbox.pendingLines() > 0) {
				LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
			}
			double rate = rate(batches, start);
			if (rejected.get() > 0) {
				throw new IllegalStateException(rejected + " lines were rejected");
			}
			return rate;
		}
	}

	private static double rate(List<List<SyncLine>> batches, long start) {
		return batches.size() * (double) LINES / ((System.nanoTime() - start) / 1e9);
	}

}
