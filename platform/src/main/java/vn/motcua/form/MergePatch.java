package vn.motcua.form;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7396). */
final class MergePatch {

	private MergePatch() {
	}

	static void apply(ObjectNode target, JsonNode patch) {
		patch.properties().forEach(member -> apply(target, member.getKey(), member.getValue()));
	}

	static void apply(ObjectNode target, String name, JsonNode value) {
		if (value.isNull()) {
			target.remove(name);
		}
		else if (value.isObject()) {
			ObjectNode inner = target.get(name) instanceof ObjectNode object ? object : target.putObject(name);
			apply(inner, value);
		}
		else {
			target.set(name, value);
		}
	}

}
