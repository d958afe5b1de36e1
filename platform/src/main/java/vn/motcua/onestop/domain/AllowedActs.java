package vn.motcua.onestop.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierView;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.onestop.DeskAct.Kind;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.domain.ProcessDefinitions.Definition;

/** Which acts a dossier admits now, by its status, its open steps and who asks: one table for buttons and for refusals. */
final class AllowedActs {

	/** Decree 61/2018/NĐ-CP art. 15.3, Decree 63/2010/NĐ-CP art. 20.4: never more than twice. */
	private static final int MOST_SUPPLEMENTS = 2;

	private final DossierView dossier;

	private final DossierStatus status;

	private final List<WorkItem> open;

	private final Actor officer;

	private final Definition definition;

	AllowedActs(DossierView dossier, List<WorkItem> open, Actor officer, Definition definition) {
		this.dossier = dossier;
		this.status = dossier.summary().status();
		this.open = open;
		this.officer = officer;
		this.definition = definition;
	}

	Set<Kind> all() {
		Set<Kind> allowed = EnumSet.noneOf(Kind.class);
		for (Kind kind : Kind.values()) {
			if (kind.permissions().stream().anyMatch(officer::may) && now(kind)) {
				allowed.add(kind);
			}
		}
		return allowed;
	}

	private boolean now(Kind kind) {
		return switch (kind) {
			case ACCEPT, REFUSE -> status == DossierStatus.SUBMITTED && has(item -> item.kind() == StepKind.RECEIVE);
			case ASK_SUPPLEMENT -> inWork() && dossier.supplements().size() < MOST_SUPPLEMENTS;
			case ASK_FEE -> inWork() && unpaid() > 0;
			case TAKE_FEE -> !status.ended() && unpaid() > 0;
			case CLAIM -> has(item -> item.pausedAt() == null && officer.may(item.role()) && !officer.account().equals(item.owner()));
			case FINISH -> inWork() && has(item -> item.kind() == StepKind.PROCESS && !definition.step(item.stepId()).proposes());
			case CONSULT -> inWork() && has(item -> item.kind() == StepKind.CONSULT);
			case PROPOSE -> inWork() && has(item -> definition.step(item.stepId()).proposes());
			case SIGN, SEND_BACK -> inWork() && has(item -> item.kind() == StepKind.SIGN);
			case HAND_OVER -> (status == DossierStatus.COMPLETED || inWork() && officer.may(Permission.DOSSIER_SIGN)) && has(item -> item.kind() == StepKind.RETURN);
			case STOP -> inWork() || status.paused();
			case RESCHEDULE -> inWork() && dossier.summary().dueAt() != null;
			case CORRECT -> true;
		};
	}

	private boolean inWork() {
		return status == DossierStatus.ACCEPTED || status == DossierStatus.PROCESSING;
	}

	private long unpaid() {
		return dossier.feesVnd() - dossier.paidVnd();
	}

	private boolean has(Predicate<WorkItem> wanted) {
		return open.stream().anyMatch(wanted);
	}

}
