package vn.motcua.dossier.domain;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormPart;
import vn.motcua.form.FormParts;
import vn.motcua.form.Forms;
import vn.motcua.kernel.problem.FieldProblem;

/** Which answers of a draft are the applicant's own to write. */
@Component
class ApplicantParts {

	private final Forms forms;

	private final FormParts parts;

	private final SignerStore signers;

	ApplicantParts(Forms forms, FormParts parts, SignerStore signers) {
		this.forms = forms;
		this.parts = parts;
		this.signers = signers;
	}

	List<FieldProblem> strangers(ServiceVersion service, JsonNode patch) {
		FormDefinition form = forms.of(service);
		return parts.strangers(form, FormPart.OF_APPLICANT, patch);
	}

	/** With a draft go the invitations to sign it. */
	void forget(UUID draft) {
		signers.forget(draft);
	}

}
