package vn.motcua.reporting.value;

import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works the queue to the totals off, on nodes that work in the background: a saved value is in every total a moment later. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class FoldWork implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(FoldWork.class);

	private static final long PAUSE_MS = 100;

	private static final long AFTER_FAILURE_MS = 2_000;

	private static final int FAILURES_TO_TELL = 5;

	private final Fold fold;

	private final CountedPeriods periods;

	private final TreeLines lines;

	private volatile boolean running;

	private volatile Thread worker;

	private long tree = -1;

	private int failures;

	FoldWork(Fold fold, CountedPeriods periods, TreeLines lines) {
		this.fold = fold;
		this.periods = periods;
		this.lines = lines;
	}

	@Override
	public void start() {
		running = true;
		worker = Thread.ofVirtual().name("reporting-totals").start(this::work);
	}

	@Override
	public void stop() {
		running = false;
		LockSupport.unpark(worker);
		try {
			worker.join();
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	private void work() {
		while (running) {
			long pauseMs = PAUSE_MS;
			try {
				while (running && again()) {
					Thread.onSpinWait();
				}
				failures = 0;
			}
			catch (RuntimeException failed) {
				told(failed);
				pauseMs = AFTER_FAILURE_MS;
			}
			LockSupport.parkNanos(pauseMs * 1_000_000);
		}
	}

	/** A database that is away for a moment needs nobody; one that stays away does. */
	private void told(RuntimeException failed) {
		if (++failures < FAILURES_TO_TELL) {
			LOG.warn("totals are not kept up for a moment: {}", failed.toString());
		}
		else {
			LOG.error("totals are not kept up", failed);
		}
	}

	/** One step; whether there is more to do at once. */
	private boolean again() {
		if (lines.version() != tree) {
			long version = lines.version();
			periods.outdated().forEach(fold::recount);
			tree = version;
		}
		Fold.Folded folded = fold.next();
		folded.outdated().forEach(fold::recount);
		return folded.more() || !folded.outdated().isEmpty();
	}

}
