package vn.motcua.reporting;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of the reporting module that all its rooms share, and those of the steps of the work. */
public enum ReportingProblem implements ProblemCode {

	NO_SUCH_REGIME("no-such-regime", ProblemKind.NOT_FOUND),
	NO_SUCH_PERIOD("no-such-period", ProblemKind.NOT_FOUND),
	NO_SUCH_AGENCY("no-such-agency", ProblemKind.NOT_FOUND),
	/** The agency does not owe this report, or the period has not been opened. */
	NOT_OWED("not-owed", ProblemKind.NOT_FOUND),
	/** The period opens later. */
	NOT_OPEN_YET("not-open-yet", ProblemKind.STATE),
	/** There is none, or it is not for this agency to see. */
	NO_SUCH_REPORT("no-such-report", ProblemKind.NOT_FOUND),
	/** The report can be seen, but another agency fills it in. */
	OTHER_AGENCY("other-agency", ProblemKind.FORBIDDEN),
	/** Figures were approved or sent and wait for somebody else. */
	NOT_FILLABLE("not-fillable", ProblemKind.STATE),
	/** The period or the report is closed; only a correction opens it. */
	CLOSED("closed", ProblemKind.STATE),
	/** The period is closed and this report's time is over; whoever receives it can give it more. */
	PERIOD_CLOSED("period-closed", ProblemKind.STATE),
	/** A period is closed after its deadline and grace. */
	NOT_DUE_YET("not-due-yet", ProblemKind.STATE),
	/** Nobody owes a report for the period. */
	NOBODY_OWES("nobody-owes", ProblemKind.STATE),
	/** The act is none of those that the report's state allows. */
	ACT_NOT_ALLOWED("act-not-allowed", ProblemKind.STATE),
	/** The act belongs to somebody else: the reporter, the receiver or the owner. */
	NOT_YOURS("not-yours", ProblemKind.FORBIDDEN),
	/** The agency was reminded of this report today already. */
	REMINDED_TODAY("reminded-today", ProblemKind.STATE),
	/** What would be signed is not what the leader looked at any more. */
	STANDING_MOVED("standing-moved", ProblemKind.STATE),
	/** Findings of the check keep a report from going on. */
	FINDINGS("findings", ProblemKind.FIELDS),
	/** Sheets of a regime have room for so many cells over all its versions. */
	TOO_MANY_CELLS("too-many-cells", ProblemKind.STATE),
	/** The first line names other columns than a table of values has. */
	HEADING("heading", ProblemKind.UNREADABLE),
	LINE_TOO_LONG("line-too-long", ProblemKind.TOO_LARGE),
	BODY_TOO_LARGE("body-too-large", ProblemKind.TOO_LARGE),
	TOO_MANY_VALUES("too-many-values", ProblemKind.TOO_LARGE),
	/** The request took too long to arrive. */
	TOO_SLOW("too-slow", ProblemKind.UNREADABLE),
	/** As many requests as may be are being read or written. */
	BUSY("busy", ProblemKind.TOO_MANY);

	private final String code;

	private final ProblemKind kind;

	ReportingProblem(String code, ProblemKind kind) {
		this.code = "reporting." + code;
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
