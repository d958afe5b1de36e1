package vn.motcua.onestop.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierView;
import vn.motcua.form.Forms;
import vn.motcua.form.ResultTemplate;
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

	String filled(String template, DossierView dossier, ServiceVersion service, Map<String, String> facts) {
		LocalDate day = LocalDate.ofInstant(dossier.summary().submittedAt(), Page.ZONE);
		return new ResultTemplate(forms.of(service), agencies, messages).filled(template, office.together(dossier), facts, day);
	}

	/** What the competent person of an agency is called on a document, for example CHỦ TỊCH. */
	String position(Agency agency) {
		return messages.text(VIETNAMESE, "onestop.position." + agency.level().name().toLowerCase(Locale.ROOT));
	}

	String reason() {
		return messages.text(VIETNAMESE, "onestop.sign.reason");
	}

	String refusalTitle() {
		return messages.text(VIETNAMESE, "onestop.result.refusal");
	}

	static String standard() {
		try (InputStream template = ResultWords.class.getResourceAsStream("/onestop/result.html")) {
			return new String(template.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
