package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Forms;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.ProblemException;

/** Which version of its service a draft goes by: the one in force today and open online; once submitted, the one it was submitted on. */
@Component
class DraftVersions {

	private final Catalogue catalogue;

	private final Forms forms;

	private final Clock clock;

	DraftVersions(Catalogue catalogue, Forms forms, Clock clock) {
		this.catalogue = catalogue;
		this.forms = forms;
		this.clock = clock;
	}

	/** Empty when nobody can apply for the service any more. */
	Optional<ServiceVersion> inForce(Draft draft) {
		return catalogue.find(new ProcedureCode(draft.service()), today()).filter(open -> open.channels().contains(Channel.ONLINE));
	}

	ServiceVersion service(Draft draft) {
		return draft.submittedAs() != null ? catalogue.get(draft.serviceVersion())
				: inForce(draft).orElseThrow(() -> new ProblemException(DossierProblem.SERVICE_NOT_OPEN));
	}

	FormDefinition form(Draft draft) {
		return forms.of(service(draft));
	}

	LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE);
	}

}
