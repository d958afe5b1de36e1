package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Turns a draft into a dossier exactly once: marking the draft, the dossier, its first event and whatever others do on
 * hearing of it are one transaction, and the mark can be set only on the version that was checked.
 */
@Component
class DraftSubmission {

	private static final int TRIES = 5;

	private final OpenDrafts drafts;

	private final LedgerStore ledger;

	private final Intake intake;

	private final Recording recording;

	private final DraftSignatures signatures;

	private final Accounts accounts;

	private final ProcessingDeadline deadline;

	private final Clock clock;

	DraftSubmission(OpenDrafts drafts, LedgerStore ledger, Intake intake, Recording recording, DraftSignatures signatures, Accounts accounts,
			ProcessingDeadline deadline, Clock clock) {
		this.drafts = drafts;
		this.ledger = ledger;
		this.intake = intake;
		this.recording = recording;
		this.signatures = signatures;
		this.accounts = accounts;
		this.deadline = deadline;
		this.clock = clock;
	}

	Submission submit(UUID id, Actor applicant) {
		for (int tried = 0; tried < TRIES; tried++) {
			Draft draft = find(id, applicant);
			if (draft.submittedAs() != null) {
				return submission(ledger.find(draft.submittedAs()).orElseThrow());
			}
			if (!draft.told()) {
				drafts.told(id, applicant.account());
				throw new ProblemException(DossierProblem.FORM_CHANGED);
			}
			Filing filing = filing(draft, applicant);
			DossierEvent event = intake.submitted(filing, applicant, StepRecorder.moment(clock));
			DossierState state = Fold.fold(null, event);
			boolean recorded = recording.record(() -> ledger.submit(id, applicant.account(), draft.version(), event, state), state,
					LedgerJson.read(event.detail().get("answers"), tools.jackson.databind.node.ObjectNode.class)) != null;
			if (recorded) {
				return submission(state);
			}
		}
		throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
	}

	List<FieldProblem> check(Draft draft, Actor applicant) {
		return intake.check(filing(draft, applicant), today()).problems();
	}

	Draft find(UUID id, Actor applicant) {
		return drafts.find(id, applicant);
	}

	/** The version in force today, open online. */
	ServiceVersion service(Draft draft) {
		return drafts.service(draft);
	}

	static void requireAudience(ServiceVersion service, Actor applicant) {
		ServiceVersion.Audience audience = applicant.kind() == Actor.Kind.ENTERPRISE ? ServiceVersion.Audience.ENTERPRISE : ServiceVersion.Audience.CITIZEN;
		if (!applicant.applicant()) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		if (!service.audience().contains(audience)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/service", "dossier.audience." + audience.name().toLowerCase(java.util.Locale.ROOT))));
		}
	}

	private Filing filing(Draft draft, Actor applicant) {
		Account account = accounts.find(applicant.account()).orElse(null);
		DossierState.Applicant person = new DossierState.Applicant(applicant.account(), applicant.subject(), applicant.name(),
				account == null ? null : account.phone(), account == null ? null : account.email());
		String born = account == null || account.birthDate() == null ? null : account.birthDate().toString();
		return new Filing(service(draft), Channel.ONLINE, person, born, draft.answers(), draft.files(), List.of(), draft.id(), null,
				signatures.standing(draft));
	}

	private Submission submission(DossierState state) {
		Instant submittedAt = state.moments().submittedAt();
		return new Submission(state.code(), submittedAt, deadline.due(submittedAt, state.origin().limit()));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE);
	}

}
