package vn.motcua.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.catalogue.bundle.ExpressionCheck;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.bundle.FormPaths;
import vn.motcua.catalogue.bundle.Source;
import vn.motcua.form.FormDefinition.Kind;

/** One question of a form: words, kind, schema, options and expressions. */
final class FieldCheck {

	private static final Map<Kind, Set<String>> TYPES = Map.ofEntries(Map.entry(Kind.TEXT, Set.of("string")), Map.entry(Kind.LONG_TEXT, Set.of("string")),
			Map.entry(Kind.NUMBER, Set.of("integer", "number")), Map.entry(Kind.MONEY, Set.of("integer", "number")), Map.entry(Kind.DATE, Set.of("string")),
			Map.entry(Kind.DATE_OR_YEAR, Set.of("string")), Map.entry(Kind.CHOICE, Set.of("string")), Map.entry(Kind.CHOICES, Set.of("array")),
			Map.entry(Kind.LOOKUP, Set.of("string")),
			Map.entry(Kind.YES_NO, Set.of("boolean")), Map.entry(Kind.GROUP, Set.of("array")), Map.entry(Kind.DECLARATION, Set.of("boolean")));

	static final Set<String> MEMBERS = Set.of("kind", "label", "help", "sample", "when", "prefill", "autocomplete", "options", "compute", "component",
			"parts", "item_title", "source", "table", "key", "show", "show_en", "where", "authority", "everyday");

	static final Set<String> PREFILL = Set.of("account", "account.name", "account.personal_number", "account.birth_date", "account.sex",
			"account.phone", "account.email", "account.address", "account.nationality", "account.tax_code");

	/** Here people write or look for an answer; elsewhere the choices stand on the page. */
	private static final Set<Kind> TYPED = Set.of(Kind.TEXT, Kind.LONG_TEXT, Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.DATE_OR_YEAR, Kind.ADDRESS, Kind.PERSON, Kind.LOOKUP);

	/** Groups inside one another. */
	private static final int DEEPEST = 3;

	private final Source source;

	private final ServiceVersion service;

	private final ExpressionCheck expressions;

	private final List<Finding> findings;

	FieldCheck(Source source, ServiceVersion service, ExpressionCheck expressions, List<Finding> findings) {
		this.source = source;
		this.service = service;
		this.expressions = expressions;
		this.findings = findings;
	}

	/** Checks a question and those inside it; answers how many there are. */
	int check(JsonNode schema, String pointer, String path) {
		return check(schema, pointer, path, 0);
	}

	/** @param depth groups around the question */
	private int check(JsonNode schema, String pointer, String path, int depth) {
		Set<String> seen = depth == 0 ? Set.of("today") : depth == 1 ? Set.of("today", "item") : Set.of("today", "item", "parent");
		JsonNode hints = schema.path("x-field");
		String at = pointer + "/x-field";
		Kind kind = kind(hints, at);
		if (kind == null) {
			return 1;
		}
		hints.propertyNames().stream().filter(name -> !MEMBERS.contains(name)).forEach(name -> add(at + "/" + name, "form-unknown-member", "x-field has no member \"" + name + "\"."));
		if (kind != Kind.COMPUTED) {
			words(hints, "label", at, true);
		}
		explained(hints, kind, path, at);
		words(hints, "item_title", at, kind == Kind.GROUP);
		expressions.check(hints.path("when"), at + "/when", seen);
		type(schema, kind, pointer);
		prefill(hints, at);
		switch (kind) {
			case CHOICE -> options(hints, schema.path("enum"), at);
			case CHOICES -> options(hints, schema.path("items").path("enum"), at);
			case ADDRESS -> reference(schema, pointer, "address");
			case PERSON -> person(schema, pointer, hints, at);
			case FILE -> component(hints, path, at);
			case COMPUTED -> compute(hints, at, seen);
			case LOOKUP -> lookup(hints, at);
			case GROUP -> {
				return 1 + group(schema, pointer, path, depth + 1);
			}
			case DATE, DATE_OR_YEAR -> bounds(schema, pointer, path);
			case TEXT, LONG_TEXT, NUMBER, MONEY, YES_NO, DECLARATION -> {
			}
		}
		return 1;
	}

