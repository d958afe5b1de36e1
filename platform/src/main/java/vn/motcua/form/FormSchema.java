package vn.motcua.form;

import java.util.Map;
import java.util.Set;

import com.networknt.schema.Schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of a form as the validator gets it: what each answer may be and which members there are. What must be
 * answered depends on what is asked, so {@code required} is left to the form's own check.
 */
final class FormSchema {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final Set<String> LEFT_OUT = Set.of("required", "$schema", "$id", "$defs", "format");

	private FormSchema() {
	}

	static Schema compile(JsonNode schema) {
		Schema compiled = SchemaDialect.REGISTRY.getSchema(object(schema));
		compiled.initializeValidators();
		return compiled;
	}

	private static ObjectNode object(JsonNode schema) {
		ObjectNode object = plain(schema);
		ObjectNode properties = object.putObject("properties");
		schema.path("properties").properties().forEach(member -> properties.set(member.getKey(), value(member.getValue())));
		object.put("type", "object").put("additionalProperties", false);
		return object;
	}

	private static JsonNode value(JsonNode schema) {
		return switch (schema.path("x-field").path("kind").asString("")) {
			case "" -> object(schema);
			case "address" -> address();
			case "person" -> person(schema);
			case "group" -> group(schema);
			case "file" -> NODES.booleanNode(false);
			default -> plain(schema);
		};
	}

	private static ObjectNode group(JsonNode schema) {
		ObjectNode group = plain(schema);
		group.put("type", "array").set("items", object(schema.path("items")));
		if (!group.has("maxItems")) {
			group.put("maxItems", AnswerLimits.MOST_REPETITIONS);
		}
		return group;
	}

	private static ObjectNode person(JsonNode schema) {
		ObjectNode person = NODES.objectNode().put("type", "object").put("additionalProperties", false);
		ObjectNode parts = person.putObject("properties");
		PersonParts.of(schema).forEach(part -> parts.set(part.path(), part.path().equals("address") ? address() : plain(part.schema())));
		return person;
	}

	private static ObjectNode address() {
		ObjectNode address = NODES.objectNode().put("type", "object").put("additionalProperties", false);
		ObjectNode parts = address.putObject("properties");
		for (String part : AddressRule.PARTS) {
			parts.putObject(part).put("type", "string").put("maxLength", part.equals("line") ? 200 : 10);
		}
		return address;
	}

	private static ObjectNode plain(JsonNode schema) {
		ObjectNode plain = NODES.objectNode();
		for (Map.Entry<String, JsonNode> member : schema.properties()) {
			if (!member.getKey().startsWith("x-") && !LEFT_OUT.contains(member.getKey())) {
				plain.set(member.getKey(), member.getValue());
			}
		}
		return plain;
	}

}
