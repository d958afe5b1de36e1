package vn.motcua.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;

/** What must be in order before a report is put before the leader. The room that knows figures, notes and narrative answers. */
public interface ReportChecks {

	/** Brings the computed figures in line with those they follow from, whoever sent them; saves nothing when they agree already. */
	void complete(SheetKey key, Actor actor);

	/** Those of them in which everything stands that must be filled in; what it says is not looked at. */
	Set<SheetKey> filled(Collection<SheetKey> reports);

	/** Errors, and warnings that nobody has explained; empty when the report may go on. At most 500. */
	List<FieldProblem> findings(SheetKey key);

}
