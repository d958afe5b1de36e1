package vn.motcua.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.feel.Feel;
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

	private final FormDefinition form;

	private final Feel feel;

	private final boolean office;

	private final ObjectNode answers;

	private final Map<String, Object> values;

	private final List<FormPage> pages = new ArrayList<>();

	private final Set<FormField> asked = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Map<String, Integer> people = new HashMap<>();

	private final AskedGroups groups;

	private AskedForm(FormDefinition form, JsonNode given, LocalDate on, boolean office) {
		this.form = form;
		this.feel = form.rules().feel();
		this.office = office;
		this.answers = CleanAnswers.of(given);
		this.values = FeelValues.of(answers, form.schema());
		this.values.put("today", on);
		this.groups = new AskedGroups(feel, values);
	}

	/** What applicants and signers are asked; what is for the office is left out. */
	static AskedForm of(FormDefinition form, JsonNode answers, LocalDate on) {
		return of(form, answers, on, false);
	}

	static AskedForm of(FormDefinition form, JsonNode answers, LocalDate on, boolean office) {
		AskedForm asked = new AskedForm(form, answers, on, office);
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

	/** Whether a question inside a group is asked, by its pointer. */
	boolean asks(String pointer) {
		return groups.asks(pointer);
	}

	/** Fewest repetitions of a group: what the form says, or one for every person who fills in one. */
	int fewest(FormField group, String pointer) {
		return Math.min(AnswerLimits.MOST_REPETITIONS, Math.max(group.schema().path("minItems").asInt(0), people.getOrDefault(pointer, 0)));
	}

	/** How many people have to sign as this. */
	int people(Signer signer) {
		if (!holds(signer.when())) {
			return 0;
		}
		if (!signer.several()) {
			return 1;
		}
		return feel.expression(signer.count()).value(values) instanceof Number number ? Math.clamp(number.intValue(), 0, Signer.MOST) : 0;
	}

	private void page(FormPage page) {
		Signer signer = form.signer(page.by()).orElse(null);
		int signing = signer == null ? 1 : people(signer);
		if (signing == 0 || page.by().equals(FormPart.OFFICE) && !office || !holds(page.when())) {
			page.fields().forEach(this::leaveOut);
			return;
		}
		pages.add(page);
		if (signer != null && signer.each() != null) {
			people.put("/" + signer.each().replace('.', '/'), signing);
			cut(List.of(signer.each().split("\\.")), signing);
		}
		page.fields().forEach(this::field);
	}

	/** Repetitions of people who need not sign any more fall away. */
	private void cut(List<String> keys, int most) {
		if (Paths.get(answers, keys) instanceof ArrayNode items) {
			while (items.size() > most) {
				items.remove(items.size() - 1);
			}
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
			JsonNode items = Paths.get(answers, field.keys());
			groups.take(field, items, fewest(field, field.pointer()), field.pointer());
			if (items != null) {
				Paths.put(values, field.keys(), FeelValues.value(items, field.schema()));
			}
		}
	}

	private void compute(FormField field) {
		JsonNode node = node(feel.expression(field.computed() == null ? "null" : field.computed()).value(values));
		if (node == null) {
			leaveOut(field);
			return;
		}
		Paths.put(answers, field.keys(), node);
		Paths.put(values, field.keys(), FeelValues.value(node, field.schema()));
	}

	private void leaveOut(FormField field) {
		Paths.remove(answers, field.keys());
		Paths.put(values, field.keys(), null);
	}

	private boolean holds(String condition) {
		return condition.equals("true") || feel.expression(condition).holds(values);
	}

	static @Nullable JsonNode node(@Nullable Object value) {
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
