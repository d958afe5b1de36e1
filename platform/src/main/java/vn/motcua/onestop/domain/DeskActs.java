package vn.motcua.onestop.domain;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.catalogue.ServiceVersion.Fee.PayAt;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.OnestopProblem;
import vn.motcua.onestop.ProcessStep;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.domain.ResultIssuer.Issued;

/**
 * Does the acts that {@link HostedDesk} let through: the ledger's event first, then the move inside the agency. In this order
 * the dossier's row of the ledger is what everybody waits for, so that an officer and an applicant who act at the same
 * moment follow each other and never block each other.
 */
@Component
class DeskActs {

	private final Dossiers dossiers;

	private final RunningProcesses processes;

	private final WorkItemStore items;

	private final PaperStore papers;

	private final StepHolders holders;

	private final RunningNumbers numbers;

	private final ConsultationStore consultations;

	private final Clock clock;

	DeskActs(Dossiers dossiers, RunningProcesses processes, WorkItemStore items, PaperStore papers, StepHolders holders, RunningNumbers numbers,
			ConsultationStore consultations, Clock clock) {
		this.dossiers = dossiers;
		this.processes = processes;
		this.items = items;
		this.papers = papers;
		this.holders = holders;
		this.numbers = numbers;
		this.consultations = consultations;
		this.clock = clock;
	}

	void perform(DossierView dossier, List<WorkItem> open, DeskAct act, Actor officer, @Nullable Issued issued) {
		DossierCode code = dossier.summary().code();
		switch (act) {
			case DeskAct.Accept accept -> accept(code, accept, officer);
			case DeskAct.Refuse refuse -> dossiers.record(code, new DossierStep.Refuse(refuse.reason()), officer);
			case DeskAct.AskSupplement ask -> dossiers.record(code, new DossierStep.RequestSupplement(ask.items(), ask.reason()), officer);
			case DeskAct.AskFee ignored -> askFee(dossier, officer);
			case DeskAct.TakeFee take -> takeFee(dossier, take, officer);
			case DeskAct.Claim claim -> claim(dossier, item(open, claim.item()), officer);
			case DeskAct.Finish finish -> finish(dossier, free(item(open, finish.item()), officer), officer, finish.note(), StepKind.PROCESS);
			case DeskAct.Consult answer -> finish(dossier, free(item(open, answer.item()), officer), officer, answer.opinion(), StepKind.CONSULT);
			case DeskAct.Propose propose -> propose(dossier, free(item(open, propose.item()), officer), officer, propose);
			case DeskAct.Sign ignored -> sign(dossier, free(of(open, StepKind.SIGN), officer), officer, issued);
			case DeskAct.SendBack back -> sendBack(dossier, free(of(open, StepKind.SIGN), officer), officer, back.reason());
			case DeskAct.HandOver over -> handOver(dossier, of(open, StepKind.RETURN), officer, over, issued);
			case DeskAct.Stop stop -> dossiers.record(code, new DossierStep.Stop(stop.reason()), officer);
			case DeskAct.Reschedule later -> dossiers.record(code, new DossierStep.Reschedule(later.newDueAt(), later.reason()), officer);
			case DeskAct.Correct correct -> dossiers.record(code, new DossierStep.Correct(correct.status(), correct.reason()), officer);
		}
	}

	/** A fee due on receipt stops the clock at once, so that nobody works on an unpaid dossier unnoticed. */
	private void accept(DossierCode code, DeskAct.Accept accept, Actor officer) {
		DossierView accepted = dossiers.record(code, new DossierStep.Accept(accept.note()), officer);
		long onReceipt = accepted.fees().stream().filter(fee -> fee.payAt() == PayAt.RECEIPT).mapToLong(fee -> fee.amountVnd()).sum();
		if (onReceipt > accepted.paidVnd()) {
			dossiers.record(code, new DossierStep.RequestPayment(onReceipt - accepted.paidVnd()), officer);
		}
	}

	private void askFee(DossierView dossier, Actor officer) {
		long asked = unpaid(dossier);
		requireUnpaid(asked, dossiers.record(dossier.summary().code(), new DossierStep.RequestPayment(asked), officer));
	}

	private void takeFee(DossierView dossier, DeskAct.TakeFee take, Actor officer) {
		DossierStep paid = new DossierStep.RecordPayment(unpaid(dossier), take.method(), numbers.receiptNumber(Stewards.acting(officer.agency(), dossier.summary().agency())));
		requireUnpaid(0, dossiers.record(dossier.summary().code(), paid, officer));
	}

