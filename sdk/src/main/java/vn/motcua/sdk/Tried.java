package vn.motcua.sdk;

import java.util.List;

/**
 * What would become of a line if it were sent now.
 *
 * @param result the outcome
 * @param problems everything that is wrong with it, empty unless it would be rejected
 */
public record Tried(Outcome.Result result, List<FieldProblem> problems) {

	/** Keeps its own list. */
	public Tried {
		problems = List.copyOf(problems);
	}

}
