package vn.motcua.identity;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of accounts and sign-in. */
public enum IdentityProblem implements ProblemCode {

	/** Name and password do not belong together, or there is no such account: the words never tell which. */
	WRONG_CREDENTIALS("wrong-credentials", ProblemKind.UNAUTHENTICATED),
	/** Too many wrong tries; {@code seconds} says when the next one is heard. */
	LOCKED("locked", ProblemKind.TOO_MANY),
	/** Too many sign-ins at this moment for the memory that checking a password takes. */
	BUSY("busy", ProblemKind.UNAVAILABLE),
	ALREADY_REGISTERED("already-registered", ProblemKind.STATE),
	ROLE_HELD("role-held", ProblemKind.STATE),
	CLIENT_EXISTS("client-exists", ProblemKind.STATE),
	/** A system has as many secrets as it may: one must end first. */
	TOO_MANY_SECRETS("too-many-secrets", ProblemKind.STATE),
	TOO_MANY_CERTIFICATES("too-many-certificates", ProblemKind.STATE),
	TOO_MANY_TOKENS("too-many-tokens", ProblemKind.STATE);

	private final String code;

	private final ProblemKind kind;

	IdentityProblem(String code, ProblemKind kind) {
		this.code = "identity." + code;
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
