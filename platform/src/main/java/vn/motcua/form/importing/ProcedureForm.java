package vn.motcua.form.importing;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form of a draft made from a record: who applies, where, which case, and the papers. */
final class ProcedureForm {

	static final String PLACE = "place";

	static final String CASE = "circumstance";

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final Words words;

	ProcedureForm(Words words) {
		this.words = words;
	}

	static boolean territorial(String level) {
		return Set.of("commune", "district", "province").contains(level);
	}

	ObjectNode form(String level, ProcedureCases cases) {
		ObjectNode form = NODES.objectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema").put("type", "object");
		form.set("x-declaration", DraftService.declaration());
		ArrayNode pages = form.putArray("x-pages");
		ObjectNode properties = form.putObject("properties");
		ArrayNode required = form.putArray("required").add("applicant");
		ArrayNode first = page(pages, "applicant", "Người nộp hồ sơ", "The applicant").add("applicant").add("phone");
		properties.set("applicant", applicant());
		properties.set("phone", phone());
		if (territorial(level)) {
			properties.set(PLACE, NODES.objectNode().put("$ref", "#/$defs/address").set("x-field", hints("address", "Nơi giải quyết", "Where it is to be handled")));
			required.add(PLACE);
			first.add(PLACE);
		}
		Map<String, String> choices = cases.choices();
		if (!choices.isEmpty()) {
			page(pages, "case", "Trường hợp", "The case").add(CASE);
			required.add(CASE);
			properties.set(CASE, choice(choices));
		}
		if (!cases.papers().isEmpty()) {
			ArrayNode papers = page(pages, "papers", "Thành phần hồ sơ", "Papers");
			ObjectNode files = properties.putObject("papers").put("type", "object").putObject("properties");
			for (JsonNode paper : cases.papers()) {
				String name = paper.path("id").asString("").replace('-', '_');
				ObjectNode hints = hints("file", "", "").put("component", paper.path("id").asString(""));
				hints.set("label", paper.path("name"));
				String id = paper.path("cases").path(0).asString("");
				if (!id.isEmpty() && !choices.isEmpty()) {
					hints.put("when", CASE + " = \"" + id + "\"");
				}
				files.putObject(name).set("x-field", hints);
				papers.add("papers." + name);
			}
		}
		return form;
	}

	private static ObjectNode applicant() {
		ObjectNode hints = hints("person", "Người nộp hồ sơ", "The applicant").put("prefill", "account");
		hints.set("parts", NODES.arrayNode().add("name").add("personal_number").add("birth_date"));
		ObjectNode person = NODES.objectNode().put("$ref", "#/$defs/person");
		person.set("required", NODES.arrayNode().add("name").add("personal_number"));
		return person.set("x-field", hints);
	}

	private static ObjectNode phone() {
		return NODES.objectNode().put("type", "string").put("minLength", 8).put("maxLength", 20)
			.set("x-field", hints("text", "Số điện thoại", "Phone number").put("prefill", "account.phone").put("autocomplete", "tel"));
	}

	private ObjectNode choice(Map<String, String> choices) {
		ObjectNode hints = hints("choice", "Hồ sơ thuộc trường hợp nào?", "Which case is it?");
		ArrayNode options = hints.putArray("options");
		ArrayNode values = NODES.arrayNode();
		choices.forEach((id, name) -> {
			values.add(id);
			options.addObject().put("value", id).set("label", words.of(name));
		});
		return NODES.objectNode().put("type", "string").<ObjectNode>set("enum", values).set("x-field", hints);
	}

	private static ArrayNode page(ArrayNode pages, String id, String vi, String en) {
		ObjectNode page = pages.addObject().put("id", id);
		page.set("title", DraftService.both(vi, en));
		return page.putArray("fields");
	}

	private static ObjectNode hints(String kind, String vi, String en) {
		return NODES.objectNode().put("kind", kind).set("label", DraftService.both(vi, en));
	}

}