	/** The ledger orders those who act at once; who counted on a fee that a colleague has taken meanwhile did nothing. */
	private static void requireUnpaid(long expected, DossierView recorded) {
		if (unpaid(recorded) != expected) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
	}

	private void claim(DossierView dossier, WorkItem item, Actor officer) {
		if (!officer.may(item.role())) {
			throw new ProblemException(OnestopProblem.NOT_THE_STEP);
		}
		if (dossier.summary().status() == DossierStatus.ACCEPTED) {
			record(item, officer);
		}
		dossiers.record(item.code(), new DossierStep.Assign(StepHolders.holder(item, officer)), officer);
		items.own(item, officer);
	}

	private void finish(DossierView dossier, WorkItem item, Actor officer, @Nullable String words, StepKind kind) {
		if (item.kind() != kind || step(dossier, item).proposes()) {
			throw new ProblemException(OnestopProblem.NOT_THE_STEP);
		}
		if (kind == StepKind.CONSULT && consultations.awaited(item.code(), item.id(), clock.instant())) {
			throw new ProblemException(OnestopProblem.OPINION_AWAITED);
		}
		DossierView recorded = record(item, officer);
		papers.note(item.code(), item.stepName(), words, officer);
		processes.complete(recorded, item, officer, "approve");
		holders.tell(item.code(), officer);
	}

	private void propose(DossierView dossier, WorkItem item, Actor officer, DeskAct.Propose propose) {
		if (!step(dossier, item).proposes()) {
			throw new ProblemException(OnestopProblem.NOT_THE_STEP);
		}
		DossierView recorded = record(item, officer);
		papers.propose(item.code(), propose.granted(), propose.opinion(), officer);
		papers.note(item.code(), item.stepName(), propose.opinion(), officer);
		processes.complete(recorded, item, officer, propose.granted() ? "approve" : "refuse");
		holders.tell(item.code(), officer);
	}

	private void sign(DossierView dossier, WorkItem item, Actor officer, Issued issued) {
		if (dossier.summary().status() == DossierStatus.ACCEPTED) {
			record(item, officer);
		}
		dossiers.record(item.code(), issued.step(), officer);
	}

	/** Back to the step the process names, else to the one that proposed. */
	private void sendBack(DossierView dossier, WorkItem item, Actor officer, String reason) {
		DossierView recorded = record(item, officer);
		papers.note(item.code(), item.stepName(), reason, officer);
		if (step(dossier, item).sendsBack()) {
			processes.complete(recorded, item, officer, "return");
		}
		else {
			ProcessStep back = processes.definition(dossier).steps().values().stream().filter(ProcessStep::proposes).findFirst()
				.orElseThrow(() -> new ProblemException(OnestopProblem.DEAD_END, "step", item.stepName().vi()));
			processes.move(recorded, item, back, officer);
		}
		holders.tell(item.code(), officer);
	}

	private void handOver(DossierView dossier, WorkItem item, Actor officer, DeskAct.HandOver over, @Nullable Issued issued) {
		if (unpaid(dossier) > 0) {
			throw new ProblemException(OnestopProblem.FEE_UNPAID, "amount", unpaid(dossier));
		}
		if (dossier.result() == null && issued != null) {
			sign(dossier, item, officer, issued);
		}
		dossiers.record(item.code(), new DossierStep.Return(over.how()), officer);
	}

	/** What was done inside the agency, by whom: the first such hand takes an accepted dossier into work (2 → 4). */
	private DossierView record(WorkItem item, Actor officer) {
		return dossiers.record(item.code(), new DossierStep.Process(item.stepName()), officer);
	}

	private ProcessStep step(DossierView dossier, WorkItem item) {
		return processes.definition(dossier).step(item.stepId());
	}

	private static long unpaid(DossierView dossier) {
		return dossier.feesVnd() - dossier.paidVnd();
	}

	private static WorkItem item(List<WorkItem> open, String id) {
		return one(open, item -> item.id().equals(id));
	}

	private static WorkItem of(List<WorkItem> open, StepKind kind) {
		return one(open, item -> item.kind() == kind);
	}

	private static WorkItem one(List<WorkItem> open, Predicate<WorkItem> wanted) {
		return open.stream().filter(wanted).findFirst().orElseThrow(() -> new ProblemException(OnestopProblem.NOT_THE_STEP));
	}

	/** A step a colleague holds must be taken over before it is done. */
	private static WorkItem free(WorkItem item, Actor officer) {
		if (item.owner() != null && !item.owner().equals(officer.account())) {
			throw new ProblemException(OnestopProblem.HELD_BY_OTHER, "name", String.valueOf(item.ownerName()));
		}
		return item;
	}

}
