package vn.motcua.form.importing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * A component of a Form.io definition that holds an answer.
 *
 * @param component as written
 * @param key path of keys to the answer in the definition's data
 * @param path where the answer stands in the form; inside a group relative to the repetition
 * @param group the group it stands in, {@code null} for none
 * @param around components around it that bring conditions, from the outermost
 * @param help text that stood before it
 */
record FormioItem(JsonNode component, String key, String path, @Nullable FormioItem group, List<JsonNode> around, @Nullable String help) {

	String type() {
		return component.path("type").asString("");
	}

	String label() {
		String label = Words.plain(component.path("label").asString(""));
		return label.isEmpty() ? Words.plain(component.path("title").asString(component.path("key").asString("?"))) : label;
	}

	boolean isGroup() {
		return type().equals("datagrid") || type().equals("editgrid");
	}

	/** Several answers in a list. */
	boolean isList() {
		return type().equals("selectboxes") || type().equals("select") && component.path("multiple").asBoolean(false);
	}

	boolean isNumber() {
		return type().equals("number") || type().equals("currency");
	}

	boolean isTruth() {
		return type().equals("checkbox");
	}

	/** Its name as an expression of another question sees it; {@code null} when it cannot be seen from there. */
	@Nullable String seenFrom(FormioItem other) {
		if (group == null) {
			return path;
		}
		if (stands(other.group)) {
			return "item." + path;
		}
		return other.group != null && stands(other.group.group) ? "parent." + path : null;
	}

	private boolean stands(@Nullable FormioItem in) {
		return in != null && group != null && in.key.equals(group.key);
	}

	/** Groups around it. */
	int depth() {
		return group == null ? 0 : 1 + group.depth();
	}

}
