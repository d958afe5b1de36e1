package vn.motcua.catalogue.feel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.feel.FeelType.Kind;

/** Kinds of the answers of a form, from its schema. A computed answer has the kind of its expression. */
public final class FormTypes {

	private static final FeelType ADDRESS = FeelType.context(Map.of("province", FeelType.TEXT, "district", FeelType.TEXT, "commune", FeelType.TEXT, "line", FeelType.TEXT));

	private static final FeelType PERSON = FeelType.context(Map.of("name", FeelType.TEXT, "personal_number", FeelType.TEXT, "birth_date", FeelType.DATE, "sex", FeelType.TEXT,
			"nationality", FeelType.TEXT, "address", ADDRESS));

	private final JsonNode form;

	private final Map<String, FeelType> top;

	public FormTypes(JsonNode form) {
		this.form = form;
		this.top = members(form);
	}

	/** The answers by name. */
	public Map<String, FeelType> top() {
		return top;
	}

	/** The repetition around a place of the form, and the one around that: {@code item} and {@code parent}. */
	public Map<String, FeelType> around(String pointer) {
		List<FeelType> groups = new ArrayList<>();
		JsonNode at = form;
		for (String name : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
			at = at.path(name.replace("~1", "/").replace("~0", "~"));
			if (name.equals("items") && at.has("properties")) {
				groups.add(FeelType.context(members(at)));
			}
		}
		Map<String, FeelType> around = new HashMap<>();
		if (!groups.isEmpty()) {
			around.put("item", groups.getLast());
		}
		if (groups.size() > 1) {
			around.put("parent", groups.get(groups.size() - 2));
		}
		return around;
	}

	/** What stands at a dotted path, {@code null} for nothing. */
	public @Nullable FeelType at(String path) {
		FeelType at = FeelType.context(top);
		for (String name : path.split("\\.")) {
			at = at == null ? null : at.members().get(name);
		}
		return at;
	}

	private static Map<String, FeelType> members(JsonNode object) {
		Map<String, FeelType> members = new HashMap<>();
		object.path("properties").properties().forEach(member -> members.put(member.getKey(), type(member.getValue())));
		return members;
	}

	private static FeelType type(JsonNode schema) {
		return switch (schema.path("x-field").path("kind").asString("")) {
			case "text", "long-text", "date-or-year", "lookup" -> FeelType.TEXT;
			case "number", "money" -> FeelType.NUMBER;
			case "date" -> FeelType.DATE;
			case "choice" -> FeelType.oneOf(values(schema.path("enum")));
			case "choices" -> FeelType.list(FeelType.oneOf(values(schema.path("items").path("enum"))));
			case "yes-no", "declaration" -> FeelType.BOOLEAN;
			case "address" -> ADDRESS;
			case "person" -> PERSON;
			case "group" -> FeelType.list(FeelType.context(members(schema.path("items"))));
			case "file" -> FeelType.of(Kind.NOTHING);
			case "" -> schema.has("properties") ? FeelType.context(members(schema)) : FeelType.ANY;
			default -> FeelType.ANY;
		};
	}

	private static Set<String> values(JsonNode options) {
		Set<String> values = new HashSet<>();
		options.forEach(value -> values.add(value.asString("")));
		return values;
	}

}
