package vn.motcua.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.site.component.DateParts;

/**
 * What a browser posted for one page, as a merge patch. Buttons: {@code _add} and {@code _remove} with the path of a group
 * or repetition, {@code _choose} to draw the page again with the districts of the chosen province.
 */
final class PostedAnswers {

	static final String ADD = "_add";

	static final String REMOVE = "_remove";

	static final String CHOOSE = "_choose";

	/** Button that looks into a table: its value is the name of the question. */
	static final String LOOK = "_find";

	/** Ending of the name of the input that takes what is looked for. */
	static final String FIND = "-find";

	/** Hidden field: which questions the page showed. */
	static final String SHOWN = "_shown";

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int LONGEST = 100_000;

	private final Map<String, String[]> posted;

	private PostedAnswers(Map<String, String[]> posted) {
		this.posted = posted;
	}

	static ObjectNode patch(FormPage page, Map<String, String[]> posted, JsonNode answers) {
		ObjectNode patch = NODES.objectNode();
		PostedAnswers reader = new PostedAnswers(posted);
		for (FormField field : page.fields()) {
			JsonNode value = reader.value(field, field.path(), Paths.get(answers, field.keys()));
			if (value != null) {
				Paths.put(patch, field.keys(), value);
			}
		}
		return patch;
	}

	/** What one of several signers posted for their repetition of a group. */
	static ObjectNode repetition(FormField group, int place, Map<String, String[]> posted, JsonNode answers) {
		JsonNode items = Paths.get(answers, group.keys());
		return new PostedAnswers(posted).repetition(group, group.path() + "." + place, items == null || !items.isArray() ? null : items.get(place));
	}

	static boolean pressed(Map<String, String[]> posted) {
		return posted.containsKey(LOOK) || looking(posted) || posted.containsKey(ADD) || posted.containsKey(REMOVE) || posted.containsKey(CHOOSE);
	}

	/** Somebody pressed Enter in the input of a look-up and has chosen nothing yet. */
	private static boolean looking(Map<String, String[]> posted) {
		PostedAnswers reader = new PostedAnswers(posted);
		return posted.keySet().stream().filter(name -> name.endsWith(FIND)).anyMatch(name -> {
			String typed = reader.last(name);
			String chosen = reader.last(name.substring(0, name.length() - FIND.length()));
			return typed != null && !typed.isEmpty() && (chosen == null || chosen.isEmpty());
		});
	}

	static Set<String> shown(Map<String, String[]> posted) {
		return Set.copyOf(List.of(posted.getOrDefault(SHOWN, new String[0])));
	}

	/** The value posted for a question, JSON null for a blank one, {@code null} when the page did not have it. */
	private @Nullable JsonNode value(FormField field, String name, @Nullable JsonNode before) {
		return switch (field.kind()) {
			case TEXT, LONG_TEXT, CHOICE, LOOKUP -> text(name);
			case NUMBER -> mapped(name, text -> PostedNumber.read(text, field.schema().path("type").asString("").equals("integer")));
			case MONEY -> mapped(name, text -> PostedNumber.read(text, true));
			case YES_NO -> mapped(name, PostedAnswers::truth);
			case DATE, DATE_OR_YEAR -> date(name);
			case CHOICES -> choices(name);
			case DECLARATION -> posted.containsKey(name) ? NODES.booleanNode("true".equals(last(name))) : null;
			case ADDRESS -> address(name, before);
			case PERSON -> person(field, name, before);
			case GROUP -> repetitions(field, name, before);
			case FILE, COMPUTED -> null;
		};
	}

	private @Nullable JsonNode text(String name) {
		return mapped(name, NODES::stringNode);
	}

	private @Nullable JsonNode mapped(String name, java.util.function.Function<String, JsonNode> reading) {
		String text = last(name);
		return text == null ? null : text.isEmpty() ? NODES.nullNode() : reading.apply(text);
	}

	private static JsonNode truth(String text) {
		return text.equals("true") || text.equals("false") ? NODES.booleanNode(text.equals("true")) : NODES.stringNode(text);
	}

