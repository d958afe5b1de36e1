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
	BUSY("busy", ProblemKind.TOO_MANY);

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
