package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The definition in a file: a form by itself, or the single form of an exported project. */
final class FormioFile {

	private FormioFile() {
	}

	static JsonNode definition(String text) {
		JsonNode root = SourceJson.read(text);
		if (root.path("components").isArray()) {
			return root;
		}
		List<JsonNode> forms = new ArrayList<>();
		root.path("forms").forEach(forms::add);
		if (forms.size() == 1 && forms.getFirst().path("components").isArray()) {
			return forms.getFirst();
		}
		if (forms.size() > 1) {
			throw new ImportRefused("The file holds " + forms.size() + " forms; export one.");
		}
		for (String wrapped : List.of("form", "schema")) {
			if (root.path(wrapped).path("components").isArray()) {
				return root.path(wrapped);
			}
		}
		throw new ImportRefused("This is not a Form.io definition: it has no list of components.");
	}

	static JsonNode translations(JsonNode definition) {
		for (String place : List.of("i18n", "settings", "properties", "options")) {
			JsonNode there = definition.path(place);
			JsonNode found = place.equals("i18n") ? there : there.path("i18n");
			if (found.isObject()) {
				return found;
			}
		}
		return MissingNode.getInstance();
	}

}
