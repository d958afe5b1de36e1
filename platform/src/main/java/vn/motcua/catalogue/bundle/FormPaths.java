package vn.motcua.catalogue.bundle;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** What stands at a dotted path of a form. */
public final class FormPaths {

	private static final Set<String> ADDRESS = Set.of("province", "district", "commune", "line");

	private static final Set<String> PERSON = Set.of("name", "personal_number", "birth_date", "sex", "nationality", "address");

	private FormPaths() {
	}

	/** Kind of the question at a path, empty for an object of questions or nothing. */
	public static String kind(JsonNode form, String path) {
		JsonNode at = form;
		for (String name : path.split("\\.")) {
			if (at.path("x-field").path("kind").asString("").equals("person") && name.equals("address")) {
				return "address";
			}
			at = at.path("properties").path(name);
		}
		return at.path("x-field").path("kind").asString("");
	}

	/** The schema at a path of plain objects; missing where there is none. */
	public static JsonNode at(JsonNode form, String path) {
		JsonNode at = form;
		for (String name : path.split("\\.")) {
			at = at.path("properties").path(name);
		}
		return at;
	}

	/** Whether the form has an answer, or part of one, under these names; the names of a list's items count too. */
	public static boolean known(JsonNode form, List<String> names) {
		return known(form, names, 0);
	}

	private static boolean known(JsonNode at, List<String> names, int next) {
		if (next == names.size()) {
			return true;
		}
		String name = names.get(next);
		return switch (at.path("x-field").path("kind").asString("")) {
			case "address" -> ADDRESS.contains(name) && next + 1 == names.size();
			case "person" -> PERSON.contains(name) && (next + 1 == names.size() || name.equals("address") && names.size() == next + 2 && ADDRESS.contains(names.get(next + 1)));
			case "group" -> at.path("items").path("properties").has(name) && known(at.path("items").path("properties").path(name), names, next + 1);
			default -> at.path("properties").has(name) && known(at.path("properties").path(name), names, next + 1);
		};
	}

}