	/** Help for every question people see; what a right answer looks like wherever they type one. */
	private void explained(JsonNode hints, Kind kind, String path, String at) {
		JsonNode help = hints.path("help");
		if (kind == Kind.COMPUTED && !hints.has("label")) {
			return;
		}
		if (help.path("vi").asString("").isBlank() || help.path("en").asString("").isBlank() || help.equals(hints.path("label"))) {
			add(help.isMissingNode() ? at : at + "/help", "form-help", "\"" + path + "\" needs help in vi and en that says more than its label: what is meant, or where it is written.");
		}
		if (TYPED.contains(kind) && hints.path("sample").asString("").isBlank()) {
			add(at, "form-sample", "\"" + path + "\" needs a sample, what a right answer looks like.");
		}
		else if (kind == Kind.DATE && DateRule.date(hints.path("sample").asString("")) == null) {
			add(at + "/sample", "form-sample", "The sample of a date is a day such as 2020-08-19; everybody reads it as their language writes it.");
		}
	}

	private @Nullable Kind kind(JsonNode hints, String at) {
		String written = hints.path("kind").asString("");
		for (Kind kind : Kind.values()) {
			if (kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(written)) {
				return kind;
			}
		}
		add(at + "/kind", "form-kind", "There is no kind of question \"" + written + "\".");
		return null;
	}

	private void type(JsonNode schema, Kind kind, String pointer) {
		Set<String> types = TYPES.get(kind);
		if (types != null && !types.contains(schema.path("type").asString(""))) {
			add(pointer, "form-kind-type", "A question of kind \"" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "\" has the type " + String.join(" or ", new TreeSet<>(types)) + ".");
		}
		if (kind == Kind.DATE && !schema.path("format").asString("").equals("date")) {
			add(pointer, "form-kind-type", "A date has \"format\": \"date\".");
		}
	}

	private void options(JsonNode hints, JsonNode allowed, String at) {
		Set<String> values = new TreeSet<>();
		for (int index = 0; index < hints.path("options").size(); index++) {
			values.add(hints.path("options").path(index).path("value").asString(""));
			words(hints.path("options").path(index), "label", at + "/options/" + index, true);
		}
		Set<String> listed = new TreeSet<>();
		allowed.forEach(value -> listed.add(value.asString("")));
		if (values.isEmpty() || !values.equals(listed)) {
			add(at + "/options", "form-options", "options and enum must hold the same values.");
		}
	}

	private void person(JsonNode schema, String pointer, JsonNode hints, String at) {
		reference(schema, pointer, "person");
		for (int index = 0; index < hints.path("parts").size(); index++) {
			if (!PersonParts.NAMES.contains(hints.path("parts").path(index).asString(""))) {
				add(at + "/parts/" + index, "form-person-part", "A person has the parts " + String.join(", ", PersonParts.NAMES) + ".");
			}
		}
	}

	private void reference(JsonNode schema, String pointer, String name) {
		if (!schema.path("$ref").asString("").equals("#/$defs/" + name)) {
			add(pointer, "form-kind-type", "A question of kind \"" + name + "\" has \"$ref\": \"#/$defs/" + name + "\".");
		}
	}

	private void component(JsonNode hints, String path, String at) {
		String id = hints.path("component").asString(path);
		Optional<Component> component = service.components().stream().filter(one -> one.id().equals(id)).findFirst();
		if (component.isEmpty()) {
			add(at, "unknown-component", "The service has no component \"" + id + "\".");
		}
		else if (!hints.path("everyday").asBoolean(false) && !(component.get().name().vi().equals(hints.path("label").path("vi").asString(""))
				&& component.get().name().en().equals(hints.path("label").path("en").asString("")))) {
			add(at + "/label", "component-name", "The paper \"" + id + "\" is called \"" + component.get().name().vi() + " | " + component.get().name().en()
					+ "\" in service.yaml. Call it the same here, or say \"everyday\": true where the form says it in everyday words.");
		}
	}

	private void compute(JsonNode hints, String at, Set<String> seen) {
		if (!hints.has("compute")) {
			add(at, "form-compute", "A computed question needs compute, a FEEL expression.");
		}
		expressions.check(hints.path("compute"), at + "/compute", seen);
	}

