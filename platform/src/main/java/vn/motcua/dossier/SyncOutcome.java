package vn.motcua.dossier;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;

/** What became of one line of a batch. */
public record SyncOutcome(Result result, @Nullable FieldProblem problem) {

	public enum Result {
		/** Recorded, and the dossier is what the line says. */
		APPLIED,
		/** The same line was recorded before. */
		DUPLICATE,
		/** Recorded as history: something later was known already, so the status stays. */
		STALE,
		/** Not recorded; the problem names the member and the rule. */
		REJECTED
	}

	public static SyncOutcome of(Result result) {
		return new SyncOutcome(result, null);
	}

	public static SyncOutcome rejected(FieldProblem problem) {
		return new SyncOutcome(Result.REJECTED, problem);
	}

}
