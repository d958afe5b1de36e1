package vn.motcua.portal.sign;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.KnownAnswers;
import vn.motcua.dossier.SigningView;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormParts;
import vn.motcua.form.Forms;
import vn.motcua.form.Sheet;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;

/** Pages that a signer fills in: drawn and read as the applicant's, for their part alone. */
@Component
class PartPages {

	private final Parts parts;

	private final Forms forms;

	private final FormParts form;

	private final KnownAnswers known;

	PartPages(Parts parts, Forms forms, FormParts form, KnownAnswers known) {
		this.parts = parts;
		this.forms = forms;
		this.form = form;
		this.known = known;
	}

	PartPage page(SigningView view, String pageId, List<FieldProblem> problems, Map<String, String[]> posted, Actor actor) {
		PartPage part = parts.of(view);
		FormPage page = PartController.page(part, pageId);
		Sheet sheet = Sheet.of(view.answers(), part.today()).of(view.part()).with(problems).with(Map.of(), posted).with(known.of(actor, page.fields()));
		return parts.of(view, forms.view(part.form(), pageId, sheet), false);
	}

	ObjectNode read(SigningView view, String pageId, Map<String, String[]> posted) {
		PartPage part = parts.of(view);
		PartController.page(part, pageId);
		return form.read(part.form(), view.part(), pageId, posted, view.answers());
	}

	boolean again(SigningView view, String pageId, Map<String, String[]> posted) {
		PartPage part = parts.of(view);
		return forms.again(part.form(), pageId, posted, view.answers(), part.today());
	}

}