	private @Nullable JsonNode date(String name) {
		String day = last(name + "-day");
		String month = last(name + "-month");
		String year = last(name + "-year");
		if (day == null && month == null && year == null) {
			return text(name);
		}
		DateParts parts = new DateParts(day == null ? "" : day, month == null ? "" : month, year == null ? "" : year);
		String iso = parts.iso();
		return iso.isEmpty() ? NODES.nullNode() : NODES.stringNode(iso);
	}

	private @Nullable JsonNode choices(String name) {
		String[] values = posted.get(name);
		if (values == null) {
			return null;
		}
		ArrayNode chosen = NODES.arrayNode();
		Set<String> distinct = new java.util.LinkedHashSet<>(List.of(values));
		distinct.stream().filter(value -> !value.isBlank()).limit(AnswerLimits.MOST_REPETITIONS).forEach(chosen::add);
		return chosen.isEmpty() ? NODES.nullNode() : chosen;
	}

	/** A unit that stood under another province or district than the one chosen now falls away. */
	private @Nullable JsonNode address(String name, @Nullable JsonNode before) {
		ObjectNode address = NODES.objectNode();
		boolean moved = false;
		for (String part : AddressRule.PARTS) {
			JsonNode value = text(name + "." + part);
			String old = before == null ? "" : before.path(part).asString("");
			if (part.equals("line")) {
				moved = false;
			}
			if (moved && value != null && value.asString("").equals(old)) {
				value = NODES.nullNode();
			}
			moved = moved || value != null && !old.isEmpty() && !value.asString("").equals(old);
			if (value != null) {
				address.set(part, value);
			}
		}
		return address.isEmpty() ? null : address;
	}

	private @Nullable JsonNode person(FormField field, String name, @Nullable JsonNode before) {
		ObjectNode person = NODES.objectNode();
		for (FormField part : field.fields()) {
			JsonNode value = value(part, name + "." + part.path(), before == null ? null : before.get(part.path()));
			if (value != null) {
				person.set(part.path(), value);
			}
		}
		return person.isEmpty() ? null : person;
	}

	/** A merge patch replaces lists whole, so every repetition is put together from before and now. */
	private @Nullable JsonNode repetitions(FormField group, String name, @Nullable JsonNode before) {
		Integer count = count(name);
		if (count == null) {
			return null;
		}
		ArrayNode items = NODES.arrayNode();
		String removed = last(REMOVE);
		for (int at = 0; at < count; at++) {
			String place = name + "." + at;
			if (!place.equals(removed)) {
				items.add(repetition(group, place, before == null || !before.isArray() ? null : before.get(at)));
			}
		}
		if (name.equals(last(ADD)) && items.size() < AnswerLimits.MOST_REPETITIONS) {
			items.addObject();
		}
		return items.isEmpty() ? NODES.nullNode() : items;
	}

	private ObjectNode repetition(FormField group, String place, @Nullable JsonNode before) {
		ObjectNode repetition = before instanceof ObjectNode object ? object.deepCopy() : NODES.objectNode();
		for (FormField part : group.fields()) {
			JsonNode value = value(part, place + "." + part.path(), repetition.get(part.path()));
			if (value != null) {
				MergePatch.apply(repetition, part.path(), value);
			}
		}
		return repetition;
	}

	private @Nullable Integer count(String name) {
		String count = last(name + "._count");
		return count == null || !count.matches("\\d{1,3}") ? null : Math.min(Integer.parseInt(count), AnswerLimits.MOST_REPETITIONS);
	}

	/** The last value posted under a name, in NFC and stripped; checkboxes post a blank one first. */
	private @Nullable String last(String name) {
		String[] values = posted.get(name);
		if (values == null || values.length == 0) {
			return null;
		}
		String value = values[values.length - 1];
		return CleanAnswers.text(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
	}

	static Set<String> questions(FormPage page, AskedForm form) {
		Set<String> paths = new TreeSet<>();
		page.fields().stream().filter(field -> form.asks(field) && field.kind() != Kind.COMPUTED).forEach(field -> paths.add(field.path()));
		return paths;
	}

}
