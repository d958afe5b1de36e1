package vn.motcua.portal.apply;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.KnownAnswers;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormPart;
import vn.motcua.form.Forms;
import vn.motcua.form.Known;
import vn.motcua.kernel.Actor;

/** Puts what is known of the applicant into a new draft, and says on each page where an answer came from. */
@Component
class Prefilling {

	private final Drafts drafts;

	private final Catalogue catalogue;

	private final Forms forms;

	private final KnownAnswers known;

	Prefilling(Drafts drafts, Catalogue catalogue, Forms forms, KnownAnswers known) {
		this.drafts = drafts;
		this.catalogue = catalogue;
		this.forms = forms;
		this.known = known;
	}

	DraftView fill(DraftView draft, Actor actor) {
		FormDefinition form = forms.of(catalogue.get(draft.serviceVersion()));
		Known things = known.of(actor, form.pages(FormPart.OF_APPLICANT).stream().flatMap(page -> page.fields().stream()).toList());
		ObjectNode filled = forms.prefill(form, FormPart.OF_APPLICANT, draft.answers(), things);
		return filled.equals(draft.answers()) ? draft : drafts.patch(draft.id(), actor, filled, null);
	}

	/** What the questions of a page ask to be known. */
	Known of(FormPage page, Actor actor) {
		return known.of(actor, page.fields());
	}

}
