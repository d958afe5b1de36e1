package vn.motcua.onestop.domain;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.DossierPapers;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.OnestopProblem;
import vn.motcua.onestop.ProcessStep;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.domain.ResultIssuer.Issued;

/** The desk of the agencies that work on the platform itself. */
@Component
class HostedDesk implements OfficerDesk {

	private static final int LONGEST_NOTE = 500;

	private final Dossiers dossiers;

	private final WorkItemStore items;

	private final PaperStore papers;

	private final RunningProcesses processes;

	private final DeskActs acts;

	private final ResultIssuer results;

	private final Stewards stewards;

	private final TransactionOperations transactions;

	HostedDesk(Dossiers dossiers, WorkItemStore items, PaperStore papers, RunningProcesses processes, DeskActs acts, ResultIssuer results,
			Stewards stewards, TransactionOperations transactions) {
		this.dossiers = dossiers;
		this.items = items;
		this.papers = papers;
		this.processes = processes;
		this.acts = acts;
		this.results = results;
		this.stewards = stewards;
		this.transactions = transactions;
	}

	@Override
	public DossierView act(DossierCode code, DeskAct act, Actor officer) {
		DossierView dossier = own(code, officer);
		refuseUnlessAllowed(dossier, items.open(code), act, officer);
		Issued issued = issues(dossier, act) ? results.prepare(dossier, officer) : null;
		transactions.executeWithoutResult(transaction -> {
			List<WorkItem> open = items.open(code);
			DossierView now = own(code, officer);
			refuseUnlessAllowed(now, open, act, officer);
			acts.perform(now, open, act, officer, issued);
		});
		return own(code, officer);
	}

	@Override
	public Set<DeskAct.Kind> allowed(DossierView dossier, List<WorkItem> open, Actor officer) {
		return dossier.elsewhere() == null ? new AllowedActs(dossier, open, officer, processes.definition(dossier)).all() : Set.of();
	}

	@Override
	public DossierView look(DossierCode code, Actor officer, String purpose) {
		own(code, officer);
		return dossiers.get(code, officer, purpose);
	}

	@Override
	public DossierView find(DossierCode code, Actor officer) {
		return own(code, officer);
	}

	@Override
	public boolean concerned(DossierCode code, Actor officer) {
		own(code, officer);
		return items.open(code).stream().anyMatch(item -> officer.may(item.role()) || item.queue() == DeskQueue.PAYMENT && officer.may(Permission.FEE_COLLECT)) || dossiers.events(code).stream().anyMatch(event -> event.actorAccount().equals(officer.account()));
	}

	@Override
	public void check(DossierCode code, String componentId, DossierPapers.Verdict verdict, String note, Actor officer) {
		if (own(code, officer).elsewhere() != null) {
			throw new ProblemException(DossierProblem.HANDLED_ELSEWHERE);
		}
		if (!officer.may(Permission.DOSSIER_RECEIVE) && !officer.may(Permission.DOSSIER_PROCESS)) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		if (!componentId.matches("[A-Za-z0-9_-]{1,60}") || note.length() > LONGEST_NOTE) {
			throw new ProblemException(OnestopProblem.INCOMPLETE, List.of(FieldProblem.of("/ghi-chu", "onestop.too-long", "max", LONGEST_NOTE)));
		}
		papers.check(code, componentId, verdict, note.isBlank() ? null : note.strip(), officer);
	}

	@Override
	public DossierPapers papers(DossierCode code) {
		return papers.papers(code);
	}

	@Override
	public List<DossierEvent> events(DossierCode code) {
		return dossiers.events(code);
	}

	@Override
	public List<WorkItem> open(DossierCode code) {
		return items.open(code);
	}

	@Override
	public List<ProcessStep> steps(DossierView dossier) {
		return List.copyOf(processes.definition(dossier).steps().values());
	}

	/** Another agency's dossier is not found; that of an agency that went into the officer's is theirs. */
	private DossierView own(DossierCode code, Actor officer) {
		return dossiers.find(code).filter(dossier -> stewards.reaches(officer.agency(), dossier.summary().agency()))
			.orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
	}

	private void refuseUnlessAllowed(DossierView dossier, List<WorkItem> open, DeskAct act, Actor officer) {
		if (act.kind().permissions().stream().noneMatch(officer::may)) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		if (!allowed(dossier, open, officer).contains(act.kind())) {
			throw new ProblemException(OnestopProblem.NOT_THE_STEP);
		}
	}

	private static boolean issues(DossierView dossier, DeskAct act) {
		return act instanceof DeskAct.Sign || act instanceof DeskAct.HandOver && dossier.result() == null;
	}

}
