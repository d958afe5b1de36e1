package vn.motcua.form;

import java.text.Normalizer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers as the platform keeps them: text in Unicode NFC without blanks around it, nothing that is empty. */
final class CleanAnswers {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private CleanAnswers() {
	}

	static ObjectNode of(JsonNode answers) {
		ObjectNode clean = NODES.objectNode();
		answers.properties().forEach(member -> {
			JsonNode value = value(member.getValue());
			if (!empty(value)) {
				clean.set(member.getKey(), value);
			}
		});
		return clean;
	}

	static String text(String text) {
		String stripped = text.strip();
		return Normalizer.isNormalized(stripped, Normalizer.Form.NFC) ? stripped : Normalizer.normalize(stripped, Normalizer.Form.NFC);
	}

	/** Nothing given: null, blank text, an object or list without members. */
	static boolean empty(JsonNode value) {
		return value.isNull() || value.isMissingNode() || value.isString() && value.stringValue().isEmpty() || value.isContainer() && value.isEmpty();
	}

	private static JsonNode value(JsonNode value) {
		if (value.isObject()) {
			return of(value);
		}
		if (value.isArray()) {
			ArrayNode items = NODES.arrayNode();
			value.forEach(item -> items.add(value(item)));
			return items;
		}
		return value.isString() ? NODES.stringNode(text(value.stringValue())) : value;
	}

}
