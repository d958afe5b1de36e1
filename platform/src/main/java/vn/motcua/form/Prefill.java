package vn.motcua.form;

import java.time.LocalDate;
import java.util.List;
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

	private final Known known;

	private final Agencies agencies;

	private final LocalDate on;

	Prefill(Known known, Agencies agencies, LocalDate on) {
		this.known = known;
		this.agencies = agencies;
		this.on = on;
	}

	ObjectNode fill(FormDefinition form, FormPart part, JsonNode answers) {
		ObjectNode filled = CleanAnswers.of(answers);
		String each = form.signer(part.by()).map(Signer::each).orElse(null);
		for (FormPage page : form.pages(part)) {
			for (FormField field : page.fields()) {
				if (field.path().equals(each)) {
					ObjectNode own = new PartAnswers(form, part).own(filled);
					field.fields().forEach(inner -> fill(inner, own));
					filled = new PartAnswers(form, part).merged(filled, own);
				}
				else {
					fill(field, filled);
				}
			}
		}
		return filled;
	}

	/** Puts in what a register alone decides, whatever is there. */
	ObjectNode bound(FormDefinition form, JsonNode answers) {
		ObjectNode bound = (ObjectNode) answers.deepCopy();
		for (FormPage page : form.pages(FormPart.OF_APPLICANT)) {
			for (FormField field : page.fields()) {
				JsonNode value = known.binding(field);
				if (value != null) {
					Paths.put(bound, field.keys(), value);
				}
			}
		}
		return bound;
	}

	private void fill(FormField field, ObjectNode filled) {
		if (Paths.get(filled, field.keys()) == null) {
			field.prefill().stream().map(source -> value(field, source)).filter(value -> value != null && (value.isValueNode() || !value.isEmpty())).findFirst()
				.ifPresent(value -> Paths.put(filled, field.keys(), value));
		}
	}

	private @Nullable JsonNode value(FormField field, String source) {
		JsonNode value = known.values().get(source);
		if (source.startsWith(Known.EARLIER)) {
			return field.kind() == Kind.GROUP || value == null ? null : value.deepCopy();
		}
		return switch (field.kind()) {
			case PERSON -> person(field, source);
			case ADDRESS -> address(source);
			case CHOICE -> field.options().stream().anyMatch(option -> option.value().equals(written(source))) ? text(source) : null;
			case TEXT, LONG_TEXT, DATE, DATE_OR_YEAR, LOOKUP -> text(source);
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
		String code = written(source + ".commune");
		Optional<Agency> commune = code.isEmpty() ? Optional.empty() : agencies.findByCode(Level.COMMUNE, code, on);
		if (commune.isPresent()) {
			List<Agency> line = agencies.withAncestors(commune.get().id(), on);
			for (Agency unit : line.reversed()) {
				if (unit.level() == Level.PROVINCE || unit.level() == Level.DISTRICT || unit.level() == Level.COMMUNE) {
					address.put(unit.level().name().toLowerCase(java.util.Locale.ROOT), unit.code());
				}
			}
			if (!written(source + ".line").isEmpty()) {
				address.put("line", written(source + ".line"));
			}
		}
		return address;
	}

	private @Nullable JsonNode text(String source) {
		String value = written(source);
		return value.isBlank() ? null : NODES.stringNode(CleanAnswers.text(value));
	}

	private String written(String source) {
		JsonNode value = known.values().get(source);
		return value == null ? "" : value.asString("");
	}

}
