package vn.motcua.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.load.Senders;
import vn.motcua.sdk.DigestTree;

/** A hundred senders at once, slow ones, ones that are cut off, everything twice in parallel; the ledger holds exactly what they hold. */
final class SendersBenchmark implements Benchmark {

	private static final int SENDERS = 100;

	private static final int BATCHES = 5;

	private static final int DOSSIERS_A_BATCH = 100;

	private static final LocalDate DAY = LocalDate.now().minusDays(233);

	@Override
	public String name() {
		return "senders";
	}

	@Override
	public String what() {
		return SENDERS + " senders at once, a fifth at a trickle, a fifth cut off in the middle of each batch, every batch twice in parallel, lines out of order";
	}

	@Override
	public List<Figure> run() throws Exception {
		Path data = Server.freshFolder();
		try (Server server = Server.product(data); HttpClient http = HttpClient.newHttpClient()) {
			String token = SyncBenchmark.token(server.port());
			List<String> tokens = new ArrayList<>();
			for (int i = 0; i < SENDERS; i++) {
				tokens.add(token);
			}
			double before = server.residentMb();
			Senders senders = new Senders(URI.create("http://127.0.0.1:" + server.port()), "H26", DAY, 20_261_125);
			Senders.Report report = senders.run(tokens, SENDERS, BATCHES, DOSSIERS_A_BATCH);
			HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/sync/v1/digest?agency=H26&day=" + DAY))
				.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
			JsonNode held = JsonMapper.builder().build().readTree(answer.body());
			DigestTree.Part expected = senders.expected().day();
			boolean same = held.path("digest").asString("").equals(expected.digest()) && held.path("lines").asLong() == expected.lines();
			report.wrong().stream().limit(10).forEach(wrong -> System.out.println("  WRONG: " + wrong));
			return List.of(Figure.of("lines that the senders hold", report.lines(), "lines"), Figure.of("answers, each line at least twice", report.answers(), "lines"),
					Figure.of("answered with 429 and sent again", report.waits(), "times"), Figure.of("connections cut in the middle", report.cuts(), "times"),
					Figure.of("whole run", report.seconds(), "s"), Figure.of("answers a second", report.answers() / report.seconds(), "/s"),
					Figure.of("resident memory of the JVM", server.residentMb(), "MB").ratio(before, "before"),
					Figure.of("ledger and senders hold the same, by the digest", same ? 1 : 0, "").promise("1"),
					Figure.of("lines lost, twice, or answered otherwise than they must", report.wrong().size(), "").promise("0"));
		}
		finally {
			Server.delete(data);
		}
	}

}
