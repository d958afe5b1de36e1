package vn.motcua.reporting;

import java.util.List;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;

/** What must be in order before a report is put before the leader. The room that knows figures, notes and narrative answers. */
public interface ReportChecks {

	/** Brings the computed figures in line with those they follow from, whoever sent them; saves nothing when they agree already. */
	void complete(SheetKey key, Actor actor);

	/** Errors, and warnings that nobody has explained; empty when the report may go on. At most 500. */
	List<FieldProblem> findings(SheetKey key);

}
