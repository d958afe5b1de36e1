package vn.motcua.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import vn.motcua.sdk.Refused;

/** Calls that the ledger may ask to make later, as a minute has room for so many: waits as long as it is asked to. */
final class Patience {

	private static final int MOST_WAITS = 5;

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

	private Patience() {
	}

	/** A call and its answer. */
	@FunctionalInterface
	interface Call<T> {

		T answer() throws IOException, InterruptedException;

	}

	static <T> T with(Call<T> call) throws IOException, InterruptedException {
		for (int left = MOST_WAITS;; left--) {
			try {
				return call.answer();
			}
			catch (Refused later) {
				if (left == 0 || !later.passing() || later.retryAfter().isZero() || later.retryAfter().compareTo(LONGEST_WAIT) > 0) {
					throw later;
				}
				TimeUnit.MILLISECONDS.sleep(later.retryAfter().toMillis());
			}
		}
	}

}
