package vn.motcua.agent;

import java.util.Objects;

import vn.motcua.sdk.FieldProblem;
import vn.motcua.sdk.Outcome;
import vn.motcua.sdk.SyncLine;

/**
 * A line that the ledger does not take, and why.
 *
 * @param origin the row that gave it
 */
record Refusal(Origin origin, SyncLine line, FieldProblem problem) {

	/** Why a line that was sent was rejected. */
	static FieldProblem problem(Outcome rejected) {
		return new FieldProblem(Objects.requireNonNullElse(rejected.pointer(), ""), Objects.requireNonNullElse(rejected.rule(), ""), Objects.requireNonNullElse(rejected.message(), ""));
	}

	/** The code that the ledger does not take as it is; nothing of a person. */
	String value() {
		return switch (problem.member()) {
			case "agency" -> line.agency();
			case "procedure" -> line.procedure();
			default -> "";
		};
	}

}
