package vn.motcua.dossier.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.KnownAnswers;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.dossier.domain.SignerStore.SignerRow;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormPart;
import vn.motcua.form.Forms;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;

/** Drafts for the people who sign them: reached by the invitation, never by the draft's own number. */
@Component
class SignedDrafts {

	private final OpenDrafts drafts;

	private final DraftVersions versions;

	private final DraftStore store;

	private final Forms forms;

	private final KnownAnswers known;

	private final Accounts accounts;

	private final AuditTrail audit;

	SignedDrafts(OpenDrafts drafts, DraftVersions versions, DraftStore store, Forms forms, KnownAnswers known, Accounts accounts, AuditTrail audit) {
		this.drafts = drafts;
		this.versions = versions;
		this.store = store;
		this.forms = forms;
		this.known = known;
		this.accounts = accounts;
		this.audit = audit;
	}

	Draft find(SignerRow row) {
		return drafts.find(row.draft(), owner(row.draft()));
	}

	/** Whose draft it is. */
	Actor owner(UUID draft) {
		return accounts.actor(store.owner(draft).orElseThrow(() -> new ProblemException(DossierProblem.INVITATION_NOT_FOUND)));
	}

	/** A signer reads what the applicant wrote: recorded like every look at a person's data. */
	void looked(SignerRow row, Actor signer) {
		audit.record(new AccessRecord(signer, AuditAction.DOSSIER_VIEWED, row.draft().toString(), owner(row.draft()).subject(), "dossier.purpose.sign"));
	}

	/** Nobody changes the draft until the transaction ends. */
	void lock(UUID draft) {
		store.lock(draft);
	}

	/** Empty when nobody can apply for the service any more. */
	Optional<FormDefinition> openForm(Draft draft) {
		return versions.inForce(draft).map(forms::of);
	}

	FormDefinition form(Draft draft) {
		return versions.form(draft);
	}

	ServiceVersion service(Draft draft) {
		return versions.service(draft);
	}

	LocalDate today() {
		return versions.today();
	}

	Account account(Actor signer) {
		return accounts.find(signer.account()).orElseThrow();
	}

	/** All answers, with what is known of the signer in their part. */
	ObjectNode prefilled(Draft draft, FormPart part, Actor signer) {
		FormDefinition form = versions.form(draft);
		return forms.prefill(form, part, draft.answers(), known.of(signer, form.pages(part).stream().flatMap(page -> page.fields().stream()).toList()));
	}

}
