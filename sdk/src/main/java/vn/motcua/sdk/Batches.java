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

	private static final String EVENTS = "/api/sync/v1/events";

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
		return answers(EVENTS, lines, said -> {
			JsonNode error = said.path("error");
			return new Outcome(result(said), error.path("pointer").asText(null), error.path("code").asText(null), error.path("message").asText(null));
		});
	}

	/**
	 * Asks what would become of lines if they were sent now: a dry run, of which nothing is recorded.
	 * @param lines each one JSON object, at most 10,000 and 12 MB
	 * @return what would become of each, with everything that is wrong with it, in their order
	 * @throws Refused when the ledger did not look at them
	 * @throws IOException when it could not be reached
	 * @throws InterruptedException when the thread is to stop
	 */
	public List<Tried> tryOut(List<String> lines) throws IOException, InterruptedException {
		return answers(EVENTS + "?dryRun=true", lines, said -> new Tried(result(said), FieldProblem.all(said.path("errors"))));
	}

	/** Reads the answer to one line. */
	@FunctionalInterface
	private interface Reading<T> {

		T read(JsonNode said) throws IOException;

	}

	private <T> List<T> answers(String path, List<String> lines, Reading<T> reading) throws IOException, InterruptedException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream(lines.size() * 64);
		try (OutputStream body = new GZIPOutputStream(packed)) {
			for (String line : lines) {
				body.write(line.getBytes(StandardCharsets.UTF_8));
				body.write('\n');
			}
		}
		byte[] answer = ledger.post(path, BodyPublishers.ofByteArray(packed.toByteArray()), Map.of("Content-Type", "application/x-ndjson", "Content-Encoding", "gzip"));
		List<T> answers = new ArrayList<>(lines.size());
		for (String said : new String(answer, StandardCharsets.UTF_8).split("\n")) {
			if (!said.isBlank()) {
				answers.add(reading.read(LineJson.JSON.readTree(said)));
			}
		}
		if (answers.size() != lines.size()) {
			throw new IOException(lines.size() + " lines were sent, but " + answers.size() + " answered");
		}
		return answers;
	}

	private static Outcome.Result result(JsonNode said) throws IOException {
		try {
			return Outcome.Result.valueOf(said.path("result").asText().toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException unknown) {
			throw new IOException("the ledger answered " + said, unknown);
		}
	}

}