	private int group(JsonNode schema, String pointer, String path, int depth) {
		if (depth > DEEPEST) {
			add(pointer, "form-group", "Groups stand in groups at most " + DEEPEST + " deep.");
			return 0;
		}
		JsonNode questions = schema.path("items").path("properties");
		if (questions.isEmpty()) {
			add(pointer, "form-group", "A group needs items with properties, the questions of one repetition.");
		}
		if (schema.path("maxItems").asInt(AnswerLimits.MOST_REPETITIONS) > AnswerLimits.MOST_REPETITIONS) {
			add(pointer + "/maxItems", "form-group", "A group has at most " + AnswerLimits.MOST_REPETITIONS + " repetitions.");
		}
		int inside = 0;
		for (var part : questions.properties()) {
			String at = pointer + "/items/properties/" + part.getKey();
			if (part.getValue().path("x-field").path("kind").asString("").equals("file")) {
				add(at, "form-group", "A paper is not uploaded inside a group.");
			}
			inside += check(part.getValue(), at, path + "." + part.getKey(), depth);
		}
		return inside;
	}

	private void lookup(JsonNode hints, String at) {
		PriceTable table = service.tables().get(hints.path("table").asString(""));
		if (table == null) {
			add(at, "form-lookup", "A look-up names a table of the service: table.");
			return;
		}
		List<String> columns = new ArrayList<>(List.of(hints.path("key").asString("")));
		hints.path("show").forEach(column -> columns.add(column.asString("")));
		hints.path("show_en").forEach(column -> columns.add(column.asString("")));
		for (int index = 0; index < hints.path("options").size(); index++) {
			words(hints.path("options").path(index), "label", at + "/options/" + index, true);
		}
		columns.addAll(hints.path("where").propertyNames());
		columns.stream().filter(column -> !table.columns().contains(column))
			.forEach(column -> add(at, "form-lookup", "The table \"" + table.id() + "\" has no column \"" + column + "\"."));
		hints.path("where").properties().stream().filter(column -> !FormPaths.known(service.form(), List.of(column.getValue().asString("").split("\\."))))
			.forEach(column -> add(at + "/where", "form-lookup", "The form has no answer \"" + column.getValue().asString("") + "\"."));
	}

	private void bounds(JsonNode schema, String pointer, String path) {
		for (String bound : List.of("x-min", "x-max")) {
			String other = DateRule.other(schema.path(bound));
			if (schema.has(bound) && !DateRule.BOUND.matcher(schema.path(bound).asString("")).matches() || other != null && !date(other, path)) {
				add(pointer + "/" + bound, "form-date-bound",
						"A bound is today, today - 14 years, a day such as 2010-01-01, or another date of the form: stay.from, item.from + 1 day in the same repetition.");
			}
		}
	}

	/** Whether a bound names another date question. */
	private boolean date(String name, String path) {
		String full = name.startsWith("item.") ? path.substring(0, path.lastIndexOf('.') + 1) + name.substring("item.".length()) : name;
		JsonNode at = service.form();
		for (String part : full.split("\\.")) {
			at = (at.path("x-field").path("kind").asString("").equals("group") ? at.path("items") : at).path("properties").path(part);
		}
		return !full.equals(path) && at.path("x-field").path("kind").asString("").equals("date") && (name.startsWith("item.") || FormPaths.kind(service.form(), full).equals("date"));
	}

	private void prefill(JsonNode hints, String at) {
		List<String> names = new ArrayList<>();
		hints.path("prefill").forEach(name -> names.add(name.asString("")));
		if (hints.path("prefill").isString()) {
			names.add(hints.path("prefill").stringValue());
		}
		names.stream().filter(name -> !PREFILL.contains(name) && !name.matches("earlier\\.[a-z0-9_.]+|register\\.[a-z-]+([.][a-z0-9_.]+)?"))
			.forEach(name -> add(at + "/prefill", "form-prefill", "Nothing is known under this name. Known are " + String.join(", ", new TreeSet<>(PREFILL))
					+ ", earlier.<path of an answer> and register.<register>.<name>."));
		if (hints.path("authority").asBoolean(false) && names.stream().noneMatch(name -> name.startsWith(Known.REGISTER))) {
			add(at + "/authority", "form-prefill", "Only what a register knows can be fixed: name it in prefill.");
		}
	}

	private void words(JsonNode object, String name, String at, boolean needed) {
		JsonNode words = object.path(name);
		if (needed || !words.isMissingNode()) {
			if (words.path("vi").asString("").isBlank() || words.path("en").asString("").isBlank()) {
				add(at + (words.isMissingNode() ? "" : "/" + name), "form-language", "\"" + name + "\" stands in vi and en.");
			}
		}
	}

	private void add(String pointer, String rule, String message) {
		findings.add(source.finding(pointer, rule, message));
	}

}
