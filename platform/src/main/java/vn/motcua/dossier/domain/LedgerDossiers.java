package vn.motcua.dossier.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Tracking;
import vn.motcua.dossier.WalkIn;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** The ledger's door on the database. */
@Service
class LedgerDossiers implements Dossiers {

	/** How often a step is tried again when another came in between; each try reads the dossier anew and asks the rules again. */
	private static final int TRIES = 3;

	private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

	private final LedgerStore store;

	private final WalkInDesk desk;

	private final StepWork steps;

	private final DossierViews views;

	private final Reach reach;

	private final AuditTrail audit;

	LedgerDossiers(LedgerStore store, WalkInDesk desk, StepWork steps, DossierViews views, Reach reach, AuditTrail audit) {
		this.store = store;
		this.desk = desk;
		this.steps = steps;
		this.views = views;
		this.reach = reach;
		this.audit = audit;
	}

	@Override
	public Submission enter(Actor officer, WalkIn walkIn) {
		return desk.enter(officer, walkIn);
	}

	@Override
	public DossierView get(DossierCode code, Actor viewer, String purpose) {
		LedgerStore.Filed filed = store.filed(code).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
		reach.require(viewer, filed.state());
		if (!viewer.applicant() && viewer.kind() != Actor.Kind.PLATFORM) {
			String subject = filed.state().origin().applicant().subject();
			audit.record(new AccessRecord(viewer, AuditAction.DOSSIER_VIEWED, code.value(), subject, purpose));
		}
		return views.view(filed.state(), filed.answers());
	}

	@Override
	public Optional<DossierView> find(DossierCode code) {
		return store.filed(code).map(filed -> views.view(filed.state(), filed.answers()));
	}

	@Override
	public DossierView record(DossierCode code, DossierStep step, Actor actor) {
		for (int tried = 0; tried < TRIES; tried++) {
			LedgerStore.Filed filed = store.filed(code).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
			DossierView view = steps.record(filed, step, actor);
			if (view != null) {
				return view;
			}
		}
		throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
	}

	@Override
	public Slice<DossierSummary> ofApplicant(Actor applicant, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 2);
		Instant before = place == null ? LATEST : EventRows.moment(place.keys().get(0));
		if (applicant.subject() == null) {
			return new Slice<>(List.of(), null);
		}
		UUID account = reach.proven(applicant) ? null : applicant.account();
		List<DossierState> rows = store.ofApplicant(applicant.subject(), account, limit.value() + 1, before, place == null ? "" : place.keys().get(1));
		return Slice.of(rows, limit.value(), state -> Cursor.of(state.moments().submittedAt(), state.code())).map(views::summary);
	}

	@Override
	public List<DossierEvent> events(DossierCode code) {
		return store.events(code);
	}

	@Override
	public Optional<Tracking> track(DossierCode code) {
		return store.find(code).map(DossierViews::tracking);
	}

}
