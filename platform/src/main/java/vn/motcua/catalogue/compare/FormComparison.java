package vn.motcua.catalogue.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.LocalizedText;

/** The form: its pages, its questions, and what each asks. */
final class FormComparison {

	private static final List<String> LIMITS = List.of("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "pattern", "x-min", "x-max");

	private final Changes changes;

	FormComparison(Changes changes) {
		this.changes = changes;
	}

	/** A question where it stands. */
	private record Question(String path, JsonNode schema, boolean required, LocalizedText label) {

		JsonNode field() {
			return schema.path("x-field");
		}

	}

	void between(JsonNode before, JsonNode after) {
		changes.value(Words.t("declaration"), words(before.path("x-declaration")), words(after.path("x-declaration")));
		changes.each(list(before.path("x-pages")), list(after.path("x-pages")), page -> page.path("id").asString(""), page -> title(page), page -> Words.t("page"), (old, young) -> {
			changes.value(Words.t("page.title"), title(old), title(young));
			changes.value(Words.t("page.when", "name", title(young)), feel(old.path("when")), feel(young.path("when")));
			changes.opaque(Words.t("page.fields", "name", title(young)), old.path("fields"), young.path("fields"));
		});
		changes.each(questions(before), questions(after), Question::path, Question::label, one -> Words.t("question"), this::question);
	}

	private void question(Question old, Question young) {
		LocalizedText name = young.label();
		changes.value(Words.t("question.label"), old.label(), young.label());
		changes.value(Words.t("question.kind", "name", name), kind(old), kind(young));
		changes.value(Words.t("question.required", "name", name), Words.t(old.required() ? "yes" : "no"), Words.t(young.required() ? "yes" : "no"));
		changes.value(Words.t("question.help", "name", name), words(old.field().path("help")), words(young.field().path("help")));
		changes.value(Words.t("question.when", "name", name), feel(old.field().path("when")), feel(young.field().path("when")));
		changes.value(Words.t("question.compute", "name", name), feel(old.field().path("compute")), feel(young.field().path("compute")));
		changes.value(Words.t("question.prefill", "name", name), Words.plain(old.field().path("prefill").asString("")), Words.plain(young.field().path("prefill").asString("")));
		changes.texts(Words.t("question.option", "name", name), options(old), options(young));
		for (String limit : LIMITS) {
			changes.value(Words.t("question." + limit, "name", name), limit(old, limit), limit(young, limit));
		}
	}

	private static List<Question> questions(JsonNode form) {
		Map<String, Question> questions = new LinkedHashMap<>();
		collect(form, "", questions);
		return List.copyOf(questions.values());
	}

	private static void collect(JsonNode object, String path, Map<String, Question> questions) {
		List<String> required = list(object.path("required")).stream().map(name -> name.asString("")).toList();
		object.path("properties").properties().forEach(member -> {
			String at = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
			JsonNode schema = member.getValue();
			String kind = schema.path("x-field").path("kind").asString("");
			if (!kind.isEmpty()) {
				LocalizedText label = words(schema.path("x-field").path("label"));
				questions.put(at, new Question(at, schema, required.contains(member.getKey()), label == null ? LocalizedText.same(at) : label));
			}
			if (kind.isEmpty()) {
				collect(schema, at, questions);
			}
			else if (kind.equals("group")) {
				collect(schema.path("items"), at, questions);
			}
		});
	}

	private static LocalizedText title(JsonNode page) {
		LocalizedText title = words(page.path("title"));
		return title == null ? LocalizedText.same(page.path("id").asString("?")) : title;
	}

	private static LocalizedText kind(Question question) {
		return Words.words("catalogue.kind." + question.field().path("kind").asString(""));
	}

	private static List<LocalizedText> options(Question question) {
		return list(question.field().path("options")).stream().map(option -> words(option.path("label"))).filter(java.util.Objects::nonNull).toList();
	}

	private static @Nullable LocalizedText limit(Question question, String name) {
		JsonNode limit = question.schema().path(name);
		return limit.isMissingNode() ? null : LocalizedText.same(limit.asString(limit.toString()));
	}

	private static @Nullable LocalizedText feel(JsonNode expression) {
		return expression.isMissingNode() ? null : Words.feel(expression.asString(""));
	}

	private static @Nullable LocalizedText words(JsonNode text) {
		return text.path("vi").asString("").isBlank() ? null : new LocalizedText(text.path("vi").asString(""), text.path("en").asString(""));
	}

	private static List<JsonNode> list(JsonNode array) {
		List<JsonNode> items = new ArrayList<>();
		array.forEach(items::add);
		return items;
	}

}
