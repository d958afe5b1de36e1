package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.catalogue.feel.Feel;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.form.FormDefinition.Option;
import vn.motcua.kernel.LocalizedText;

/** Reads {@code form.json} into a {@link FormDefinition}. Whether it is well written is for the check of the bundle. */
final class FormReader {

	private static final LocalizedText NO_WORDS = LocalizedText.same("–");

	private final ServiceVersion service;

	private final Map<String, FormField> questions = new LinkedHashMap<>();

	private final Map<String, List<String>> containers = new LinkedHashMap<>();

	private FormReader(ServiceVersion service) {
		this.service = service;
	}

	static FormDefinition read(ServiceVersion service, AreaRule areas) {
		return new FormReader(service).form(areas);
	}

	private FormDefinition form(AreaRule areas) {
		JsonNode schema = service.form();
		container(schema, "", "true");
		Set<FormField> placed = new HashSet<>();
		List<FormPage> pages = new ArrayList<>();
		for (JsonNode page : schema.path("x-pages")) {
			List<FormField> fields = new ArrayList<>();
			page.path("fields").forEach(path -> fields.addAll(fields(path.asString(""))));
			placed.addAll(fields);
			String group = fields.stream().filter(field -> field.kind() == Kind.GROUP).map(FormField::path).findFirst().orElse(null);
			pages.add(new FormPage(page.path("id").asString(""), words(page.path("title")), page.path("when").asString("true"),
					page.path("by").asString(""), group, fields));
		}
		List<FormField> unplaced = questions.values().stream().filter(field -> field.kind() == Kind.COMPUTED && !placed.contains(field)).toList();
		FormRules rules = new FormRules(FormSchema.compile(schema), new Feel(service.tables(), areas), unplaced);
		return new FormDefinition(pages, signers(schema), words(schema.path("x-declaration")), schema, rules);
	}

	private static List<Signer> signers(JsonNode schema) {
		List<Signer> signers = new ArrayList<>();
		for (JsonNode signer : schema.path("x-signers")) {
			signers.add(new Signer(signer.path("id").asString(""), words(signer.path("title")), signer.path("when").asString("true"), optional(signer, "each"),
					signer.path("count").asString("1"), texts(signer.path("sees")), words(signer.path("statement"))));
		}
		return signers;
	}

	/** The question of a path, or all questions of the object that stands there. */
	private List<FormField> fields(String path) {
		FormField question = questions.get(path);
		if (question != null) {
			return List.of(question);
		}
		return containers.getOrDefault(path, List.of()).stream().flatMap(child -> fields(child).stream()).toList();
	}

	private void container(JsonNode object, String path, String when) {
		List<String> children = containers.computeIfAbsent(path, at -> new ArrayList<>());
		object.path("properties").properties().forEach(member -> {
			String at = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
			JsonNode hints = member.getValue().path("x-field");
			String condition = and(when, hints.path("when").asString("true"));
			children.add(at);
			if (hints.has("kind")) {
				questions.put(at, field(at, member.getValue(), condition, requires(object, member.getKey())));
			}
			else {
				container(member.getValue(), at, condition);
			}
		});
	}

	private FormField field(String path, JsonNode schema, String when, boolean required) {
		JsonNode hints = schema.path("x-field");
		Kind kind = Kind.valueOf(hints.path("kind").asString("text").toUpperCase(Locale.ROOT).replace('-', '_'));
		List<Option> options = new ArrayList<>();
		hints.path("options").forEach(option -> options.add(new Option(option.path("value").asString(""), words(option.path("label")))));
		List<FormField> parts = switch (kind) {
			case PERSON -> PersonParts.of(schema);
			case GROUP -> parts(schema.path("items"));
			default -> List.of();
		};
		return new FormField(path, kind, words(hints.path("label")), hints.has("help") ? words(hints.path("help")) : null, optional(hints, "sample"),
				when, required, texts(hints.path("prefill")), hints.path("authority").asBoolean(false), optional(hints, "autocomplete"), options,
				optional(hints, "compute"), parts, schema,
				kind == Kind.FILE ? component(hints.path("component").asString(path)) : null,
				hints.has("item_title") ? words(hints.path("item_title")) : null, kind == Kind.LOOKUP ? lookup(hints, options) : null);
	}

	private List<FormField> parts(JsonNode items) {
		List<FormField> parts = new ArrayList<>();
		items.path("properties").properties().forEach(member -> parts.add(field(member.getKey(), member.getValue(),
				member.getValue().path("x-field").path("when").asString("true"), requires(items, member.getKey()))));
		return parts;
	}

	private @Nullable Component component(String id) {
		return service.components().stream().filter(component -> component.id().equals(id)).findFirst().orElse(null);
	}

	/** {@code null} when the service has no such table; the check of the bundle says so. */
	private @Nullable Lookup lookup(JsonNode hints, List<Option> options) {
		PriceTable table = service.tables().get(hints.path("table").asString(""));
		if (table == null) {
			return null;
		}
		Map<String, String> where = new LinkedHashMap<>();
		hints.path("where").properties().forEach(column -> where.put(column.getKey(), column.getValue().asString("")));
		return new Lookup(table, hints.path("key").asString(""), texts(hints.path("show")), texts(hints.path("show_en")), where, options);
	}

	/** A list of texts, or one text alone. */
	private static List<String> texts(JsonNode written) {
		if (written.isString()) {
			return List.of(written.stringValue());
		}
		List<String> texts = new ArrayList<>();
		written.forEach(text -> texts.add(text.asString("")));
		return texts;
	}

	private static boolean requires(JsonNode object, String name) {
		for (JsonNode required : object.path("required")) {
			if (required.asString("").equals(name)) {
				return true;
			}
		}
		return false;
	}

	private static String and(String outer, String inner) {
		if (outer.equals("true")) {
			return inner;
		}
		return inner.equals("true") ? outer : "(" + outer + ") and (" + inner + ")";
	}

	private static @Nullable String optional(JsonNode object, String name) {
		return object.has(name) ? object.path(name).asString("") : null;
	}

	private static LocalizedText words(JsonNode words) {
		String vi = words.isString() ? words.stringValue() : words.path("vi").asString("");
		return vi.isBlank() ? NO_WORDS : new LocalizedText(vi, words.path("en").asString(""));
	}

}
