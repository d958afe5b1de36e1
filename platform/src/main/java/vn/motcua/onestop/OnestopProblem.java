package vn.motcua.onestop;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of the one-stop desk. */
public enum OnestopProblem implements ProblemCode {

	/** Nothing of this kind is to be done on the dossier now. */
	NOT_THE_STEP("not-the-step", ProblemKind.STATE),
	/** Another officer holds the step; it can be taken over first. */
	HELD_BY_OTHER("held-by-other", ProblemKind.STATE),
	/** The service's process leads to no further step although the dossier is open. */
	DEAD_END("dead-end", ProblemKind.STATE),
	/** The service's process holds something the platform does not run. */
	PROCESS_REFUSED("process-refused", ProblemKind.STATE),
	/** A fee that is due before this act is not paid. */
	FEE_UNPAID("fee-unpaid", ProblemKind.STATE),
	/** No fee is open. */
	NO_FEE("no-fee", ProblemKind.STATE),
	/** Papers are marked as missing or wrong. */
	PAPERS_MISSING("papers-missing", ProblemKind.STATE),
	/** Another agency was asked and still has time to answer. */
	OPINION_AWAITED("opinion-awaited", ProblemKind.STATE),
	/** The question was answered already, or is no longer needed. */
	NOT_WAITING("not-waiting", ProblemKind.STATE),
	/** Fields of an act are missing or wrong. */
	INCOMPLETE("incomplete", ProblemKind.FIELDS);

	private final String code;

	private final ProblemKind kind;

	OnestopProblem(String code, ProblemKind kind) {
		this.code = "onestop." + code;
		this.kind = kind;
	}

	@Override
	public String code() {
		return code;
	}

	@Override
	public ProblemKind kind() {
		return kind;
	}

}
