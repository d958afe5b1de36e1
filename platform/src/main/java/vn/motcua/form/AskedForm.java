package vn.motcua.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.feel.Feel;
import vn.motcua.catalogue.feel.FeelExpression;
import vn.motcua.catalogue.feel.FeelValues;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormDefinition.Kind;

/**
 * What a form asks for one set of answers. Pages and questions are taken in order, so that an answer which is no longer
 * asked cannot bring up another question.
 */
final class AskedForm {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final Feel feel;

	private final ObjectNode answers;

	private final Map<String, Object> values;

	private final List<FormPage> pages = new ArrayList<>();

	private final Set<FormField> asked = Collections.newSetFromMap(new IdentityHashMap<>());

	private AskedForm(FormDefinition form, JsonNode given, LocalDate on) {
		this.feel = form.rules().feel();
		this.answers = CleanAnswers.of(given);
		this.values = FeelValues.of(answers, form.schema());
		this.values.put("today", on);
	}

	static AskedForm of(FormDefinition form, JsonNode answers, LocalDate on) {
		AskedForm asked = new AskedForm(form, answers, on);
		form.pages().forEach(asked::page);
		form.rules().unplaced().forEach(asked::field);
		return asked;
	}

	/** The answers to what is asked, computed values included; members the form does not know are still there. */
	ObjectNode answers() {
		return answers;
	}

	List<FormPage> pages() {
		return pages;
	}

	boolean asks(FormField field) {
		return asked.contains(field);
	}

	/** Whether a part of a repetition is asked there. */
	boolean asks(FormField part, JsonNode repetition, FormField group) {
		if (part.when().equals("true")) {
			return true;
		}
		Object item = FeelValues.value(repetition, group.schema().path("items"));
		values.put("item", item == null ? Map.of() : item);
		boolean holds = holds(part.when());
		values.remove("item");
		return holds;
	}

	private void page(FormPage page) {
		if (holds(page.when())) {
			pages.add(page);
			page.fields().forEach(this::field);
		}
		else {
			page.fields().forEach(this::leaveOut);
		}
	}

	private void field(FormField field) {
		if (!holds(field.when())) {
			leaveOut(field);
			return;
		}
		asked.add(field);
		if (field.kind() == Kind.COMPUTED) {
			compute(field);
		}
		else if (field.kind() == Kind.GROUP) {
			repetitions(field);
		}
	}

	private void compute(FormField field) {
		Object value = feel.expression(field.computed() == null ? "null" : field.computed()).value(values);
		JsonNode node = node(value);
		if (node == null) {
			leaveOut(field);
			return;
		}
		Paths.put(answers, field.keys(), node);
		Paths.put(values, field.keys(), FeelValues.value(node, field.schema()));
	}

	private void repetitions(FormField group) {
		JsonNode items = Paths.get(answers, group.keys());
		if (items == null || !items.isArray()) {
			return;
		}
		for (JsonNode item : items) {
			for (FormField part : group.fields()) {
				if (item instanceof ObjectNode repetition && !asks(part, repetition, group)) {
					repetition.remove(part.path());
				}
			}
		}
		Paths.put(values, group.keys(), FeelValues.value(items, group.schema()));
	}

	private void leaveOut(FormField field) {
		Paths.remove(answers, field.keys());
		Paths.put(values, field.keys(), null);
	}

	private boolean holds(String condition) {
		if (condition.equals("true")) {
			return true;
		}
		FeelExpression expression = feel.expression(condition);
		return expression.holds(values);
	}

	private static @Nullable JsonNode node(@Nullable Object value) {
		return switch (value) {
			case Boolean truth -> NODES.booleanNode(truth);
			case Long number -> NODES.numberNode(number);
			case Integer number -> NODES.numberNode(number);
			case Double number -> NODES.numberNode(BigDecimal.valueOf(number));
			case BigDecimal number -> NODES.numberNode(number);
			case String text -> NODES.stringNode(text);
			case LocalDate date -> NODES.stringNode(date.toString());
			case null, default -> null;
		};
	}

}
