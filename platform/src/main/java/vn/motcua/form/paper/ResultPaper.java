package vn.motcua.form.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.ResultTemplate;
import vn.motcua.site.Messages;

/**
 * The document of a result before it is signed: by the service's template, or by the platform's where it has none and for
 * refusals. It is a legal document and stands in Vietnamese.
 */
public final class ResultPaper {

	private static final Locale VIETNAMESE = Locale.of("vi");

	private static final String STANDARD = standard();

	private final ServiceVersion service;

	private final ResultTemplate words;

	private final String refusal;

	public ResultPaper(ServiceVersion service, FormDefinition form, Agencies agencies, Messages messages) {
		this.service = service;
		this.words = new ResultTemplate(form, agencies, messages);
		this.refusal = messages.text(VIETNAMESE, "form.result.refusal");
	}

	/**
	 * Well-formed XHTML.
	 *
	 * @param day of the submission: options and units are called as they were then
	 */
	public String xhtml(ResultFacts facts, JsonNode answers, LocalDate day) {
		String template = facts.granted() && service.resultTemplate() != null ? service.resultTemplate() : STANDARD;
		return words.filled(template, answers, facts.named(service, refusal), day);
	}

	private static String standard() {
		try (InputStream template = ResultPaper.class.getResourceAsStream("/form/result.html")) {
			return new String(template.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
