package vn.motcua.agency.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.importing.Change;
import vn.motcua.agency.importing.LineProblem;
import vn.motcua.agency.importing.TreeImport;
import vn.motcua.agency.importing.TreePlan;
import vn.motcua.kernel.problem.ProblemException;

/**
 * What a file would change.
 *
 * @param changes the first of them; {@code plan} counts all
 * @param treeVersion the tree this was drawn from, sent back with the confirmation
 */
public record PreviewPage(TreeImport file, TreePlan plan, List<Change> changes, List<LineProblem> problems, long treeVersion,
		@Nullable ProblemException refused) {

	private static final int SHOWN = 300;

	static PreviewPage of(TreeImport file, TreePlan plan, long treeVersion, @Nullable ProblemException refused) {
		return new PreviewPage(file, plan, plan.changes().stream().limit(SHOWN).toList(), plan.problems().stream().limit(SHOWN).toList(), treeVersion,
				refused);
	}

	public boolean applicable() {
		return file.appliedAt() == null && plan.problems().isEmpty() && !plan.changes().isEmpty();
	}

}
