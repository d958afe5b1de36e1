package vn.motcua.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Takes one batch to the ledger and brings the answers back: what {@link Sender} does again and again, for who keeps lines safe elsewhere than in an
 * {@link Outbox}. Where it fails nobody knows whether the batch arrived; it is sent again, which has no second effect.
 */
public final class Batches {

	private final Connection ledger;

	/**
	 * Batches to a ledger.
	 * @param ledger where it is
	 */
	public Batches(Connection ledger) {
		this.ledger = ledger;
	}

	/**
	 * Sends lines and waits for the answer.
	 * @param lines each one JSON object, at most 10,000 and 12 MB
	 * @return what became of each, in their order
	 * @throws Refused when the ledger did not take them
	 * @throws IOException when it could not be reached
	 * @throws InterruptedException when the thread is to stop
	 */
	public List<Outcome> send(List<String> lines) throws IOException, InterruptedException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream(lines.size() * 64);
		try (OutputStream body = new GZIPOutputStream(packed)) {
			for (String line : lines) {
				body.write(line.getBytes(StandardCharsets.UTF_8));
				body.write('\n');
			}
		}
		byte[] answer = ledger.post("/api/sync/v1/events", BodyPublishers.ofByteArray(packed.toByteArray()),
				Map.of("Content-Type", "application/x-ndjson", "Content-Encoding", "gzip"));
		List<Outcome> outcomes = new ArrayList<>(lines.size());
		for (String said : new String(answer, StandardCharsets.UTF_8).split("\n")) {
			if (!said.isBlank()) {
				outcomes.add(outcome(LineJson.JSON.readTree(said)));
			}
		}
		if (outcomes.size() != lines.size()) {
			throw new IOException(lines.size() + " lines were sent, but " + outcomes.size() + " answered");
		}
		return outcomes;
	}

	private static Outcome outcome(JsonNode said) throws IOException {
		try {
			JsonNode error = said.path("error");
			return new Outcome(Outcome.Result.valueOf(said.path("result").asText().toUpperCase(Locale.ROOT)), error.path("pointer").asText(null),
					error.path("code").asText(null), error.path("message").asText(null));
		}
		catch (IllegalArgumentException unknown) {
			throw new IOException("the ledger answered " + said, unknown);
		}
	}

}
