package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A form made with Form.io as the draft of a bundle: its form whole, its service with what only the agency knows left to write. */
public final class FormioImport {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final List<NotCarried> left = new ArrayList<>();

	private final Words words;

	private final FormioWalk walk;

	private final FormioPapers papers = new FormioPapers(left);

	private final FormioQuestion questions;

	private final String title;

	private FormioImport(JsonNode definition) {
		String written = Words.plain(definition.path("title").asString(definition.path("name").asString("")));
		this.title = written.isEmpty() ? "Biểu mẫu" : written;
		this.words = new Words(FormioFile.translations(definition));
		this.walk = new FormioWalk(definition, title, left);
		this.questions = new FormioQuestion(words, walk.items(), papers, left);
		if (walk.pages().isEmpty()) {
			throw new ImportRefused("The definition asks nothing.");
		}
	}

	/** @throws ImportRefused when the text is not a definition of a form */
	public static BundleDraft of(String text) {
		return new FormioImport(FormioFile.definition(text)).draft();
	}

	private BundleDraft draft() {
		ObjectNode form = form();
		DraftService service = new DraftService(words.of(title));
		service.papers(papers.components());
		service.handledAt(address());
		Map<String, String> files = new LinkedHashMap<>();
		if (!words.untranslated().isEmpty()) {
			service.toWrite(words.untranslated().size() + " texts stand in one language only, in vi and en alike: write the other, beginning with \""
					+ words.untranslated().iterator().next().replaceAll("^(.{60}).*", "$1…") + "\".");
		}
		service.toWrite("x-declaration in form.json: what the applicant confirms, in the words of the procedure.");
		files.put("service.yaml", service.yaml());
		files.put("form.json", SourceJson.write(form));
		return new BundleDraft(Words.name(title, "-", 60), files, left);
	}

	private ObjectNode form() {
		ObjectNode form = NODES.objectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema").put("type", "object");
		form.set("x-declaration", DraftService.declaration());
		ArrayNode pages = form.putArray("x-pages");
		for (FormioPage page : walk.pages()) {
			ArrayNode fields = NODES.arrayNode();
			for (FormioItem item : page.items()) {
				ObjectNode schema = questions.schema(item);
				if (schema != null && (!item.isGroup() || parts(item, schema))) {
					place(form, item, schema);
					fields.add(item.path());
				}
			}
			if (!fields.isEmpty()) {
				ObjectNode drawn = pages.addObject().put("id", page.id());
				drawn.set("title", words.of(page.title()));
				String when = questions.when(page);
				if (when != null) {
					drawn.put("when", when);
				}
				drawn.set("fields", fields);
			}
		}
		if (pages.isEmpty()) {
			throw new ImportRefused("Nothing the definition asks can be asked here.");
		}
		return form;
	}

	/** Puts the questions of a group into it; false when there is none. */
	private boolean parts(FormioItem group, ObjectNode schema) {
		ObjectNode items = NODES.objectNode().put("type", "object");
		for (FormioItem part : walk.parts(group)) {
			ObjectNode question = questions.schema(part);
			if (question != null && (!part.isGroup() || parts(part, question))) {
				put(items, part.path(), part, question);
			}
		}
		if (!items.has("properties")) {
			left.add(new NotCarried(group.key(), "group", "A group without questions was left out."));
			return false;
		}
		JsonNode hints = schema.remove("x-field");
		schema.set("items", items);
		schema.set("x-field", hints);
		return true;
	}

	private static void place(ObjectNode form, FormioItem item, ObjectNode schema) {
		ObjectNode at = form;
		String[] names = item.path().split("\\.");
		for (int index = 0; index < names.length - 1; index++) {
			ObjectNode properties = at.withObjectProperty("properties");
			at = properties.get(names[index]) instanceof ObjectNode inner ? inner : properties.putObject(names[index]).put("type", "object");
		}
		put(at, names[names.length - 1], item, schema);
	}

	private static void put(ObjectNode object, String name, FormioItem item, ObjectNode schema) {
		object.withObjectProperty("properties").set(name, schema);
		if (FormioQuestion.required(item) && !schema.path("x-field").path("kind").asString("").equals("computed")) {
			object.withArrayProperty("required").add(name);
		}
	}

	private String address() {
		return walk.items().values().stream().filter(item -> item.type().equals("address") && item.group() == null).map(FormioItem::path).findFirst().orElse("");
	}

}
