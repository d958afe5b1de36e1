package vn.motcua.form;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reaching into answers by the names of a path. */
final class Paths {

	private Paths() {
	}

	static @Nullable JsonNode get(@Nullable JsonNode answers, List<String> keys) {
		JsonNode at = answers;
		for (String key : keys) {
			at = at == null || !at.isObject() ? null : at.get(key);
		}
		return at == null || at.isNull() ? null : at;
	}

	/** Puts a value, making the objects on the way; what stands in the way is replaced. */
	static void put(ObjectNode answers, List<String> keys, JsonNode value) {
		ObjectNode at = answers;
		for (String key : keys.subList(0, keys.size() - 1)) {
			at = at.get(key) instanceof ObjectNode inner ? inner : at.putObject(key);
		}
		at.set(keys.getLast(), value);
	}

	/** Takes a value away, and the objects around it that hold nothing any more. */
	static void remove(ObjectNode answers, List<String> keys) {
		JsonNode parent = keys.size() == 1 ? answers : get(answers, keys.subList(0, keys.size() - 1));
		if (parent instanceof ObjectNode object) {
			object.remove(keys.getLast());
			if (object.isEmpty() && keys.size() > 1) {
				remove(answers, keys.subList(0, keys.size() - 1));
			}
		}
	}

	/** As {@link #put}, in the values that expressions see. */
	@SuppressWarnings("unchecked")
	static void put(Map<String, Object> values, List<String> keys, @Nullable Object value) {
		Map<String, Object> at = values;
		for (String key : keys.subList(0, keys.size() - 1)) {
			Object inner = at.get(key);
			if (!(inner instanceof Map)) {
				if (value == null) {
					return;
				}
				inner = new java.util.HashMap<String, Object>();
				at.put(key, inner);
			}
			at = (Map<String, Object>) inner;
		}
		if (value == null) {
			at.remove(keys.getLast());
		}
		else {
			at.put(keys.getLast(), value);
		}
	}

}
