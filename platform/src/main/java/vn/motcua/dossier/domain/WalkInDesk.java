package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.WalkIn;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Takes in dossiers that come to the desk or by post, by the same checks as online; the same request key enters once. */
@Component
class WalkInDesk {

	private final Catalogue catalogue;

	private final Accounts accounts;

	private final Files files;

	private final Intake intake;

	private final LedgerStore store;

	private final Recording recording;

	private final ProcessingDeadline deadline;

	private final Clock clock;

	WalkInDesk(Catalogue catalogue, Accounts accounts, Files files, Intake intake, LedgerStore store, Recording recording, ProcessingDeadline deadline,
			Clock clock) {
		this.catalogue = catalogue;
		this.accounts = accounts;
		this.files = files;
		this.intake = intake;
		this.store = store;
		this.recording = recording;
		this.deadline = deadline;
		this.clock = clock;
	}

	Submission enter(Actor officer, WalkIn walkIn) {
		requireDesk(officer, walkIn);
		String key = "walk-in " + walkIn.requestKey();
		Optional<LedgerStore.Entered> entered = store.enteredAs(officer.account(), key);
		if (entered.isPresent()) {
			return submission(store.find(entered.get().code()).orElseThrow());
		}
		Instant now = StepRecorder.moment(clock);
		Filing filing = filing(officer, walkIn, LocalDate.ofInstant(now, ProcessingDeadline.ZONE));
		DossierEvent event = intake.submitted(filing, officer, now);
		if (!event.agency().equals(officer.agency())) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(CompetentAgency.pointer(filing.service().handling()), "dossier.other-agency")));
		}
		DossierState state = Fold.fold(null, event);
		boolean recorded = recording.record(() -> store.enter(officer.account(), key, "", event, state), state, filing.answers()) != null;
		return submission(recorded ? state : store.find(store.enteredAs(officer.account(), key).orElseThrow().code()).orElseThrow());
	}

	private static void requireDesk(Actor officer, WalkIn walkIn) {
		if (officer.agency() == null || !officer.may(Permission.DOSSIER_RECEIVE)) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		if (walkIn.requestKey().isBlank() || walkIn.requestKey().length() > 100 || walkIn.applicant().name().isBlank()) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/applicant/name", "dossier.applicant-name")));
		}
	}

	private Filing filing(Actor officer, WalkIn walkIn, LocalDate on) {
		ServiceVersion service = catalogue.find(walkIn.service(), on).filter(open -> open.channels().contains(walkIn.channel()))
			.orElseThrow(() -> new ProblemException(DossierProblem.SERVICE_NOT_OPEN));
		WalkIn.Applicant applicant = walkIn.applicant();
		UUID account = applicant.subject() == null ? null : verified(applicant.subject());
		String born = applicant.birthDate() == null ? null : applicant.birthDate().toString();
		return new Filing(service, walkIn.channel(), new DossierState.Applicant(account, applicant.subject(), applicant.name().strip(), applicant.phone(), applicant.email()),
				born, MergePatch.checked(walkIn.answers()), attached(walkIn), walkIn.paperComponents(), null, officer.agency(), DraftSignatures.Standing.NONE_NEEDED);
	}

	/** Who only says online that a number is theirs gets nothing that somebody else brings to the desk under it. */
	private @Nullable UUID verified(String subject) {
		return accounts.findBySubject(subject).filter(account -> account.assurance() == Account.Assurance.VERIFIED).map(Account::id).orElse(null);
	}

	private List<AttachedFile> attached(WalkIn walkIn) {
		Map<UUID, StoredFile> stored = files.get(walkIn.files().stream().map(DossierStep.SuppliedFile::file).toList());
		List<AttachedFile> attached = new ArrayList<>();
		for (DossierStep.SuppliedFile file : walkIn.files()) {
			attached.add(StepRecorder.attached(file.componentId(), stored.get(file.file()), 0));
		}
		return attached;
	}

	private Submission submission(DossierState state) {
		Instant submittedAt = state.moments().submittedAt();
		return new Submission(state.code(), submittedAt, deadline.due(submittedAt, state.origin().limit()));
	}

}
