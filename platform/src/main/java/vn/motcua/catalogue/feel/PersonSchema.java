package vn.motcua.catalogue.feel;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which parts of the platform's person are dates. */
final class PersonSchema {

	static final JsonNode PROPERTIES = properties();

	private PersonSchema() {
	}

	private static JsonNode properties() {
		ObjectNode properties = JsonNodeFactory.instance.objectNode();
		properties.putObject("birth_date").put("format", "date");
		return properties;
	}

}
