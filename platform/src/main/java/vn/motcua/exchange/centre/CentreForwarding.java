package vn.motcua.exchange.centre;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.LedgerLines;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.sdk.Batches;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.Credentials;
import vn.motcua.sdk.Outcome;
import vn.motcua.sdk.Refused;
import vn.motcua.sdk.Sender;

/**
 * Tells the centre what this ledger recorded, onwards from a checkpoint that moves when the centre has taken it. The ledger itself is what waits, so nothing is
 * kept twice: a centre that is down for days is told where it was left, on whichever node, and what came twice has no second effect.
 */
@Component
@ConditionalOnProperty("motcua.centre.url")
@ConditionalOnBooleanProperty("motcua.work")
class CentreForwarding implements SmartLifecycle {

	static final String CONSUMER = "centre";

	private static final Logger LOG = LoggerFactory.getLogger(CentreForwarding.class);

	private static final int MOST_EVENTS = 2_000;

	private static final Duration IDLE = Duration.ofSeconds(1);

	private static final Duration COMPARE_AGAIN = Duration.ofMinutes(10);

	private final LedgerLines ledger;

	private final CentreReach reach;

	private final CentreComparison comparison;

	private final CentreOutcomes outcomesKept;

	private final Clock clock;

	private final Connection centre;

	private final Batches batches;

	private final Duration compareEvery;

	private final CountDownLatch stopping = new CountDownLatch(1);

	private volatile @Nullable Thread thread;

	private volatile @Nullable Instant toldAt;

	private volatile @Nullable String trouble;

	private volatile @Nullable String compareTrouble;

	private Instant compareAt = Instant.MIN;

	private int most = MOST_EVENTS;

	CentreForwarding(CentreSettings settings, LedgerLines ledger, CentreReach reach, CentreComparison comparison, CentreOutcomes outcomesKept, Clock clock) {
		this.ledger = ledger;
		this.reach = reach;
		this.comparison = comparison;
		this.outcomesKept = outcomesKept;
		this.clock = clock;
		this.centre = new Connection(settings.url(), Credentials.sync(settings.clientId(), settings.clientSecret()));
		this.batches = new Batches(centre);
		this.compareEvery = settings.compareEvery();
	}

	Optional<Instant> toldAt() {
		return Optional.ofNullable(toldAt);
	}

	Optional<String> trouble() {
		return Optional.ofNullable(trouble != null ? trouble : compareTrouble);
	}

	@Override
	public void start() {
		Thread started = Thread.ofVirtual().name("centre").unstarted(this::run);
		thread = started;
		started.start();
	}

	@Override
	public void stop() {
		stopping.countDown();
		Thread running = thread;
		if (running != null) {
			running.interrupt();
		}
		thread = null;
	}

	@Override
	public boolean isRunning() {
		return thread != null;
	}

	private void run() {
		int failures = 0;
		try {
			while (stopping.getCount() > 0) {
				Duration wait;
				try {
					wait = once();
					failures = 0;
					trouble = null;
				}
				catch (IOException | RuntimeException failed) {
					wait = after(failed, failures++);
				}
				if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
					return;
				}
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	private Duration after(Exception failed, int failures) {
		if (failed instanceof Refused refused && refused.fewerMayPass() && most > 1) {
			most = most / 2;
			return Duration.ZERO;
		}
		if (failures == 0) {
			LOG.warn("The centre could not be told: {}", said(failed));
		}
		trouble = shown(failed);
		return Sender.waitAfter(failed, failures);
	}

	private static String said(Exception failed) {
		return failed instanceof ConnectException || failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
	}

	private static String shown(Exception failed) {
		return failed instanceof ConnectException || failed instanceof HttpTimeoutException ? CentreStanding.UNREACHABLE : said(failed);
	}

	/** The next events; once there are no more and it is time, both sides are compared. @return how long to wait */
	private Duration once() throws IOException, InterruptedException {
		int passed = ledger.carry(CONSUMER, most, reach::covers, this::tell);
		if (passed == most) {
			most = Math.min(MOST_EVENTS, most * 2);
			return Duration.ZERO;
		}
		if (!clock.instant().isBefore(compareAt)) {
			compare();
		}
		return IDLE;
	}

	/** What cannot be compared, one agency's day that the centre refuses for example, holds up nothing that is to be told. */
	private void compare() throws InterruptedException {
		try {
			comparison.compare(centre, this::tell);
			compareAt = clock.instant().plus(compareEvery);
			compareTrouble = null;
		}
		catch (IOException | RuntimeException failed) {
			if (compareTrouble == null) {
				LOG.warn("The centre could not be compared with: {}", said(failed));
			}
			compareTrouble = shown(failed);
			compareAt = clock.instant().plus(compareEvery.compareTo(COMPARE_AGAIN) < 0 ? compareEvery : COMPARE_AGAIN);
		}
	}

	private void tell(List<SyncedLine> lines) throws IOException, InterruptedException {
		List<Outcome> outcomes;
		try {
			outcomes = batches.send(lines.stream().map(line -> CentreLine.of(line).toJson()).toList());
		}
		catch (Refused refused) {
			if (!refused.fewerMayPass() || lines.size() > 1 || refused.retryAfter().isPositive()) {
				throw refused;
			}
			outcomes = List.of(new Outcome(Outcome.Result.REJECTED, "", refused.code(), refused.getMessage()));
		}
		outcomesKept.keep(lines, outcomes);
		toldAt = clock.instant();
	}

}
