package vn.motcua.form.importing;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** The choices of a radio, select or selectboxes: labels by value, as far as they stand in the definition. */
final class FormioOptions {

	private FormioOptions() {
	}

	static Map<String, String> of(FormioItem item) {
		JsonNode component = item.component();
		Map<String, String> options = new LinkedHashMap<>();
		if (!item.type().equals("select")) {
			component.path("values").forEach(one -> add(options, one.path("value"), one.path("label").asString("")));
			return options;
		}
		String source = component.path("dataSrc").asString("values");
		if (source.equals("values")) {
			JsonNode values = component.path("data").path("values");
			(values.isArray() ? values : component.path("values")).forEach(one -> add(options, one.path("value"), one.path("label").asString("")));
		}
		else if (source.equals("json")) {
			JsonNode json = component.path("data").path("json");
			json = json.isString() ? parsed(json.stringValue()) : json;
			String value = component.path("valueProperty").asString("");
			for (JsonNode one : json) {
				JsonNode key = one.isObject() ? one.path(value.isEmpty() ? "value" : value) : one;
				add(options, key, one.isObject() ? label(component.path("template").asString(""), one) : one.asString(""));
			}
		}
		return options;
	}

	/** What a template such as {@code <span>{{ item.name }}</span>} draws. */
	private static String label(String template, JsonNode one) {
		String member = template.replaceAll("(?s).*?\\{\\{\\s*item\\.([\\w]+).*", "$1");
		return one.path(member.matches("\\w+") ? member : "label").asString("");
	}

	private static void add(Map<String, String> options, JsonNode value, String label) {
		String text = value.asString("").strip();
		if (!text.isEmpty() && text.length() <= 200) {
			options.putIfAbsent(text, label.isBlank() ? text : label);
		}
	}

	private static JsonNode parsed(String json) {
		try {
			return SourceJson.read(json);
		}
		catch (ImportRefused unreadable) {
			return tools.jackson.databind.node.MissingNode.getInstance();
		}
	}

}
