package vn.motcua.onestop.domain;

import java.time.Clock;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.event.DossierRecorded;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;

/**
 * The process follows the ledger: whoever recorded the step, in whatever way, the process of the dossier and the officers'
 * queues move in the same transaction. What the agency's own system handles has no process here. Steps inside an agency, which the ledger does not tell apart, are moved by the desk.
 */
@Component
class DossierFlow {

	private final RunningProcesses processes;

	private final WorkItemStore items;

	private final StepHolders holders;

	private final StepDeadlines deadlines;

	private final ConsultationStore consultations;

	private final Clock clock;

	DossierFlow(RunningProcesses processes, WorkItemStore items, StepHolders holders, StepDeadlines deadlines,
			ConsultationStore consultations, Clock clock) {
		this.processes = processes;
		this.items = items;
		this.holders = holders;
		this.deadlines = deadlines;
		this.consultations = consultations;
		this.clock = clock;
	}

	@EventListener
	void on(DossierRecorded recorded) {
		DossierView dossier = recorded.dossier();
		DossierCode code = recorded.event().code();
		if (dossier.elsewhere() != null) {
			return;
		}
		if (dossier.summary().status().ended() || dossier.summary().completedAt() != null) {
			consultations.close(code, clock.instant());
		}
		switch (recorded.event().type()) {
			case SUBMITTED -> processes.start(dossier);
			case ACCEPTED -> {
				complete(dossier, StepKind.RECEIVE, recorded.event());
				holders.tell(code, Actor.platform());
			}
			case SUPPLEMENT_REQUESTED -> items.pause(code, DeskQueue.SUPPLEMENT, clock.instant(), deadlines.ofFollowUp());
			case PAYMENT_REQUESTED -> items.pause(code, DeskQueue.PAYMENT, clock.instant(), deadlines.ofFollowUp());
			case SUPPLEMENT_ANSWERED, PAID -> resume(dossier);
			case COMPLETED -> complete(dossier, StepKind.SIGN, recorded.event());
			case RETURNED -> complete(dossier, StepKind.RETURN, recorded.event());
			case REFUSED, WITHDRAWN, STOPPED -> processes.end(code, recorded.event().type().name());
			case RESCHEDULED -> reschedule(dossier);
			case CORRECTED -> {
				correct(dossier);
				holders.tell(code, Actor.platform());
			}
			case PROCESSED, ASSIGNED, RESULT_REVOKED, OPINION_ASKED, OPINION_GIVEN -> { }
		}
	}

	private void complete(DossierView dossier, StepKind kind, DossierEvent event) {
		Actor officer = new Actor(event.actorKind(), event.actorAccount(), event.actorName(), null, event.agency(), java.util.Set.of());
		for (WorkItem item : items.lock(event.code())) {
			if (item.kind() == kind) {
				processes.complete(dossier, item, officer, "approve");
			}
		}
	}

	private void resume(DossierView dossier) {
		if (dossier.summary().status().paused()) {
			return;
		}
		for (WorkItem item : items.lock(dossier.summary().code())) {
			if (item.pausedAt() != null) {
				items.resume(item, deadlines.shifted(items.pausedDue(item), item.pausedAt()));
			}
		}
	}

	private void reschedule(DossierView dossier) {
		if (dossier.summary().dueAt() != null && !dossier.summary().status().paused()) {
			items.due(dossier.summary().code(), dossier.summary().dueAt());
		}
	}

	/** After a forced correction the process stands where the corrected status says. */
	private void correct(DossierView dossier) {
		DossierStatus status = dossier.summary().status();
		DossierCode code = dossier.summary().code();
		switch (status) {
			case REFUSED, WITHDRAWN, STOPPED, RETURNED -> processes.end(code, "CORRECTED");
			case SUBMITTED -> processes.restart(dossier, StepKind.RECEIVE);
			case COMPLETED -> processes.restart(dossier, StepKind.RETURN);
			case ACCEPTED, PROCESSING -> restartInWork(dossier);
			case SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED -> {
				restartInWork(dossier);
				items.pause(code, status == DossierStatus.PAYMENT_REQUESTED ? DeskQueue.PAYMENT : DeskQueue.SUPPLEMENT, clock.instant(), deadlines.ofFollowUp());
			}
		}
	}

	private void restartInWork(DossierView dossier) {
		List<StepKind> kinds = processes.definition(dossier).steps().values().stream().map(step -> step.kind()).toList();
		processes.restart(dossier, List.of(StepKind.PROCESS, StepKind.PROPOSE, StepKind.SIGN, StepKind.RETURN).stream().filter(kinds::contains).findFirst().orElseThrow());
	}

}
