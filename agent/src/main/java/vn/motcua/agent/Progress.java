package vn.motcua.agent;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says now and then how far something has come that takes minutes. */
final class Progress implements AutoCloseable {

	static final int SECONDS = 15;

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
		Thread thread = new Thread(work, "motcua-progress");
		thread.setDaemon(true);
		return thread;
	});

	Progress(Runnable told) {
		clock.scheduleAtFixedRate(told, SECONDS, SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public void close() {
		clock.shutdownNow();
	}

}
