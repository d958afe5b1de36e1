package vn.motcua.sdk;

import org.jspecify.annotations.Nullable;

/**
 * What became of a line that was sent.
 *
 * @param result the outcome
 * @param pointer JSON pointer of the member that is wrong, {@code null} unless rejected
 * @param rule code of the rule that it breaks, {@code null} unless rejected
 * @param message a sentence for people, {@code null} unless rejected
 */
public record Outcome(Result result, @Nullable String pointer, @Nullable String rule, @Nullable String message) {

	/** What can become of a line. */
	public enum Result {
		/** Recorded: the dossier is what the line says. */
		APPLIED,
		/** The same line was recorded before. */
		DUPLICATE,
		/** Recorded as history: something later was known already. */
		STALE,
		/** Not recorded. */
		REJECTED
	}

	/** Hears what became of each batch, at least once, before it leaves the outbox. */
	@FunctionalInterface
	public interface Listener {

		/**
		 * A batch was answered.
		 * @param lines the lines as they were sent
		 * @param outcomes what became of each
		 * @throws java.io.IOException when that could not be noted: the batch is sent again
		 */
		void answered(java.util.List<String> lines, java.util.List<Outcome> outcomes) throws java.io.IOException;

		/**
		 * Where a line came from on this side: it is written beside the line when that is rejected. Asked after {@link #answered}.
		 * @param line a rejected line as it was sent
		 * @return the place, {@code null} when nobody knows
		 */
		default @Nullable LineOrigin origin(String line) {
			return null;
		}

	}

}
