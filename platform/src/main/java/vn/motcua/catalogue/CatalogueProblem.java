package vn.motcua.catalogue;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of the catalogue. */
public enum CatalogueProblem implements ProblemCode {

	NO_SUCH_SERVICE("no-such-service", ProblemKind.NOT_FOUND), NO_SUCH_FIELD("no-such-field", ProblemKind.NOT_FOUND), NO_SUCH_LIFE_EVENT(
			"no-such-life-event", ProblemKind.NOT_FOUND), ALREADY_PUBLISHED("already-published",
					ProblemKind.STATE), BUNDLE_REFUSED("bundle-refused", ProblemKind.FIELDS), NO_BUNDLE("no-bundle", ProblemKind.FIELDS);

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
