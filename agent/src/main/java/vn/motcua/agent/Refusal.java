package vn.motcua.agent;

import vn.motcua.sdk.FieldProblem;
import vn.motcua.sdk.SyncLine;

/**
 * A line that the ledger does not take, and why.
 *
 * @param origin the row that gave it
 */
record Refusal(Origin origin, SyncLine line, FieldProblem problem) {

	/** The code that the ledger does not take as it is; nothing of a person. */
	String value() {
		return switch (problem.member()) {
			case "agency" -> line.agency();
			case "procedure" -> line.procedure();
			default -> "";
		};
	}

}
