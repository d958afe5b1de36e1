package vn.motcua.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import vn.motcua.sandbox.Sandbox;
import vn.motcua.sandbox.Settings;
import vn.motcua.sandbox.Way;
import vn.motcua.sandbox.year.AgencyPlan;

/** A vendor's system in the sandbox that sends to the program of the tests. */
public final class StandIn {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private StandIn() {
	}

	/** Signs in as Hà Nội's system, for communes of the city. */
	public static Settings settings(int port, Path folder, Way way, LocalDate from, LocalDate to, AgencyPlan... agencies) {
		return new Settings(List.of(agencies), from, to, 7, folder, URI.create("http://localhost:" + port), "hanoi-demo", "motcua-demo", way, 0, 0);
	}

	/** Ticks until everything that happened is answered. */
	public static void settle(Sandbox sandbox) throws InterruptedException {
		long until = System.nanoTime() + PATIENCE.toNanos();
		for (sandbox.tick(); !sandbox.settled(); sandbox.tick()) {
			if (System.nanoTime() > until) {
				throw new AssertionError("not settled: " + sandbox.trouble());
			}
			LockSupport.parkNanos(20_000_000);
		}
	}

}
