package vn.motcua.exchange;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of the exchange between agencies' systems and the platform. */
public enum ExchangeProblem implements ProblemCode {

	/** The batch has more lines or bytes than one may have. */
	BATCH_TOO_LARGE("batch-too-large", ProblemKind.TOO_LARGE),
	/** The batch took too long to arrive, or unpacks to nothing. */
	BATCH_TOO_SLOW("batch-too-slow", ProblemKind.UNREADABLE),
	/** Others are being taken at the moment. */
	BUSY("busy", ProblemKind.TOO_MANY),
	/** The bytes of a file have another digest than its address says. */
	OTHER_BYTES("other-bytes", ProblemKind.FIELDS),
	/** The caller is no system that was ever registered. */
	NO_PARTICIPANT("no-participant", ProblemKind.FORBIDDEN),
	/** The centre has not approved the system, or refused it. */
	NOT_APPROVED("not-approved", ProblemKind.FORBIDDEN),
	/** The system may not call for now. */
	SUSPENDED("suspended", ProblemKind.FORBIDDEN),
	/** The system takes part no more. */
	ENDED("ended", ProblemKind.FORBIDDEN),
	/** Who registered a system does not approve it. */
	OWN_REGISTRATION("own-registration", ProblemKind.STATE),
	/** More calls in this minute than the system may make. */
	QUOTA_CALLS("quota-calls", ProblemKind.TOO_MANY),
	/** The lines of this day are used up. */
	QUOTA_LINES("quota-lines", ProblemKind.TOO_MANY);

	private final String code;

	private final ProblemKind kind;

	ExchangeProblem(String code, ProblemKind kind) {
		this.code = "exchange." + code;
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
