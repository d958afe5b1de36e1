package vn.motcua.reporting.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.reporting.formula.Reference;
import vn.motcua.site.Page;

/** What the script of the grid has to know beyond the form itself, as JSON: where to save, formulas, words. */
public final class EntryScript {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> WORDS = List.of("saved", "saving", "offline", "not-saved", "not-kept", "sign-in", "draft", "lost", "meanwhile", "meanwhile-row", "mine-words", "theirs-words", "others",
			"conflict", "mine", "theirs",
			"ambiguous", "foreign", "alike", "undone", "redone", "left", "unread", "add-row", "full", "filled");

	private EntryScript() {
	}

	public static String of(Page page, EntryPage entry) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("api", "/api/reporting/v1/sheets/" + entry.form().address().path());
		data.put("lang", page.locale().getLanguage());
		data.put("version", entry.sheet().version());
		data.put("formulas", formulas(entry));
		data.put("words", words(page));
		return JSON.writeValueAsString(data);
	}

	private static List<Object> formulas(EntryPage entry) {
		List<Object> formulas = new ArrayList<>();
		entry.form().formulas().computed().forEach((id, formula) -> {
			FormTable.FormCell cell = entry.form().formulas().cells().get(id);
			boolean below = formula.references().stream().anyMatch(reference -> reference.when() == Reference.When.BELOW);
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("id", id);
			one.put("place", cell.place() == null ? null : cell.place().position());
			one.put("decimals", cell.decimals());
			if (!below) {
				one.put("tree", formula.tree(reference -> figure(entry, reference)));
			}
			formulas.add(one);
		});
		return formulas;
	}

	/** A cell of this sheet by its place; earlier ones by their amount. */
	private static Object figure(EntryPage entry, Reference reference) {
		Integer place = entry.form().byPlace().entrySet().stream()
			.filter(each -> each.getValue().place().indicator().equals(reference.indicator()) && each.getValue().place().breakdown().equals(reference.breakdown()))
			.map(Map.Entry::getKey).findFirst().orElse(null);
		if (reference.when() == Reference.When.NOW && place != null) {
			return List.of("p", place);
		}
		String amount = place == null ? null : Amounts.plain((reference.when() == Reference.When.PREVIOUS ? entry.before() : entry.yearAgo()).get(place));
		return amount == null ? List.of("n") : List.of("n", amount);
	}

	private static Map<String, String> words(Page page) {
		Map<String, String> words = new LinkedHashMap<>();
		for (String word : WORDS) {
			words.put(camel(word), raw(page, "reporting.entry.script." + word));
		}
		words.put("filled", raw(page, "reporting.entry.filled"));
		words.put("noted", raw(page, "reporting.entry.noted"));
		words.put("number", raw(page, "problem.reporting.number"));
		words.put("whole", raw(page, "problem.reporting.whole"));
		words.put("decimals", raw(page, "problem.reporting.decimals"));
		words.put("choice", raw(page, "problem.reporting.choice"));
		words.put("date", raw(page, "problem.reporting.date"));
		words.put("long", raw(page, "problem.reporting.cell-length"));
		words.put("digits", raw(page, "problem.reporting.digits"));
		return words;
	}

	/** Words with their {@code {names}} still in them. */
	private static String raw(Page page, String key) {
		return page.t(key);
	}

	private static String camel(String word) {
		StringBuilder camel = new StringBuilder();
		for (String part : word.split("-")) {
			camel.append(camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
		}
		return camel.toString();
	}

}
