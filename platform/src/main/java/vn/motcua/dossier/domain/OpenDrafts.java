package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.KnownAnswers;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormPart;
import vn.motcua.form.Forms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.ProblemException;

/** Drafts as they hold: on the version of the service in force, with what a register alone decides in its place. */
@Component
class OpenDrafts {

	private final DraftStore store;

	private final DraftRebasing rebasing;

	private final Catalogue catalogue;

	private final Forms forms;

	private final KnownAnswers known;

	private final Clock clock;

	OpenDrafts(DraftStore store, DraftRebasing rebasing, Catalogue catalogue, Forms forms, KnownAnswers known, Clock clock) {
		this.store = store;
		this.rebasing = rebasing;
		this.catalogue = catalogue;
		this.forms = forms;
		this.known = known;
		this.clock = clock;
	}

	Draft find(UUID id, Actor applicant) {
		Draft begun = store.find(id, applicant.account()).orElseThrow(() -> new ProblemException(DossierProblem.DRAFT_NOT_FOUND));
		Draft draft = rebasing.current(begun, applicant.account());
		Optional<FormDefinition> form = draft.submittedAs() != null ? Optional.empty() : inForce(draft).map(forms::of);
		return form.map(open -> bound(draft, open, applicant)).orElse(draft);
	}

	/** The applicant has seen what changed in the service. */
	void told(UUID id, UUID account) {
		store.told(id, account);
	}

	/** The version in force today, open online. */
	ServiceVersion service(Draft draft) {
		return inForce(draft).orElseThrow(() -> new ProblemException(DossierProblem.SERVICE_NOT_OPEN));
	}

	FormDefinition form(Draft draft) {
		return forms.of(service(draft));
	}

	LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE);
	}

	private Optional<ServiceVersion> inForce(Draft draft) {
		return catalogue.find(new ProcedureCode(draft.service()), today()).filter(open -> open.channels().contains(Channel.ONLINE));
	}

	private Draft bound(Draft draft, FormDefinition form, Actor applicant) {
		List<FormField> decided = form.pages(FormPart.OF_APPLICANT).stream().flatMap(page -> page.fields().stream()).filter(FormField::authority).toList();
		return decided.isEmpty() ? draft : draft.answering(forms.bound(form, draft.answers(), known.of(applicant, decided)));
	}

}
