package vn.motcua.agency;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of this module. */
public enum AgencyProblem implements ProblemCode {

	/** No unit or agency has this number, code or import. */
	UNKNOWN("unknown", ProblemKind.NOT_FOUND),
	/** The file is no CSV in UTF-8 and no spreadsheet, or has not the columns of a tree. */
	FILE_UNREADABLE("file-unreadable", ProblemKind.UNREADABLE),
	FILE_TOO_LARGE("file-too-large", ProblemKind.TOO_LARGE),
	/** At least one line breaks a rule, so nothing of the file is applied. */
	LINES("lines", ProblemKind.FIELDS),
	/** The tree is not the one the preview was drawn from. */
	TREE_CHANGED("tree-changed", ProblemKind.STATE),
	/** The import was applied before. */
	APPLIED_BEFORE("applied-before", ProblemKind.STATE);

	private final String code;

	private final ProblemKind kind;

	AgencyProblem(String code, ProblemKind kind) {
		this.code = "agency." + code;
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
