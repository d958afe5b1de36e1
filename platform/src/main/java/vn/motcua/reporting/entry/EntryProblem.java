package vn.motcua.reporting.entry;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of filling in. */
enum EntryProblem implements ProblemCode {

	/** A cell, section, table or column that the form has not. */
	NO_SUCH_PLACE("no-such-place", ProblemKind.NOT_FOUND),
	/** The file is no workbook that was downloaded for this report. */
	WORKBOOK("workbook", ProblemKind.FIELDS),
	/** None of the reports below waits to be entered, or the form has nothing that fits into a table. */
	NOTHING_TO_ENTER("nothing-to-enter", ProblemKind.NOT_FOUND),
	/** The upload is gone, accepted or somebody else's. */
	NO_SUCH_UPLOAD("no-such-upload", ProblemKind.NOT_FOUND);

	private final String code;

	private final ProblemKind kind;

	EntryProblem(String code, ProblemKind kind) {
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
