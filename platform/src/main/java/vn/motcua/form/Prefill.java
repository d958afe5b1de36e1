package vn.motcua.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormDefinition.Kind;

/** Puts what is known of the applicant where the form asks for it and nothing is answered yet. */
final class Prefill {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final Map<String, String> known;

	private final Agencies agencies;

	private final LocalDate on;

	Prefill(Map<String, String> known, Agencies agencies, LocalDate on) {
		this.known = known;
		this.agencies = agencies;
		this.on = on;
	}

	ObjectNode fill(FormDefinition form, JsonNode answers) {
		ObjectNode filled = CleanAnswers.of(answers);
		for (FormPage page : form.pages()) {
			for (FormField field : page.fields()) {
				JsonNode value = field.prefill() == null || Paths.get(filled, field.keys()) != null ? null : value(field, field.prefill());
				if (value != null && !value.isEmpty() || value != null && value.isValueNode()) {
					Paths.put(filled, field.keys(), value);
				}
			}
		}
		return filled;
	}

	private @Nullable JsonNode value(FormField field, String source) {
		return switch (field.kind()) {
			case PERSON -> person(field, source);
			case ADDRESS -> address(source);
			case CHOICE -> field.options().stream().anyMatch(option -> option.value().equals(known.get(source))) ? text(source) : null;
			case TEXT, LONG_TEXT, DATE, DATE_OR_YEAR -> text(source);
			default -> null;
		};
	}

	private ObjectNode person(FormField field, String source) {
		ObjectNode person = NODES.objectNode();
		for (FormField part : field.fields()) {
			JsonNode value = part.kind() == Kind.ADDRESS ? address(source + ".address") : text(source + "." + part.path());
			if (value != null && !(value.isContainer() && value.isEmpty())) {
				person.set(part.path(), value);
			}
		}
		return person;
	}

	/** From {@code .commune} (statistics code) and {@code .line}; the units above come from the tree of the day. */
	private ObjectNode address(String source) {
		ObjectNode address = NODES.objectNode();
		String code = known.get(source + ".commune");
		Optional<Agency> commune = code == null ? Optional.empty() : agencies.findByCode(Level.COMMUNE, code, on);
		if (commune.isPresent()) {
			List<Agency> line = agencies.withAncestors(commune.get().id(), on);
			for (Agency unit : line.reversed()) {
				if (unit.level() == Level.PROVINCE || unit.level() == Level.DISTRICT || unit.level() == Level.COMMUNE) {
					address.put(unit.level().name().toLowerCase(java.util.Locale.ROOT), unit.code());
				}
			}
			if (known.get(source + ".line") != null) {
				address.put("line", known.get(source + ".line"));
			}
		}
		return address;
	}

	private @Nullable JsonNode text(String source) {
		String value = known.get(source);
		return value == null || value.isBlank() ? null : NODES.stringNode(CleanAnswers.text(value));
	}

}
