package vn.motcua.kernel.problem;

/** What went wrong, as the HTTP status that answers it. */
public enum ProblemKind {

	UNREADABLE(400), UNAUTHENTICATED(401), FORBIDDEN(403), NOT_FOUND(404), STATE(409), TOO_LARGE(413), FIELDS(422), TOO_MANY(
			429), UPSTREAM(502), UNAVAILABLE(503);

	private final int status;

	ProblemKind(int status) {
		this.status = status;
	}

	public int status() {
		return status;
	}

}
