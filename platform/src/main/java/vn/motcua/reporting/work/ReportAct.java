package vn.motcua.reporting.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * An act with what it needs.
 *
 * @param reason why; needed to revise, return, correct and extend
 * @param dueAt new deadline; needed to return and extend
 * @param assignee who takes it; {@code null} gives it back
 * @param seen mark of what a leader looked at before signing, {@code null} where nobody says
 */
public record ReportAct(Act act, @Nullable String reason, @Nullable Instant dueAt, @Nullable Assignee assignee, @Nullable String seen) {

	public static final int LONGEST_REASON = 2000;

	private static final Duration FURTHEST = Duration.ofDays(366);

	private static final Set<Act> WITH_REASON = EnumSet.of(Act.REVISE, Act.RETURN, Act.CORRECT, Act.EXTEND);

	private static final Set<Act> WITH_DEADLINE = EnumSet.of(Act.RETURN, Act.EXTEND);

	public ReportAct {
		reason = reason == null || reason.isBlank() ? null : reason.strip();
	}

	public ReportAct(Act act, @Nullable String reason, @Nullable Instant dueAt, @Nullable Assignee assignee) {
		this(act, reason, dueAt, assignee, null);
	}

	public static ReportAct of(Act act) {
		return new ReportAct(act, null, null, null);
	}

	public static ReportAct because(Act act, @Nullable String reason) {
		return new ReportAct(act, reason, null, null);
	}

	public static boolean needsReason(Act act) {
		return WITH_REASON.contains(act);
	}

	public static boolean needsDeadline(Act act) {
		return WITH_DEADLINE.contains(act);
	}

	/** @throws ProblemException naming each field that is missing or wrong */
	public void check(Instant now, Instant dueNow) {
		List<FieldProblem> problems = new ArrayList<>();
		if (reason == null && needsReason(act)) {
			problems.add(FieldProblem.of("/reason", "reporting.work.reason"));
		}
		if (reason != null && (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0)) {
			problems.add(FieldProblem.of("/reason", "reporting.work.too-long", "max", LONGEST_REASON));
		}
		if (needsDeadline(act)) {
			deadline(now, dueNow).ifPresent(problems::add);
		}
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
	}

	private java.util.Optional<FieldProblem> deadline(Instant now, Instant dueNow) {
		if (dueAt == null) {
			return java.util.Optional.of(FieldProblem.of("/dueAt", "reporting.work.due"));
		}
		if (!dueAt.isAfter(now) || dueAt.isAfter(now.plus(FURTHEST))) {
			return java.util.Optional.of(FieldProblem.of("/dueAt", "reporting.work.due-range"));
		}
		return act == Act.EXTEND && !dueAt.isAfter(dueNow) ? java.util.Optional.of(FieldProblem.of("/dueAt", "reporting.work.due-later")) : java.util.Optional.empty();
	}

}
