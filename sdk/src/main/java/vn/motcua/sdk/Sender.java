package vn.motcua.sdk;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Takes lines from an outbox to the ledger, one batch after the other, so that what was put first is there first, also when a batch
 * has to be sent again. Whatever fails is tried again, later and later and not at the same moment as everybody else, as long as it
 * takes; a line that the ledger rejects is set aside with the rule and holds up no other.
 */
public final class Sender implements Closeable {

	/** Lines sent so far, by outcome. */
	static final String SENT = "motcua_sdk_lines_%s_total";

	private static final int MOST_LINES = 10_000;

	/** What every way that works at all carries in time. */
	private static final int FEW_LINES = 100;

	private static final long MOST_BYTES = 12_000_000;

	private static final int LONGEST_LINE = 64 << 10;

	private static final Duration FIRST_WAIT = Duration.ofMillis(500);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

	/** A ledger that says longer than that is asked again: its clock, or whoever stands between, may be wrong. */
	private static final Duration LONGEST_TOLD = Duration.ofHours(1);

	private static final Duration IDLE = Duration.ofSeconds(1);

	private final Batches batches;

	private final Outbox outbox;

	private final RejectedLines rejected;

	private final Outcome.Listener listener;

	private final Metrics metrics;

	private final CountDownLatch stopping = new CountDownLatch(1);

	private @Nullable Thread thread;

	private int mostLines = MOST_LINES;

	private volatile @Nullable Exception failure;

	/**
	 * A sender; it sends when {@link #start} or {@link #sendBatch} is called.
	 * @param ledger where to
	 * @param outbox where from
	 * @param rejected file for the lines that are rejected
	 * @param listener hears what became of each batch
	 * @param metrics where counts go
	 */
	public Sender(Connection ledger, Outbox outbox, Path rejected, Outcome.Listener listener, Metrics metrics) {
		this.batches = new Batches(ledger);
		this.outbox = outbox;
		this.rejected = new RejectedLines(rejected);
		this.listener = listener;
		this.metrics = metrics;
	}

	/**
	 * A sender of which nobody hears but the file of rejected lines.
	 * @param ledger where to
	 * @param outbox where from
	 * @param rejected file for the lines that are rejected
	 */
	public Sender(Connection ledger, Outbox outbox, Path rejected) {
		this(ledger, outbox, rejected, (lines, outcomes) -> { }, Metrics.NONE);
	}

	/**
	 * Sends in the background until {@link #close}.
	 * @return this sender
	 */
	public synchronized Sender start() {
		if (thread == null) {
			thread = new Thread(this::run, "motcua-sender");
			thread.setDaemon(true);
			thread.start();
		}
		return this;
	}

	private void run() {
		int failures = 0;
		try {
			while (stopping.getCount() > 0) {
				if (!outbox.await(IDLE)) {
					continue;
				}
				Duration wait = attempt(failures);
				failures = wait.isZero() ? 0 : failures + 1;
				if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
					return;
				}
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	private Duration attempt(int failures) throws InterruptedException {
		try {
			sendBatch();
			failure = null;
			return Duration.ZERO;
		}
		catch (IOException | RuntimeException failed) {
			failure = failed;
			metrics.add("motcua_sdk_failures_total", 1);
			return waitAfter(failed, failures);
		}
	}

	/**
	 * How long to wait before trying again: twice as long each time, up to a minute, and somewhere between half and all of that; never sooner than the ledger
	 * said, up to an hour.
	 * @param failed why it failed
	 * @param failures how often it failed before
	 * @return the time to wait
	 */
	public static Duration waitAfter(Exception failed, int failures) {
		long longest = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(failures, 10));
		long wait = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
		if (failed instanceof Refused refused && !refused.retryAfter().isZero()) {
			long told = Math.min(LONGEST_TOLD.toMillis(), refused.retryAfter().toMillis());
			wait = Math.max(wait, told + ThreadLocalRandom.current().nextLong(told / 4 + 250));
		}
		return Duration.ofMillis(wait);
	}

	/**
	 * Sends the next batch and waits for the answer.
	 * @return how many lines left the outbox
	 * @throws Refused when the ledger did not take it; it is still in the outbox
	 * @throws IOException when the ledger could not be reached, or a file not be written; it is still in the outbox
	 * @throws InterruptedException when the thread is to stop
	 */
	public synchronized int sendBatch() throws IOException, InterruptedException {
		Outbox.Batch batch = outbox.peek(mostLines, MOST_BYTES);
		metrics.set("motcua_sdk_pending_lines", outbox.pendingLines());
		if (batch.lines().isEmpty()) {
			return 0;
		}
		List<Outcome> outcomes;
		try {
			outcomes = batch.lines().size() == 1 && batch.lines().get(0).length() > LONGEST_LINE ? List.of(unsendable("sdk.line-too-long")) : batches.send(batch.lines());
		}
		catch (Refused refused) {
			if (refused.fewerMayPass() && batch.lines().size() > 1) {
				mostLines = batch.lines().size() / 2;
				return sendBatch();
			}
			if (refused.status() != Refused.TOO_LARGE) {
				throw refused;
			}
			outcomes = List.of(unsendable("sdk.batch-too-large"));
		}
		catch (ConnectException | HttpConnectTimeoutException noWay) {
			throw noWay;
		}
		catch (IOException brokenOnTheWay) {
			mostLines = Math.max(Math.min(FEW_LINES, batch.lines().size()), batch.lines().size() / 2);
			throw brokenOnTheWay;
		}
		note(batch, outcomes);
		mostLines = Math.min(MOST_LINES, mostLines * 2);
		return batch.lines().size();
	}

	private void note(Outbox.Batch batch, List<Outcome> outcomes) throws IOException {
		listener.answered(batch.lines(), outcomes);
		StringBuilder setAside = new StringBuilder();
		for (int i = 0; i < outcomes.size(); i++) {
			if (outcomes.get(i).result() == Outcome.Result.REJECTED) {
				setAside.append(RejectedLines.text(batch.lines().get(i), outcomes.get(i), listener.origin(batch.lines().get(i))));
			}
		}
		rejected.add(setAside.toString());
		outbox.acknowledge(batch);
		for (Outcome outcome : outcomes) {
			metrics.add(String.format(SENT, outcome.result().name().toLowerCase(Locale.ROOT)), 1);
		}
		metrics.add("motcua_sdk_batches_total", 1);
		metrics.set("motcua_sdk_pending_lines", outbox.pendingLines());
		metrics.set("motcua_sdk_last_success_seconds", Instant.now().getEpochSecond());
	}

	private static Outcome unsendable(String rule) {
		return new Outcome(Outcome.Result.REJECTED, "", rule, "The line is longer than the ledger takes.");
	}

	/**
	 * Why the last attempt failed.
	 * @return a sentence, empty when it did not fail
	 */
	public Optional<String> trouble() {
		return failure().map(failed -> failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage());
	}

	/**
	 * What the last attempt failed by, for who wants to know whether trying again helps: {@link Refused#passing}.
	 * @return the failure, empty when it did not fail
	 */
	public Optional<Exception> failure() {
		return Optional.ofNullable(failure);
	}

	/** Stops after the batch that is under way, or ten seconds; what was not acknowledged stays in the outbox. */
	@Override
	public void close() {
		stopping.countDown();
		Thread running = thread;
		if (running != null) {
			try {
				running.join(TimeUnit.SECONDS.toMillis(10));
			}
			catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
