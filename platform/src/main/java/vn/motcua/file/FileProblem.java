package vn.motcua.file;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of the file module. */
public enum FileProblem implements ProblemCode {

	NOT_FOUND("not-found", ProblemKind.NOT_FOUND), EMPTY("empty", ProblemKind.FIELDS), TOO_LARGE("too-large",
			ProblemKind.FIELDS), TYPE_NOT_ACCEPTED("type-not-accepted", ProblemKind.FIELDS), NAME("name", ProblemKind.FIELDS), NO_SIGNING_KEY("no-signing-key", ProblemKind.STATE);

	private final String code;

	private final ProblemKind kind;

	FileProblem(String code, ProblemKind kind) {
		this.code = "file." + code;
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
