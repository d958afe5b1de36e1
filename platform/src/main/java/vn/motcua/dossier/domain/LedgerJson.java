package vn.motcua.dossier.domain;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How details of events and of states are written as JSON. The ledger is read for decades, so this is fixed here and does
 * not follow the settings of the web.
 */
final class LedgerJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private LedgerJson() {
	}

	static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	static ObjectNode object(Object value) {
		return MAPPER.valueToTree(value);
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	static ObjectNode readObject(String json) {
		return (ObjectNode) MAPPER.readTree(json);
	}

	static Map<String, Object> readMap(String json) {
		return MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {
		});
	}

	static <T> T read(String json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

	static <T> T read(String json, TypeReference<T> type) {
		return MAPPER.readValue(json, type);
	}

	static <T> T read(JsonNode json, Class<T> type) {
		return MAPPER.treeToValue(json, type);
	}

}
