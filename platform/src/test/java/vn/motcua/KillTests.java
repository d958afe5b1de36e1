package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program is killed twenty times, its database server every fifth time too, while enterprises submit and answer
 * supplements and an officer accepts and asks. Nothing acknowledged is lost, nothing happens twice, and the ledger and the
 * record of access agree with themselves. A message that an agency's system did not take before the first kill is told it again after, as the same one.
 */
class KillTests {

	private static final int KILLS = 20;

	private static final String SERVICE = "2.000033";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

	private final Random random = new Random(20_260_719);

	private final Map<String, String> submitted = new ConcurrentHashMap<>();

	private final Map<String, Integer> acts = new ConcurrentHashMap<>();

	private final Queue<String> toAccept = new ConcurrentLinkedQueue<>();

	private final Queue<String> toAsk = new ConcurrentLinkedQueue<>();

	private final Queue<String> toAnswer = new ConcurrentLinkedQueue<>();

	private final AtomicInteger port = new AtomicInteger();

	private final AtomicInteger starts = new AtomicInteger();

	private final AtomicBoolean stop = new AtomicBoolean();

	@Test
	void nothingAcknowledgedIsLostAndNothingHappensTwice(@TempDir Path folder) throws Exception {
		Path data = folder.resolve("var");
		Program program = Program.start(data);
		port.set(program.port());
		Visit enterprise = Visit.signedIn(program.port(), "cty.saomai");
		Visit officer = Visit.signedIn(program.port(), "motcua.hanoi");
		officer.actFor("Công Thương");
		try (var threads = Executors.newVirtualThreadPerTaskExecutor(); FailingReceiver receiver = FailingReceiver.told(program.port())) {
			List<Future<?>> clients = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				String client = "client-" + i;
				clients.add(threads.submit(() -> loop(() -> submit(enterprise, client))));
			}
			clients.add(threads.submit(() -> loop(() -> decide(officer))));
			clients.add(threads.submit(() -> loop(() -> answer(enterprise))));
			int told = 0;
			for (int kill = 1; kill <= KILLS; kill++) {
				awaitProgress();
				LockSupport.parkNanos(random.nextLong(0, 600) * 1_000_000);
				program.kill(kill % 5 == 0);
				told = kill == 1 ? receiver.mended() : told;
				program = Program.start(data);
				port.set(program.port());
				starts.incrementAndGet();
			}
			awaitProgress();
			receiver.awaitAgain(told);
			stop.set(true);
			for (Future<?> client : clients) {
				client.get();
			}
			check(enterprise);
		}
		finally {
			program.close();
		}
		for (List<String> command : List.of(List.of("ledger", "verify"), List.of("audit", "verify"), List.of("ledger", "rebuild"), List.of("ledger", "verify"))) {
			Program.Finished finished = Program.run(command.getFirst(), command.getLast(), "--data", data.toString());
			assertThat(finished.status()).as(command + " " + finished.output()).isZero();
		}
	}

	/** Until something was acknowledged since the last start: a kill at a moment when nothing happens proves nothing. */
	private void awaitProgress() {
		int before = submitted.size();
		long until = System.nanoTime() + 60_000_000_000L;
		while (submitted.size() == before && System.nanoTime() < until) {
			LockSupport.parkNanos(5_000_000);
		}
		assertThat(submitted.size()).as("something is acknowledged after every start").isGreaterThan(before);
	}

	private interface Work {

		/** One thing, or nothing when there is nothing to do; an answer that never came is asked for again next time. */
		void once() throws Exception;

	}

	private void loop(Work work) {
		while (!stop.get()) {
			int start = starts.get();
			try {
				work.once();
			}
			catch (UncheckedIOException killedMeanwhile) {
				awaitStart(start);
			}
			catch (Exception failed) {
				throw new IllegalStateException(failed);
			}
		}
	}

	/** Nobody asks a program that is gone: hundreds of refused connections take the time that the next start needs. */
	private void awaitStart(int after) {
		while (starts.get() == after && !stop.get()) {
			LockSupport.parkNanos(20_000_000);
		}
	}

	private final Map<String, String[]> unanswered = new ConcurrentHashMap<>();

	/** Opens and submits one draft; the same request again after a lost answer must be the same dossier. */
	private void submit(Visit enterprise, String client) throws Exception {
		Visit visit = enterprise.at(port.get());
		String[] open = unanswered.computeIfAbsent(client, _ -> new String[] { client + "-" + System.nanoTime(), null });
		if (open[1] == null) {
			HttpResponse<String> draft = visit.api("POST", "/api/dossier/v1/drafts", FirstExample.draft(SERVICE), "Idempotency-Key", open[0]);
			assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
			open[1] = JSON.readTree(draft.body()).get("id").asString();
		}
		HttpResponse<String> submission = visit.api("POST", "/api/dossier/v1/drafts/" + open[1] + "/submission", "", "Idempotency-Key", open[0] + "-s");
		assertThat(submission.statusCode()).as(submission.body()).isEqualTo(201);
		String code = JSON.readTree(submission.body()).get("code").asString();
		assertThat(submitted.putIfAbsent(open[1], code)).isNull();
		toAccept.add(code);
		unanswered.remove(client);
	}

	/** Accepts what was submitted; asks every second one for a supplement. */
	private void decide(Visit officer) {
		Visit visit = officer.at(port.get());
		String code = toAccept.peek();
		if (code != null) {
			act(visit, code, "tiep-nhan", Map.of(), 1);
			toAccept.remove(code);
			toAsk.add(code);
		}
		String asked = toAsk.peek();
		if (asked != null) {
			act(visit, asked, "bo-sung", Map.of("thieu.rules", "Thiếu thể lệ", "ly-do", "Chưa có thể lệ chương trình"), 2);
			toAsk.remove(asked);
			toAnswer.add(asked);
		}
		if (code == null && asked == null) {
			LockSupport.parkNanos(20_000_000);
		}
	}

	private void act(Visit officer, String code, String act, Map<String, String> fields, int stage) {
		HttpResponse<String> answer = officer.post("/mot-cua/ho-so/" + code, "/mot-cua/ho-so/" + code + "/" + act, fields);
		assertThat(answer.statusCode()).as(act + " " + code + " " + words(answer)).isIn(302, 303, 409);
		acts.merge(code, stage, Math::max);
	}

	private void answer(Visit enterprise) {
		String code = toAnswer.peek();
		if (code == null) {
			LockSupport.parkNanos(20_000_000);
			return;
		}
		Visit visit = enterprise.at(port.get());
		String token = visit.formToken();
		HttpResponse<String> answer = visit.upload("/ho-so/" + code + "/bo-sung", Map.of("action", "send", "note", "", "_csrf", token), "file-0", "the-le.pdf", PDF);
		assertThat(answer.statusCode()).as(words(answer)).isIn(302, 303);
		acts.merge(code, 3, Math::max);
		toAnswer.remove(code);
	}

	private void check(Visit enterprise) throws Exception {
		Visit visit = enterprise.at(port.get());
		assertThat(submitted).hasSizeGreaterThan(KILLS);
		assertThat(acts).isNotEmpty();
		assertThat(submitted.values()).doesNotHaveDuplicates();
		for (String code : submitted.values()) {
			HttpResponse<String> answer = visit.get("/api/dossier/v1/dossiers/" + code);
			assertThat(answer.statusCode()).as(code).isEqualTo(200);
			List<String> types = new ArrayList<>();
			for (JsonNode event : JSON.readTree(answer.body()).get("events")) {
				types.add(event.get("type").asString());
			}
			int stage = acts.getOrDefault(code, 0);
			assertThat(types).as(code).containsOnlyOnce("SUBMITTED");
			assertThat(types.stream().filter("ACCEPTED"::equals).count()).as(code).isBetween(stage >= 1 ? 1L : 0L, 1L);
			assertThat(types.stream().filter("SUPPLEMENT_REQUESTED"::equals).count()).as(code).isBetween(stage >= 2 ? 1L : 0L, 1L);
			assertThat(types.stream().filter("SUPPLEMENT_ANSWERED"::equals).count()).as(code).isBetween(stage >= 3 ? 1L : 0L, 1L);
		}
	}

	private static String words(HttpResponse<String> answer) {
		String text = answer.body().replaceAll("(?s)<head>.*?</head>", "").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
		return answer.statusCode() + " " + text.substring(0, Math.min(1500, text.length()));
	}

}
