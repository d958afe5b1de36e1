package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Goes through a definition once: which answers there are, on which page, in which group, and what was only layout. */
final class FormioWalk {

	private static final int MOST_COMPONENTS = 5_000;

	private static final Set<String> LAYOUT = Set.of("panel", "fieldset", "well", "columns", "table", "tabs", "container", "form");

	private static final Set<String> WORDS = Set.of("content", "htmlelement");

	private static final int LONGEST_HELP = 600;

	private static final int DEEPEST_GROUP = 3;

	private final Map<String, FormioItem> items = new LinkedHashMap<>();

	private final List<FormioPage> pages = new ArrayList<>();

	private final FormioNames names = new FormioNames();

	private final FormioNames pageIds = new FormioNames();

	private final List<NotCarried> left;

	private final String title;

	private int seen;

	private @Nullable String words;

	FormioWalk(JsonNode definition, String title, List<NotCarried> left) {
		this.left = left;
		this.title = title;
		FormioPage loose = null;
		for (JsonNode component : definition.path("components")) {
			if (component.path("type").asString("").equals("panel")) {
				loose = null;
				FormioPage page = page(component.path("key").asString("page"), component.path("title").asString(component.path("label").asString("")), List.of(component));
				walk(component.path("components"), new Place(page, "", "", null, List.of()));
				dropWords(component.path("key").asString("?"));
			}
			else {
				loose = loose == null ? page("page", title, List.of()) : loose;
				component(component, new Place(loose, "", "", null, List.of()));
			}
		}
		dropWords("");
		pages.removeIf(page -> page.items().isEmpty());
	}

	/** By the path of keys. */
	Map<String, FormioItem> items() {
		return items;
	}

	List<FormioPage> pages() {
		return pages;
	}

	/** Questions of one repetition of a group. */
	List<FormioItem> parts(FormioItem group) {
		return items.values().stream().filter(item -> item.group() != null && item.group().key().equals(group.key())).toList();
	}

	/** Where a component stands. */
	private record Place(FormioPage page, String keys, String path, @Nullable FormioItem group, List<JsonNode> around) {

		private Place within(JsonNode layout) {
			List<JsonNode> more = new ArrayList<>(around);
			more.add(layout);
			return new Place(page, keys, path, group, more);
		}

		private Place at(String deeperKeys, String deeperPath) {
			return new Place(page, deeperKeys, deeperPath, group, around);
		}

	}

	private FormioPage page(String key, String pageTitle, List<JsonNode> around) {
		FormioPage page = new FormioPage(pageIds.name("", key).replace('_', '-'), pageTitle.isBlank() ? title : pageTitle, around);
		pages.add(page);
		return page;
	}

	private void walk(JsonNode components, Place place) {
		components.forEach(component -> component(component, place));
	}

	private void component(JsonNode component, Place place) {
		if (++seen > MOST_COMPONENTS) {
			throw new ImportRefused("The definition has more than " + MOST_COMPONENTS + " components.");
		}
		String type = component.path("type").asString("");
		if (WORDS.contains(type)) {
			words(component);
		}
		else if (LAYOUT.contains(type)) {
			layout(component, type, place);
		}
		else if (type.equals("survey")) {
			survey(component, place);
		}
		else {
			answer(component, place);
		}
	}

	private void layout(JsonNode component, String type, Place place) {
		Place inside = place.within(component);
		String heading = Words.plain(component.path(type.equals("fieldset") ? "legend" : type.equals("panel") ? "title" : "").asString(""));
		if (!heading.isEmpty()) {
			left.add(new NotCarried(key(component, place), "heading", "The heading \"" + heading + "\" inside a page was left out; give its questions a page of their own."));
		}
		switch (type) {
			case "columns" -> component.path("columns").forEach(column -> walk(column.path("components"), inside));
			case "table" -> component.path("rows").forEach(row -> row.forEach(cell -> walk(cell.path("components"), inside)));
			case "container" -> walk(component.path("components"), deeper(component, inside));
			case "form" -> left.add(new NotCarried(key(component, place), "nested-form", "A form inside the form has its questions elsewhere; import it and put its pages here."));
			default -> component.path("components").forEach(part -> {
				if (type.equals("tabs") && !part.has("type")) {
					walk(part.path("components"), inside);
				}
				else {
					component(part, inside);
				}
			});
		}
	}

	private Place deeper(JsonNode container, Place place) {
		String name = container.path("key").asString("container");
		return place.at(FormioNames.join(place.keys(), name), place.group() == null ? names.object(place.path(), name) : FormioNames.join(place.path(), name));
	}

	/** A table of questions with the same choices: one question each. */
	private void survey(JsonNode survey, Place place) {
		Place inside = deeper(survey, place.within(survey));
		for (JsonNode question : survey.path("questions")) {
			var single = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode().put("type", "radio").put("key", question.path("value").asString("question"))
				.put("label", question.path("label").asString(""));
			single.set("values", survey.path("values"));
			single.set("validate", survey.path("validate"));
			answer(single, inside);
		}
	}

	private void answer(JsonNode component, Place place) {
		String key = key(component, place);
		boolean read = !Set.of("button", "hidden").contains(component.path("type").asString(""));
		boolean lifted = place.group() != null && component.path("type").asString("").equals("file");
		FormioItem item = new FormioItem(component, key, lifted ? names.name("", key) : path(component, place), lifted ? null : place.group(), place.around(), read ? words : null);
		words = read ? null : words;
		if (item.isGroup() && item.depth() >= DEEPEST_GROUP) {
			left.add(new NotCarried(key, "nested-group", "Groups stand in groups at most " + DEEPEST_GROUP + " deep; this one was left out with the questions in it."));
			return;
		}
		if (lifted) {
			left.add(new NotCarried(key, "file-in-group", "The paper belongs to the dossier, not to each repetition; it is asked once, on the page of the group."));
		}
		if (items.putIfAbsent(key, item) != null) {
			left.add(new NotCarried(key, "key", "The definition has this key twice; the second was left out."));
			return;
		}
		if (item.group() == null) {
			place.page().items().add(item);
		}
		if (item.isGroup()) {
			walk(component.path("components"), new Place(place.page(), key, "", item, List.of()));
		}
	}

	private String path(JsonNode component, Place place) {
		String[] keys = component.path("key").asString("answer").split("\\.");
		if (place.group() != null) {
			return names.name("\n" + place.group().key(), place.path() + " " + String.join(" ", keys));
		}
		String at = place.path();
		for (int index = 0; index < keys.length - 1; index++) {
			at = names.object(at, keys[index]);
		}
		return FormioNames.join(at, names.name(at, keys[keys.length - 1]));
	}

	private static String key(JsonNode component, Place place) {
		return FormioNames.join(place.keys(), component.path("key").asString("?"));
	}

	/** Words for the reader become the help of the question that follows. */
	private void words(JsonNode component) {
		String text = Words.plain(component.path("html").asString(component.path("content").asString("")));
		String all = words == null ? text : words + " " + text;
		if (all.length() > LONGEST_HELP) {
			left.add(new NotCarried(component.path("key").asString("?"), "content", "The text is too long for help: \"" + text.substring(0, Math.min(80, text.length())) + "…\""));
		}
		else if (!text.isEmpty()) {
			words = all;
		}
	}

	private void dropWords(String key) {
		if (words != null) {
			left.add(new NotCarried(key, "content", "No question follows the text: \"" + words + "\""));
			words = null;
		}
	}

}
