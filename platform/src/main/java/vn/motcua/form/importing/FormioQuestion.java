package vn.motcua.form.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One component as a question of the form: schema, kind, words. */
final class FormioQuestion {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final Map<String, String> LEFT_OUT = Map.ofEntries(
			Map.entry("signature", "Drawn signatures are not used: the applicant signs by submitting, the officer by certificate."),
			Map.entry("sketchpad", "Drawings are not used; ask for a file."), Map.entry("recaptcha", "The platform guards itself against machines."),
			Map.entry("captcha", "The platform guards itself against machines."), Map.entry("password", "Secrets are never asked in a form."),
			Map.entry("resource", "Another system's records are not offered for choice; make a choice or a table of the service."),
			Map.entry("datasource", "Data is not fetched by the form; use a table of the service."), Map.entry("tree", "A tree of answers has no counterpart."),
			Map.entry("datamap", "Names given by the applicant have no counterpart; use a group."), Map.entry("custom", "A custom component has no counterpart."),
			Map.entry("reviewpage", "The platform draws its own page of answers."), Map.entry("dynamicWizard", "Pages that repeat have no counterpart; use a group."));

	static final Set<String> KINDS_NOT_CARRIED = LEFT_OUT.keySet();

	private final Words words;

	private final FormioConditions conditions;

	private final FormioRules rules;

	private final FormioPapers papers;

	private final FormioComputed computed;

	private final List<NotCarried> left;

	FormioQuestion(Words words, Map<String, FormioItem> items, FormioPapers papers, List<NotCarried> left) {
		this.words = words;
		this.computed = new FormioComputed(items, left);
		this.conditions = new FormioConditions(items, left);
		this.rules = new FormioRules(left);
		this.papers = papers;
		this.left = left;
	}

	/** The question, without what stands in a group; {@code null} when it is not carried over. */
	@Nullable ObjectNode schema(FormioItem item) {
		String type = item.type();
		if (type.equals("button")) {
			String action = item.component().path("action").asString("submit");
			if (!Set.of("submit", "reset").contains(action)) {
				tell(item, "button", "A button with the action \"" + action + "\" has no counterpart.");
			}
			return null;
		}
		if (LEFT_OUT.containsKey(type)) {
			tell(item, type, LEFT_OUT.get(type));
			return null;
		}
		String feel = computed.feel(item);
		if (feel != null) {
			return computed(item, feel);
		}
		if (type.equals("hidden")) {
			return null;
		}
		ObjectNode schema = NODES.objectNode();
		String kind = kind(item, schema);
		ObjectNode hints = NODES.objectNode().put("kind", kind);
		hints.set("label", words.of(label(item)));
		help(item, hints);
		when(item, hints);
		further(item, kind, schema, hints);
		rules.tellRest(item);
		return schema.set("x-field", hints);
	}

	/** When a page is asked; {@code null} for always. */
	@Nullable String when(FormioPage page) {
		return conditions.when(new FormioItem(NODES.objectNode(), page.id(), "", null, List.of(), null), page.around());
	}

	/** Whether the question must be answered where it is asked. */
	static boolean required(FormioItem item) {
		return item.component().path("validate").path("required").asBoolean(false) && !item.type().equals("file");
	}

	private ObjectNode computed(FormioItem item, String feel) {
		ObjectNode schema = item.isNumber() ? NODES.objectNode().put("type", "number") : NODES.objectNode();
		ObjectNode hints = NODES.objectNode().put("kind", "computed").put("compute", feel);
		hints.set("label", words.of(label(item)));
		when(item, hints);
		return schema.set("x-field", hints);
	}

