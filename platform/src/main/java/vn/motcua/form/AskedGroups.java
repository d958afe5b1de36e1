package vn.motcua.form;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.feel.Feel;
import vn.motcua.catalogue.feel.FeelValues;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.Kind;

/**
 * What is asked inside repeating groups, however deep. Expressions see the repetition as {@code item} and the one around
 * it as {@code parent}.
 */
final class AskedGroups {

	private static final String ITEM = "item";

	private static final String PARENT = "parent";

	private final Feel feel;

	private final Map<String, Object> values;

	private final Set<String> leftOut = new HashSet<>();

	AskedGroups(Feel feel, Map<String, Object> values) {
		this.feel = feel;
		this.values = values;
	}

	boolean asks(String pointer) {
		return !leftOut.contains(pointer);
	}

	/** Goes through the repetitions: leaves out what is not asked there and computes what is computed there. */
	void take(FormField group, @Nullable JsonNode items, int fewest, String pointer) {
		Object parent = values.get(ITEM);
		int count = Math.max(fewest, items == null || !items.isArray() ? 0 : items.size());
		for (int at = 0; at < Math.min(count, AnswerLimits.MOST_REPETITIONS); at++) {
			ObjectNode repetition = items != null && items.get(at) instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
			for (FormField part : group.fields()) {
				if (!part.when().equals("true") || part.kind() == Kind.COMPUTED || part.kind() == Kind.GROUP) {
					see(repetition, group, parent);
				}
				part(part, repetition, pointer + "/" + at + "/" + part.path());
			}
		}
		put(ITEM, parent);
		values.remove(PARENT);
	}

	private void part(FormField part, ObjectNode repetition, String pointer) {
		if (!part.when().equals("true") && !feel.expression(part.when()).holds(values)) {
			leftOut.add(pointer);
			repetition.remove(part.path());
		}
		else if (part.kind() == Kind.COMPUTED) {
			JsonNode value = AskedForm.node(feel.expression(part.computed() == null ? "null" : part.computed()).value(values));
			if (value == null) {
				repetition.remove(part.path());
			}
			else {
				repetition.set(part.path(), value);
			}
		}
		else if (part.kind() == Kind.GROUP) {
			take(part, repetition.get(part.path()), part.schema().path("minItems").asInt(0), pointer);
		}
	}

	private void see(ObjectNode repetition, FormField group, @Nullable Object parent) {
		Object item = FeelValues.value(repetition, group.schema().path("items"));
		values.put(ITEM, item == null ? Map.of() : item);
		put(PARENT, parent);
	}

	private void put(String name, @Nullable Object value) {
		if (value == null) {
			values.remove(name);
		}
		else {
			values.put(name, value);
		}
	}

}
