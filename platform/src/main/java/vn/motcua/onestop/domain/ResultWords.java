package vn.motcua.onestop.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierView;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.Option;
import vn.motcua.form.Forms;
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

	ResultDocument document(DossierView dossier, ServiceVersion service, Map<String, String> facts) {
		Map<String, FormField> fields = new HashMap<>();
		forms.of(service).pages().forEach(page -> page.fields().forEach(field -> index(field, field.path(), fields)));
		LocalDate day = LocalDate.ofInstant(dossier.summary().submittedAt(), Page.ZONE);
		return new ResultDocument(office.together(dossier), facts, (path, value) -> label(fields.get(path), value), address -> address(address, day));
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

	private static void index(FormField field, String path, Map<String, FormField> fields) {
		fields.put(path, field);
		for (FormField part : field.fields()) {
			fields.putIfAbsent(part.path(), part);
			index(part, path + "." + part.path(), fields);
		}
	}

	private String label(FormField field, String value) {
		if (field != null && field.lookup() != null) {
			return field.lookup().words(value).vi();
		}
		List<Option> options = field == null ? List.of() : field.options();
		String known = "onestop.label." + value;
		return options.stream().filter(option -> option.value().equals(value)).map(option -> option.label().vi()).findFirst()
			.orElseGet(() -> messages.has(known) ? messages.text(VIETNAMESE, known) : value);
	}

	private String address(JsonNode address, LocalDate day) {
		return Stream.concat(Stream.of(address.path("line").asString("")),
				Stream.of(Agency.Level.COMMUNE, Agency.Level.DISTRICT, Agency.Level.PROVINCE).map(level -> unit(level, address, day)))
			.filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
	}

	private String unit(Agency.Level level, JsonNode address, LocalDate day) {
		String code = address.path(level.name().toLowerCase(Locale.ROOT)).asString("");
		return code.isEmpty() ? "" : agencies.findByCode(level, code, day).map(unit -> unit.fullName().vi()).orElse("");
	}

}
