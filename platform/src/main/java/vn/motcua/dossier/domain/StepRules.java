package vn.motcua.dossier.domain;

import static vn.motcua.kernel.access.Permission.DOSSIER_PROCESS;
import static vn.motcua.kernel.access.Permission.DOSSIER_RECEIVE;
import static vn.motcua.kernel.access.Permission.DOSSIER_SIGN;
import static vn.motcua.kernel.access.Permission.FEE_COLLECT;
import static vn.motcua.kernel.access.Permission.LEDGER_CORRECT;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierStep;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Who may do a step, and what the law asks of it beside the lifecycle. */
@Component
class StepRules {

	/** Decree 63/2010/NĐ-CP art. 20(4), Decree 61/2018/NĐ-CP art. 15(3). */
	private static final int SUPPLEMENTS = 2;

	private static final int LONGEST_REASON = 2000;

	private final Reach reach;

	private final ProcessingDeadline deadline;

	StepRules(Reach reach, ProcessingDeadline deadline) {
		this.reach = reach;
		this.deadline = deadline;
	}

	void require(DossierState state, DossierStep step, Actor actor, Instant now) {
		if (step instanceof DossierStep.GiveOpinion given) {
			requireAsked(given, actor);
		}
		else {
			reach.require(actor, state);
		}
		if (actor.kind() != Actor.Kind.PLATFORM && !may(state, step, actor)) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		requireHere(state, step, actor);
		DossierLifecycle.after(state.status(), step);
		requireReason(step, actor);
		switch (step) {
			case DossierStep.RequestSupplement asked -> requireSupplement(state, asked);
			case DossierStep.Reschedule moved -> requireReschedule(state, moved, now);
			case DossierStep.RequestPayment asked -> requireAmount(asked.amountVnd());
			case DossierStep.RecordPayment paid -> requireAmount(paid.amountVnd());
			case DossierStep.RevokeResult _ -> requireResult(state);
			case DossierStep.Accept _, DossierStep.Refuse _, DossierStep.Process _, DossierStep.Assign _, DossierStep.AnswerSupplement _,
					DossierStep.Withdraw _, DossierStep.Stop _, DossierStep.Complete _, DossierStep.Return _, DossierStep.AskOpinion _,
					DossierStep.GiveOpinion _, DossierStep.Correct _ -> { }
		}
	}

	/** The reason a step is recorded with, {@code null} for none. */
	static @Nullable String reason(DossierStep step) {
		return switch (step) {
			case DossierStep.Refuse refuse -> refuse.reason();
			case DossierStep.RequestSupplement asked -> asked.reason();
			case DossierStep.Withdraw withdraw -> withdraw.reason();
			case DossierStep.Stop stop -> stop.reason();
			case DossierStep.Reschedule moved -> moved.reason();
			case DossierStep.Correct correct -> correct.reason();
			case DossierStep.RevokeResult revoke -> revoke.reason();
			case DossierStep.Accept _, DossierStep.Process _, DossierStep.Assign _, DossierStep.AnswerSupplement _, DossierStep.RequestPayment _,
					DossierStep.RecordPayment _, DossierStep.Complete _, DossierStep.Return _, DossierStep.AskOpinion _, DossierStep.GiveOpinion _ -> null;
		};
	}

	private boolean may(DossierState state, DossierStep step, Actor actor) {
		return switch (step) {
			case DossierStep.Accept _, DossierStep.Refuse _, DossierStep.Return _ -> mayAny(actor, DOSSIER_RECEIVE);
			case DossierStep.Process _, DossierStep.Assign _, DossierStep.RequestSupplement _, DossierStep.RequestPayment _, DossierStep.Stop _,
					DossierStep.Reschedule _ -> mayAny(actor, DOSSIER_RECEIVE, DOSSIER_PROCESS, DOSSIER_SIGN);
			case DossierStep.AskOpinion _, DossierStep.GiveOpinion _ -> mayAny(actor, DOSSIER_PROCESS);
			case DossierStep.RecordPayment _ -> mayAny(actor, FEE_COLLECT);
			case DossierStep.Complete _, DossierStep.RevokeResult _ -> mayAny(actor, DOSSIER_SIGN);
			case DossierStep.Correct _ -> mayAny(actor, LEDGER_CORRECT);
			case DossierStep.AnswerSupplement _ -> actor.applicant() || mayAny(actor, DOSSIER_RECEIVE);
			case DossierStep.Withdraw _ -> actor.applicant() || state.origin().applicant().account() == null && mayAny(actor, DOSSIER_RECEIVE);
		};
	}

