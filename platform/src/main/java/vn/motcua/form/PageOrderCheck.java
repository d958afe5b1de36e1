package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.bundle.FormPaths;
import vn.motcua.catalogue.bundle.Source;
import vn.motcua.catalogue.feel.Feel;
import vn.motcua.catalogue.feel.FeelSyntaxException;

/** Pages that can be come to: each asks something, and what decides about it or its questions was asked before. */
final class PageOrderCheck {

	private final Source source;

	private final JsonNode form;

	private final Feel feel;

	private final List<Finding> findings;

	/** Number of the page that asks a question, or the first of those that ask an object of questions. */
	private final Map<String, Integer> pages = new HashMap<>();

	PageOrderCheck(Source source, Feel feel, List<Finding> findings) {
		this.source = source;
		this.form = source.tree();
		this.feel = feel;
		this.findings = findings;
	}

	void check() {
		for (int page = 0; page < form.path("x-pages").size(); page++) {
			JsonNode fields = form.path("x-pages").path(page).path("fields");
			if (fields.isEmpty()) {
				findings.add(source.finding("/x-pages/" + page, "form-page-empty", "The page asks nothing."));
			}
			for (JsonNode field : fields) {
				pages.putIfAbsent(field.asString(""), page);
			}
		}
		for (int page = 0; page < form.path("x-pages").size(); page++) {
			JsonNode written = form.path("x-pages").path(page);
			// the page itself is decided about before it is drawn
			decided(written.path("when"), "/x-pages/" + page + "/when", page - 1);
			for (JsonNode field : written.path("fields")) {
				questions(field.asString(""), page);
			}
		}
	}

	private void questions(String path, int page) {
		JsonNode schema = FormPaths.at(form, path);
		String pointer = "/properties/" + path.replace(".", "/properties/");
		decided(schema.path("x-field").path("when"), pointer + "/x-field/when", page);
		for (String bound : List.of("x-min", "x-max")) {
			String other = DateRule.other(schema.path(bound));
			if (other != null) {
				late(List.of(other.split("\\.")), pointer + "/" + bound, page);
			}
		}
		if (!schema.path("x-field").has("kind")) {
			schema.path("properties").propertyNames().forEach(name -> questions(path + "." + name, page));
		}
	}

	private void decided(JsonNode condition, String pointer, int latest) {
		if (condition.isMissingNode()) {
			return;
		}
		try {
			for (List<String> name : new ArrayList<>(feel.expression(condition.asString("")).names())) {
				late(name, pointer, latest);
			}
		}
		catch (FeelSyntaxException unreadable) {
			// said by the check of expressions
		}
	}

	private void late(List<String> name, String pointer, int latest) {
		Integer asked = askedOn(name);
		if (asked != null && asked > latest) {
			findings.add(source.finding(pointer, "form-order", "\"" + String.join(".", name) + "\" is asked only on the page \""
					+ form.path("x-pages").path(asked).path("id").asString("") + "\", too late to decide this."));
		}
	}

	private @org.jspecify.annotations.Nullable Integer askedOn(List<String> name) {
		for (int length = name.size(); length > 0; length--) {
			Integer page = pages.get(String.join(".", name.subList(0, length)));
			if (page != null) {
				return page;
			}
		}
		return null;
	}

}
