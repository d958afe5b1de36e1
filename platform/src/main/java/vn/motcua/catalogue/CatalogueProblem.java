package vn.motcua.catalogue;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of the catalogue. */
public enum CatalogueProblem implements ProblemCode {

	NO_SUCH_SERVICE("no-such-service", ProblemKind.NOT_FOUND), NO_SUCH_FIELD("no-such-field", ProblemKind.NOT_FOUND), NO_SUCH_LIFE_EVENT(
			"no-such-life-event", ProblemKind.NOT_FOUND), ALREADY_PUBLISHED("already-published",
					ProblemKind.STATE), BUNDLE_REFUSED("bundle-refused", ProblemKind.FIELDS), NO_BUNDLE("no-bundle", ProblemKind.FIELDS), NO_SUCH_PROPOSAL(
							"no-such-proposal", ProblemKind.NOT_FOUND), PROPOSAL_OPEN("proposal-open", ProblemKind.STATE), PROPOSAL_CLOSED(
									"proposal-closed", ProblemKind.STATE), PROPOSAL_OUT_OF_DATE("proposal-out-of-date",
											ProblemKind.STATE), OWN_PROPOSAL("own-proposal", ProblemKind.FORBIDDEN), ALREADY_ABOLISHED("already-abolished", ProblemKind.STATE), NO_SUCH_WORD(
													"no-such-word", ProblemKind.NOT_FOUND), TOO_MANY_WORDS("too-many-words", ProblemKind.STATE);

	private final String code;

	private final ProblemKind kind;

	CatalogueProblem(String code, ProblemKind kind) {
		this.code = "catalogue." + code;
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
