package vn.motcua.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.Option;
import vn.motcua.site.Messages;

/**
 * Fills the template of a result with answers, in the words that options and units had on the day of the submission. The
 * style that papers of agencies share ({@code form/result.css}) stands first in its head, so that its own style prevails.
 */
public final class ResultTemplate {

	private static final Locale VIETNAMESE = Locale.of("vi");

	private static final Pattern HEAD = Pattern.compile("<head(\\s[^<>]*)?>");

	private static final String STYLE = "<style>\n" + shared() + "</style>";

	private final Map<String, FormField> fields = new HashMap<>();

	private final Agencies agencies;

	private final Messages messages;

	public ResultTemplate(FormDefinition form, Agencies agencies, Messages messages) {
		this.agencies = agencies;
		this.messages = messages;
		form.pages().forEach(page -> page.fields().forEach(field -> index(field, field.path(), fields)));
	}

	/**
	 * @param facts what is no answer: number, signed_on, agency …
	 * @throws IllegalArgumentException when a mark is none
	 */
	public String filled(String template, JsonNode answers, Map<String, String> facts, LocalDate day) {
		return new ResultDocument(answers, facts, (path, value) -> label(fields.get(path), value), address -> address(address, day)).filled(styled(template));
	}

	/** A template without a head stays as it is. */
	static String styled(String template) {
		return HEAD.matcher(template).replaceFirst(head -> Matcher.quoteReplacement(head.group() + STYLE));
	}

	private static String shared() {
		try (InputStream style = ResultTemplate.class.getResourceAsStream("/form/result.css")) {
			return new String(style.readAllBytes(), StandardCharsets.UTF_8);
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
