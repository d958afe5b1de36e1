package vn.motcua.portal.apply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.CoSigners;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.Prospect;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormPart;
import vn.motcua.form.FormParts;
import vn.motcua.form.Forms;
import vn.motcua.kernel.Actor;
import vn.motcua.site.Page;

/** Opens drafts and puts together what their pages show. */
@Service
class Applications {

	private final Drafts drafts;

	private final Catalogue catalogue;

	private final Forms forms;

	private final FormParts parts;

	private final CoSigners signers;

	private final WorkingCalendars calendars;

	private final Clock clock;

	Applications(Drafts drafts, Catalogue catalogue, Forms forms, FormParts parts, CoSigners signers, WorkingCalendars calendars, Clock clock) {
		this.drafts = drafts;
		this.catalogue = catalogue;
		this.forms = forms;
		this.parts = parts;
		this.signers = signers;
		this.calendars = calendars;
		this.clock = clock;
	}

	/** The applicant's own draft; somebody else's is not found. */
	Application get(UUID id, Actor applicant) {
		return of(drafts.get(id, applicant), applicant);
	}

	Application of(DraftView draft, Actor applicant) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		ServiceVersion service = catalogue.get(draft.serviceVersion());
		FormDefinition form = forms.of(service);
		ObjectNode answers = forms.complete(form, draft.answers(), today);
		Prospect prospect = drafts.prospect(draft);
		Assessment assessment = prospect.assessment();
		return new Application(draft, service, form, answers, parts.pages(form, FormPart.OF_APPLICANT, answers, today),
				form.signers().isEmpty() || draft.submittedAs() != null ? List.of() : signers.of(draft.id(), applicant), assessment, due(assessment), today,
				ServiceNews.of(draft, catalogue, today), prospect);
	}

	private @Nullable Instant due(Assessment assessment) {
		return assessment.timeLimit() == null ? null : calendars.national().due(clock.instant().atZone(Page.ZONE), assessment.timeLimit()).toInstant();
	}

}
