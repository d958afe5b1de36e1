package vn.motcua.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is in the outbox reaches the ledger in order, whatever the way does. */
class SenderTests {

	@TempDir
	private Path folder;

	private StandIn ledger;

	private Outbox outbox;

	private final PrometheusText metrics = new PrometheusText();

	@BeforeEach
	void open() throws Exception {
		ledger = new StandIn();
		outbox = Outbox.open(folder.resolve("outbox"));
	}

	@AfterEach
	void close() throws Exception {
		outbox.close();
		ledger.close();
	}

	@Test
	void sendsInOrderAlsoWhenTheWayFailsAndConnectionsAreCut() throws Exception {
		for (int i = 0; i < 5; i++) {
			outbox.put(lines(i * 10 + 1, i * 10 + 10));
		}
		ledger.failures.addAll(List.of(503, 429, 0, 500));
		CountDownLatch all = new CountDownLatch(50);
		try (Sender sender = sender((lines, outcomes) -> lines.forEach(line -> all.countDown())).start()) {
			assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
		}
		List<Integer> seqs = ledger.taken.stream().map(SyncLine::seq).toList();
		assertThat(seqs.subList(0, 50)).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
		assertThat(seqs.subList(50, 100)).as("after the cut connection the same again").isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
		assertThat(outbox.pendingLines()).isZero();
		assertThat(metrics.text()).contains("motcua_sdk_lines_applied_total 50\n", "motcua_sdk_failures_total 4\n", "motcua_sdk_pending_lines 0.0\n");
	}

	@Test
	void setsRejectedLinesAsideWithTheRuleAndHoldsUpNoOther() throws Exception {
		outbox.put(List.of(PuttingProcess.line(1), PuttingProcess.line(2).withWords("wrong", null), PuttingProcess.line(3)));
		List<Outcome.Result> results = new ArrayList<>();
		assertThat(sender((lines, outcomes) -> outcomes.forEach(outcome -> results.add(outcome.result()))).sendBatch()).isEqualTo(3);
		assertThat(results).containsExactly(Outcome.Result.APPLIED, Outcome.Result.REJECTED, Outcome.Result.APPLIED);
		assertThat(Files.readString(folder.resolve("rejected.ndjson"))).contains("\"rule\":\"dossier.sync.wrong\"", "\"pointer\":\"/note\"", "\"seq\":2")
			.hasLineCount(1);
		assertThat(outbox.pendingLines()).isZero();
	}

	@Test
	void writesWhereARejectedLineCameFromBesideIt() throws Exception {
		outbox.put(List.of(PuttingProcess.line(2).withWords("wrong", null)));
		sender(new Outcome.Listener() {

			@Override
			public void answered(List<String> lines, List<Outcome> outcomes) {
			}

			@Override
			public LineOrigin origin(String line) {
				return new LineOrigin("tháng 3.csv", SyncLine.parse(line).seq() + 5);
			}
		}).sendBatch();
		assertThat(Files.readString(folder.resolve("rejected.ndjson"))).contains(",\"source\":\"tháng 3.csv\",\"row\":7,\"line\":{").hasLineCount(1);
	}

	@Test
	void makesBatchesSmallerThatAreTooLarge() throws Exception {
		outbox.put(lines(1, 8));
		ledger.failures.addAll(List.of(413, 413));
		Sender sender = sender((lines, outcomes) -> { });
		while (outbox.pendingLines() > 0) {
			sender.sendBatch();
		}
		assertThat(ledger.batches).containsExactly(8, 4, 2, 4, 2);
		assertThat(ledger.taken).extracting(SyncLine::seq).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
	}

	@Test
	void usesUpWhatTheDayHasRoomFor() throws Exception {
		outbox.put(lines(1, 20));
		ledger.linesLeft = 13;
		Sender sender = sender((lines, outcomes) -> { });
		assertThatThrownBy(() -> {
			while (true) {
				sender.sendBatch();
			}
		}).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("exchange.quota-lines"));
		assertThat(ledger.taken).extracting(SyncLine::seq).isEqualTo(IntStream.rangeClosed(1, 13).boxed().toList());
	}

	@Test
	void sendsLessAtOnceOnAWayThatBreaks() throws Exception {
		outbox.put(lines(1, 400));
		ledger.failures.addAll(List.of(0, 0, 0));
		Sender sender = sender((lines, outcomes) -> { });
		for (int i = 0; i < 3; i++) {
			assertThatThrownBy(sender::sendBatch).isInstanceOf(java.io.IOException.class);
		}
		sender.sendBatch();
		assertThat(ledger.batches).containsExactly(400, 200, 100, 100);
	}

	@Test
	void renewsItsTokenWhenItIsNoLongerTaken() throws Exception {
		outbox.put(lines(1, 1));
		ledger.failures.add(401);
		assertThat(sender((lines, outcomes) -> { }).sendBatch()).isEqualTo(1);
		assertThat(ledger.tokens).isEqualTo(2);
	}

	@Test
	@Timeout(30)
	void triesAgainWhenTheLedgerFallsSilentWithinItsAnswer() throws Exception {
		outbox.put(lines(1, 2));
		ledger.failures.add(-1);
		Sender sender = new Sender(ledger.impatient(), outbox, folder.resolve("rejected.ndjson"));
		assertThatThrownBy(sender::sendBatch).isInstanceOf(HttpTimeoutException.class).hasMessageContaining("said nothing");
		assertThat(outbox.pendingLines()).isEqualTo(2);
		assertThat(sender.sendBatch()).isEqualTo(2);
	}

	@Test
	void halfALineThatAKillLeftBehindSpoilsNoOther() throws Exception {
		Path rejected = folder.resolve("rejected.ndjson");
		Files.writeString(rejected, "{\"at\":\"2026");
		outbox.put(List.of(PuttingProcess.line(1).withWords("wrong", null)));
		sender((lines, outcomes) -> { }).sendBatch();
		assertThat(Files.readAllLines(rejected)).hasSize(2).last().asString().startsWith("{\"at\"").endsWith("}}");
	}

	@Test
	void onlyItsOwnerReadsWhatWaits() throws Exception {
		assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("outbox")))).isEqualTo("rwx------");
	}

	@Test
	void keepsEverythingWhenTheListenerCannotNoteIt() throws Exception {
		outbox.put(lines(1, 2));
		assertThatThrownBy(() -> sender((lines, outcomes) -> {
			throw new java.io.IOException("full");
		}).sendBatch()).hasMessage("full");
		assertThat(outbox.pendingLines()).isEqualTo(2);
	}

	@Test
	void waitsLongerEachTimeNeverSoonerThanItWasTold() {
		for (int failures = 0; failures < 100; failures++) {
			long most = Math.min(60_000, 500L << Math.min(failures, 10));
			assertThat(Sender.waitAfter(new java.io.IOException(), failures)).isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
		}
		assertThat(Sender.waitAfter(new Refused(429, Duration.ofSeconds(7), "", "", List.of()), 0)).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(9));
		assertThat(Sender.waitAfter(new Refused(503, Duration.ofDays(400), "", "", List.of()), 0)).isLessThan(Duration.ofHours(2));
	}

	private Sender sender(Outcome.Listener listener) {
		return new Sender(ledger.connection(), outbox, folder.resolve("rejected.ndjson"), listener, metrics);
	}

	private static List<SyncLine> lines(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj(PuttingProcess::line).toList();
	}

}
