package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.form.FormDefinition.Option;
import vn.motcua.kernel.LocalizedText;

/** The questions a person is made of; a form says which of them it asks. */
final class PersonParts {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	static final List<String> NAMES = List.of("name", "personal_number", "birth_date", "sex", "nationality", "address");

	private static final List<Option> SEXES = List.of(new Option("male", new LocalizedText("Nam", "Male")),
			new Option("female", new LocalizedText("Nữ", "Female")));

	private PersonParts() {
	}

	static List<FormField> of(JsonNode person) {
		Set<String> asked = names(person.path("x-field").path("parts"), NAMES.subList(0, 5));
		Set<String> required = names(person.path("required"), List.of("name"));
		List<FormField> parts = new ArrayList<>();
		for (String name : NAMES) {
			if (asked.contains(name)) {
				parts.add(part(name, required.contains(name)));
			}
		}
		return parts;
	}

	private static FormField part(String name, boolean required) {
		return switch (name) {
			case "personal_number" -> part(name, Kind.TEXT, "Số định danh cá nhân", "Personal number",
					new LocalizedText("12 chữ số, in trên thẻ căn cước hoặc giấy khai sinh.", "12 digits, on the identity card or birth certificate."), required, List.of(),
					NODES.objectNode().put("type", "string").put("format", "personal-number"), null);
			case "birth_date" -> part(name, Kind.DATE, "Ngày sinh", "Date of birth", null, required, List.of(),
					NODES.objectNode().put("type", "string").put("format", "date").put("x-max", "today"), "bday");
			case "sex" -> part(name, Kind.CHOICE, "Giới tính", "Sex", null, required, SEXES, sex(), "sex");
			case "nationality" -> part(name, Kind.TEXT, "Quốc tịch", "Nationality", null, required, List.of(), text(60), "country-name");
			case "address" -> part(name, Kind.ADDRESS, "Nơi cư trú", "Address", null, required, List.of(), NODES.objectNode().put("$ref", "#/$defs/address"), null);
			default -> part(name, Kind.TEXT, "Họ, chữ đệm và tên", "Full name", new LocalizedText("Viết đủ dấu, như trong giấy tờ.", "As on the papers, with diacritics."), required,
					List.of(), text(100).put("minLength", 2), "name");
		};
	}

	private static FormField part(String name, Kind kind, String vi, String en, @Nullable LocalizedText help, boolean required, List<Option> options,
			JsonNode schema, @Nullable String autocomplete) {
		return new FormField(name, kind, new LocalizedText(vi, en), help, null, "true", required, List.of(), false, autocomplete, options, null, List.of(),
				schema, null, null, null);
	}

	private static ObjectNode text(int longest) {
		return NODES.objectNode().put("type", "string").put("maxLength", longest);
	}

	private static ObjectNode sex() {
		ObjectNode schema = NODES.objectNode().put("type", "string");
		schema.putArray("enum").add("male").add("female");
		return schema;
	}

	private static Set<String> names(JsonNode listed, List<String> otherwise) {
		Set<String> names = new HashSet<>();
		listed.forEach(name -> names.add(name.asString("")));
		return names.isEmpty() ? Set.copyOf(otherwise) : names;
	}

}
