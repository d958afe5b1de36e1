package vn.motcua.dossier.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.KnownAnswers;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormPart;
import vn.motcua.form.Forms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;

/** Drafts as they hold: on the version of the service in force, with what a register alone decides in its place. */
@Component
class OpenDrafts {

	private final DraftStore store;

	private final DraftRebasing rebasing;

	private final DraftVersions versions;

	private final Forms forms;

	private final KnownAnswers known;

	OpenDrafts(DraftStore store, DraftRebasing rebasing, DraftVersions versions, Forms forms, KnownAnswers known) {
		this.store = store;
		this.rebasing = rebasing;
		this.versions = versions;
		this.forms = forms;
		this.known = known;
	}

	Draft find(UUID id, Actor applicant) {
		Draft begun = store.find(id, applicant.account()).orElseThrow(() -> new ProblemException(DossierProblem.DRAFT_NOT_FOUND));
		Draft draft = rebasing.current(begun, applicant.account());
		Optional<FormDefinition> form = draft.submittedAs() != null ? Optional.empty() : versions.inForce(draft).map(forms::of);
		return form.map(open -> bound(draft, open, applicant)).orElse(draft);
	}

	/** The applicant has seen what changed in the service. */
	void told(UUID id, UUID account) {
		store.told(id, account);
	}

	/** Nobody else changes, submits or discards the draft before the transaction ends. */
	void lock(UUID id) {
		store.lock(id);
	}

	ServiceVersion service(Draft draft) {
		return versions.service(draft);
	}

	FormDefinition form(Draft draft) {
		return versions.form(draft);
	}

	LocalDate today() {
		return versions.today();
	}

	private Draft bound(Draft draft, FormDefinition form, Actor applicant) {
		List<FormField> decided = form.pages(FormPart.OF_APPLICANT).stream().flatMap(page -> page.fields().stream()).filter(FormField::authority).toList();
		return decided.isEmpty() ? draft : draft.answering(forms.bound(form, draft.answers(), known.of(applicant, decided)));
	}

}
