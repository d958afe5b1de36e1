package vn.motcua.form.importing;

import tools.jackson.databind.JsonNode;

/** Writes a tree as YAML that people go on editing: one member a line, small objects on one. */
final class YamlText {

	private static final int WIDEST = 150;

	private YamlText() {
	}

	static String of(JsonNode tree) {
		StringBuilder text = new StringBuilder();
		if (tree.isArray()) {
			array(tree, "", text);
		}
		else {
			object(tree, "", text);
		}
		return text.toString();
	}

	private static void object(JsonNode object, String indent, StringBuilder text) {
		object.properties().forEach(member -> {
			text.append(indent).append(member.getKey()).append(':');
			value(member.getValue(), indent, text);
		});
	}

	private static void array(JsonNode array, String indent, StringBuilder text) {
		for (JsonNode item : array) {
			text.append(indent).append('-');
			if (item.isObject() && !item.isEmpty() && flow(item).length() > WIDEST) {
				StringBuilder inner = new StringBuilder();
				object(item, indent + "  ", inner);
				text.append(' ').append(inner.substring(indent.length() + 2));
			}
			else {
				text.append(' ').append(flow(item)).append('\n');
			}
		}
	}

	private static void value(JsonNode value, String indent, StringBuilder text) {
		String flow = flow(value);
		boolean objects = value.isArray() && value.valueStream().anyMatch(JsonNode::isObject);
		if (value.isValueNode() || value.isEmpty() || !objects && flow.length() <= WIDEST) {
			text.append(' ').append(flow).append('\n');
			return;
		}
		text.append('\n');
		if (value.isArray()) {
			array(value, indent + "  ", text);
		}
		else {
			object(value, indent + "  ", text);
		}
	}

	/** JSON is YAML; names of members need no quotes. */
	private static String flow(JsonNode node) {
		if (node.isObject()) {
			return "{" + String.join(", ", node.properties().stream().map(member -> member.getKey() + ": " + flow(member.getValue())).toList()) + "}";
		}
		if (node.isArray()) {
			return "[" + String.join(", ", node.valueStream().map(YamlText::flow).toList()) + "]";
		}
		return node.toString();
	}

}
