package vn.motcua.kernel.problem;

/** Refusals that every module shares. */
public enum CommonProblem implements ProblemCode {

	UNREADABLE("unreadable", ProblemKind.UNREADABLE), SIGN_IN("sign-in", ProblemKind.UNAUTHENTICATED), FORBIDDEN("forbidden",
			ProblemKind.FORBIDDEN), NOT_FOUND("not-found", ProblemKind.NOT_FOUND), FIELDS("fields", ProblemKind.FIELDS), TOO_LARGE(
					"too-large", ProblemKind.TOO_LARGE), TOO_MANY("too-many", ProblemKind.TOO_MANY), CHANGED_MEANWHILE(
							"changed-meanwhile", ProblemKind.STATE), IDEMPOTENCY("idempotency", ProblemKind.STATE);

	private final String code;

	private final ProblemKind kind;

	CommonProblem(String code, ProblemKind kind) {
		this.code = "common." + code;
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