	/** What the agency's own system handles, officers here only look at; a correction of the record is for those who answer for it. */
	private static void requireHere(DossierState state, DossierStep step, Actor actor) {
		if (state.synced() != null && actor.kind() == Actor.Kind.OFFICER && !(step instanceof DossierStep.Correct)) {
			throw new ProblemException(DossierProblem.HANDLED_ELSEWHERE);
		}
	}

	/** The agency that answers is not in charge: it reaches this step and nothing else of the dossier. Whether it was asked, the desk knows. */
	private static void requireAsked(DossierStep.GiveOpinion given, Actor actor) {
		if (actor.kind() != Actor.Kind.PLATFORM && !given.asked().equals(actor.agency())) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
	}

	private static boolean mayAny(Actor actor, Permission... permissions) {
		return Arrays.stream(permissions).anyMatch(actor::may);
	}

	/** An applicant may withdraw without saying why; everything else that asks for a reason gets one. */
	private static void requireReason(DossierStep step, Actor actor) {
		boolean asked = switch (step) {
			case DossierStep.Refuse _, DossierStep.RequestSupplement _, DossierStep.Stop _, DossierStep.Reschedule _, DossierStep.Correct _,
					DossierStep.RevokeResult _ -> true;
			case DossierStep.Withdraw _ -> !actor.applicant();
			case DossierStep.Accept _, DossierStep.Process _, DossierStep.Assign _, DossierStep.AnswerSupplement _, DossierStep.RequestPayment _,
					DossierStep.RecordPayment _, DossierStep.Complete _, DossierStep.Return _, DossierStep.AskOpinion _, DossierStep.GiveOpinion _ -> false;
		};
		String reason = reason(step);
		if (asked && (reason == null || reason.isBlank())) {
			throw new ProblemException(DossierProblem.REASON_MISSING, List.of(FieldProblem.of("/reason", "dossier.reason-missing")));
		}
		if (reason != null && reason.length() > LONGEST_REASON) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/reason", "dossier.too-long", "max", LONGEST_REASON)));
		}
	}

	private static void requireSupplement(DossierState state, DossierStep.RequestSupplement asked) {
		if (asked.items().isEmpty() || asked.items().size() > 100 || asked.items().stream().anyMatch(item -> item.what().isBlank())) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/items", "dossier.supplement-items")));
		}
		if (state.supplements().size() >= SUPPLEMENTS) {
			throw new ProblemException(DossierProblem.SUPPLEMENT_LIMIT, "max", SUPPLEMENTS);
		}
	}

	/** Decree 61/2018/NĐ-CP art. 19(9): once, at least a day before the due date, to a later moment. */
	private void requireReschedule(DossierState state, DossierStep.Reschedule moved, Instant now) {
		Instant due = state.moments().dueAt();
		if (state.moments().rescheduled()) {
			throw new ProblemException(DossierProblem.RESCHEDULE_LIMIT);
		}
		if (due == null || !deadline.mayStillReschedule(now, due)) {
			throw new ProblemException(DossierProblem.RESCHEDULE_TOO_LATE);
		}
		if (!moved.newDueAt().isAfter(due)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/newDueAt", "dossier.new-due-earlier")));
		}
	}

	private static void requireAmount(long amountVnd) {
		if (amountVnd <= 0 || amountVnd > 1_000_000_000_000L) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/amountVnd", "dossier.amount")));
		}
	}

	private static void requireResult(DossierState state) {
		if (state.result() == null || state.result().revokedAt() != null) {
			throw new ProblemException(DossierProblem.RESULT_MISSING);
		}
	}

}