	private String kind(FormioItem item, ObjectNode schema) {
		return switch (item.type()) {
			case "textarea" -> text(item, schema, "long-text", 4_000);
			case "number" -> number(item, schema, "number");
			case "currency" -> number(item, schema, "money");
			case "checkbox" -> {
				schema.put("type", "boolean");
				yield required(item) ? "declaration" : "yes-no";
			}
			case "datetime", "day", "time" -> rules.moment(item, schema);
			case "file" -> "file";
			case "datagrid", "editgrid" -> group(item, schema);
			case "address" -> {
				schema.put("$ref", "#/$defs/address");
				yield "address";
			}
			case "radio", "select", "selectboxes" -> FormioOptions.of(item).isEmpty() ? unknownOptions(item, schema) : choice(item, schema);
			case "textfield", "email", "phoneNumber", "url", "tags" -> text(item, schema, "text", 500);
			default -> {
				tell(item, "type", "The type \"" + item.type() + "\" is not known; it became a text.");
				yield text(item, schema, "text", 500);
			}
		};
	}

	private String text(FormioItem item, ObjectNode schema, String kind, int longest) {
		schema.put("type", "string");
		rules.text(item, schema, longest);
		return kind;
	}

	private String number(FormioItem item, ObjectNode schema, String kind) {
		rules.number(item, schema, kind.equals("money"));
		return kind;
	}

	private String group(FormioItem item, ObjectNode schema) {
		schema.put("type", "array");
		rules.repetitions(item, schema);
		return "group";
	}

	private String unknownOptions(FormioItem item, ObjectNode schema) {
		tell(item, "dataSrc", "The choices come from \"" + item.component().path("dataSrc").asString("nowhere") + "\" and are not in the definition; it became a text. Write the options.");
		return text(item, schema, "text", 500);
	}

	private String choice(FormioItem item, ObjectNode schema) {
		var values = NODES.arrayNode();
		FormioOptions.of(item).keySet().forEach(values::add);
		if (!item.isList()) {
			schema.put("type", "string").set("enum", values);
			return "choice";
		}
		schema.put("type", "array").put("uniqueItems", true).set("items", NODES.objectNode().put("type", "string").set("enum", values));
		rules.chosen(item, schema);
		return "choices";
	}

	private void further(FormioItem item, String kind, ObjectNode schema, ObjectNode hints) {
		switch (kind) {
			case "choice", "choices" -> {
				var options = hints.putArray("options");
				new LinkedHashMap<>(FormioOptions.of(item)).forEach((value, label) -> options.addObject().put("value", value).set("label", words.of(label)));
			}
			case "file" -> hints.put("component", papers.add(item, words, hints.path("when").asString("true")));
			case "group" -> hints.set("item_title", words.of(label(item)));
			case "address" -> tell(item, "address", "The finder of addresses was left out; the platform asks province, commune and street.");
			default -> {
				if (item.type().equals("email") || item.type().equals("phoneNumber")) {
					hints.put("autocomplete", item.type().equals("email") ? "email" : "tel");
				}
			}
		}
	}

	private static String label(FormioItem item) {
		String unit = Words.plain(item.component().path("suffix").asString(item.component().path("prefix").asString("")));
		return unit.isEmpty() || unit.length() > 20 ? item.label() : item.label() + " (" + unit + ")";
	}

	private void help(FormioItem item, ObjectNode hints) {
		String own = Words.plain(item.component().path("description").asString(""));
		String tip = Words.plain(item.component().path("tooltip").asString(""));
		String all = String.join(" ", java.util.stream.Stream.of(item.help() == null ? "" : item.help(), own, tip.equals(own) ? "" : tip).filter(text -> !text.isEmpty()).toList());
		if (!all.isEmpty()) {
			hints.set("help", words.of(all));
		}
		String sample = Words.plain(item.component().path("placeholder").asString(""));
		if (!sample.isEmpty() && sample.length() <= 200) {
			hints.put("sample", sample);
		}
	}

	private void when(FormioItem item, ObjectNode hints) {
		if (item.component().path("hidden").asBoolean(false)) {
			tell(item, "hidden", "It was hidden from the start; it is asked now. Give it a condition or take it out.");
		}
		List<JsonNode> all = new java.util.ArrayList<>(item.around());
		all.add(item.component());
		String when = conditions.when(item, all);
		if (when != null) {
			hints.put("when", when);
		}
	}

	private void tell(FormioItem item, String rule, String message) {
		left.add(new NotCarried(item.key(), rule, message));
	}

}
