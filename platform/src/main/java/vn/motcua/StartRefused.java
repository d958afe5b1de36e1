package vn.motcua;

import java.util.Optional;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The program cannot start, and why, in a sentence for the person who started it. */
final class StartRefused extends RuntimeException {

	StartRefused(String message) {
		super(message, null, false, false);
	}

	/** What somebody refused behind a failure, however deep. */
	static Optional<StartRefused> behind(Throwable failed) {
		for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
			if (cause instanceof StartRefused refused) {
				return Optional.of(refused);
			}
		}
		return Optional.empty();
	}

	/** The framework need not tell at length what is told in a sentence. */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static final class Reporter implements SpringBootExceptionReporter {

		@Override
		public boolean reportException(Throwable failed) {
			return behind(failed).isPresent();
		}

	}

}
