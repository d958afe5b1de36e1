package vn.motcua.onestop.domain;

import java.time.LocalDate;
import java.util.Locale;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierView;
import vn.motcua.form.Forms;
import vn.motcua.form.paper.ResultFacts;
import vn.motcua.form.paper.ResultPaper;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** Words of a result: what options and units were called on the day of the submission, and who signs as what. */
@Component
class ResultWords {

	private static final Locale VIETNAMESE = Locale.of("vi");

	private final Forms forms;

	private final Agencies agencies;

	private final Messages messages;

	private final OfficeAnswers office;

	ResultWords(Forms forms, Agencies agencies, Messages messages, OfficeAnswers office) {
		this.forms = forms;
		this.agencies = agencies;
		this.messages = messages;
		this.office = office;
	}

	/** The document, ready to be drawn and signed. */
	String filled(ResultFacts facts, DossierView dossier, ServiceVersion service) {
		return new ResultPaper(service, forms.of(service), agencies, messages).xhtml(facts, office.together(dossier), LocalDate.ofInstant(dossier.summary().submittedAt(), Page.ZONE));
	}

	/** What the competent person of an agency is called on a document, for example CHỦ TỊCH. */
	String position(Agency agency) {
		return messages.text(VIETNAMESE, "onestop.position." + agency.level().name().toLowerCase(Locale.ROOT));
	}

	String reason() {
		return messages.text(VIETNAMESE, "onestop.sign.reason");
	}

}
