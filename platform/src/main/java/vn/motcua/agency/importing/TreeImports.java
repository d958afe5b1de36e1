package vn.motcua.agency.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.AgencyProblem;
import vn.motcua.agency.domain.CurrentTree;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;

/** The way a tree takes into the record: put up, looked at, applied whole in one transaction or not at all. */
@Service
public class TreeImports {

	private static final int MOST_PROBLEMS_NAMED = 200;

	private final TreeImportStore imports;

	private final TreeWriter writer;

	private final CurrentTree current;

	private final TransactionTemplate transactions;

	private final Clock clock;

	TreeImports(TreeImportStore imports, TreeWriter writer, CurrentTree current, PlatformTransactionManager transactions, Clock clock) {
		this.imports = imports;
		this.writer = writer;
		this.current = current;
		this.transactions = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Keeps a file that can be read; its lines may still be wrong. */
	public UUID putUp(String fileName, byte[] content, LocalDate on, Actor actor) {
		TreeFile.read(content);
		UUID id = UUID.randomUUID();
		imports.insert(id, fileName, content, on, actor, clock.instant(), current.tree().version());
		return id;
	}

	public TreeImport get(UUID id) {
		return imports.find(id).orElseThrow(() -> new ProblemException(AgencyProblem.UNKNOWN, "unit", id));
	}

	public List<TreeImport> latest(int limit) {
		return imports.latest(limit);
	}

	/** What the file would change in the tree as it is now. */
	public TreePlan preview(UUID id) {
		current.refresh();
		return TreePlan.of(imports.content(id), current.tree(), get(id).on());
	}

	public TreePlan preview(byte[] content, LocalDate on) {
		return TreePlan.of(content, current.tree(), on);
	}

	/** @param seenVersion version of the tree the confirmed preview was drawn from */
	public TreePlan apply(UUID id, long seenVersion, Actor actor) {
		TreePlan applied = transactions.execute(status -> {
			long version = writer.lock();
			current.refresh();
			if (version != seenVersion) {
				throw new ProblemException(AgencyProblem.TREE_CHANGED);
			}
			TreePlan plan = preview(id);
			refuseProblems(plan);
			if (imports.markApplied(id, plan, actor, clock.instant()) == 0) {
				throw new ProblemException(AgencyProblem.APPLIED_BEFORE);
			}
			writer.write(plan.steps(), get(id).on(), clock.instant());
			return plan;
		});
		current.refresh();
		return applied;
	}

	public long treeVersion() {
		return current.tree().version();
	}

	private static void refuseProblems(TreePlan plan) {
		if (!plan.problems().isEmpty()) {
			throw new ProblemException(AgencyProblem.LINES, plan.problems().stream().limit(MOST_PROBLEMS_NAMED).map(LineProblem::fieldProblem).toList());
		}
	}

}
