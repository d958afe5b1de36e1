package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Template;

/**
 * What a form without script posted: {@code c12} cells with {@code v}, the version they were drawn from; {@code t.code} sections, {@code x.code}
 * explanations, {@code n.12} notes and {@code w.table.row.column} words in tables, each with the version seen under the same name after {@code v}; {@code g.table.row.column} rows.
 */
final class EntryInput {

	/** Before the name of an explanation that is to hold for the figures of now. */
	private static final String AGAIN = "again.";

	private final ReportForm form;

	private final Map<String, String> posted;

	private final Locale language;

	private final Map<String, Wrong> wrong = new LinkedHashMap<>();

	EntryInput(ReportForm form, Map<String, String> posted, Locale language) {
		this.form = form;
		this.posted = posted;
		this.language = language;
	}

	/** @param values for the words under {@code problem.reporting.<rule>} */
	record Wrong(String rule, Map<String, Object> values) {
	}

	Map<String, Wrong> wrong() {
		return wrong;
	}

	int version() {
		return number("v");
	}

	/** Cells whose value is another than where they were drawn from. */
	List<Sheets.CellChange> cells(Sheets.Sheet drawn) {
		List<Sheets.CellChange> changes = new ArrayList<>();
		form.byPlace().forEach((place, cell) -> {
			String typed = posted.get("c" + place);
			if (typed == null || !cell.typed()) {
				return;
			}
			BigDecimal before = drawn.amounts().get(place);
			if (typed.strip().equals(Amounts.words(before, language))) {
				return;
			}
			switch (TypedNumber.of(typed, language, cell.decimals())) {
				case TypedNumber.Read read -> {
					if (differs(before, read.amount())) {
						changes.add(new Sheets.CellChange(place, read.amount(), drawn.version()));
					}
				}
				case TypedNumber.Ambiguous two -> wrong.put("c" + place, two.own() == null ? new Wrong("foreign-number", Map.of("other", Amounts.words(two.other(), language)))
						: new Wrong("ambiguous", Map.of("own", Amounts.words(two.own(), language), "other", Amounts.words(two.other(), language))));
				case TypedNumber.Refused refused -> wrong.put("c" + place, new Wrong(refused.rule(), Map.of("max", refused.rule().equals("digits") ? TypedNumber.MOST_DIGITS : cell.decimals())));
			}
		});
		return changes;
	}

	List<ReportText.Change> words(List<ReportText> standing) {
		Map<String, ReportText> known = new LinkedHashMap<>();
		standing.forEach(text -> known.put(prefix(text.kind()) + text.code(), text));
		List<ReportText.Change> changes = new ArrayList<>();
		Map<String, ReportForm.WordsCell> cells = form.words();
		posted.forEach((name, value) -> {
			ReportText.Kind kind = Arrays.stream(ReportText.Kind.values()).filter(each -> name.startsWith(prefix(each))).findFirst().orElse(null);
			if (kind == null) {
				return;
			}
			String content = value.replace("\r\n", "\n").strip();
			ReportText text = known.get(name);
			// Kept as it is, but for the figures of now.
			boolean again = posted.containsKey(AGAIN + name) && !content.isEmpty();
			if (again || !content.equals(text == null ? "" : text.content())) {
				changes.add(new ReportText.Change(kind, name.substring(2), content, number("v" + name)));
				wrong(name, content, kind == ReportText.Kind.WORDS ? cells.get(name.substring(2)) : null);
			}
		});
		return changes;
	}

	private void wrong(String name, String content, ReportForm.@Nullable WordsCell cell) {
		if (cell != null) {
			Words.problem(cell.column(), content).ifPresent(rule -> wrong.put(name, new Wrong(rule.replace("reporting.", ""), Map.of())));
		}
	}

	List<GrowingRow> rows(List<GrowingRow> standing) {
		Map<String, GrowingRow> known = new LinkedHashMap<>();
		standing.forEach(row -> known.put(row.table() + "." + row.id(), row));
		Map<String, Map<String, String>> typed = new LinkedHashMap<>();
		posted.forEach((name, value) -> {
			String[] parts = name.split("\\.", 4);
			if (parts.length == 4 && parts[0].equals("g")) {
				typed.computeIfAbsent(parts[1] + "." + parts[2], row -> new LinkedHashMap<>()).put(parts[3], value.strip());
			}
		});
		List<GrowingRow> changes = new ArrayList<>();
		Map<String, Integer> places = new LinkedHashMap<>();
		typed.forEach((name, values) -> {
			String table = name.substring(0, name.indexOf('.'));
			int place = places.merge(table, 1, Integer::sum) - 1;
			GrowingRow row = row(table, name, place, values);
			GrowingRow before = known.get(name);
			if (row != null && (before == null ? !row.empty() : !before.values().equals(row.values()))) {
				changes.add(row);
			}
		});
		return changes;
	}

	static String prefix(ReportText.Kind kind) {
		return switch (kind) {
			case NARRATIVE -> "t.";
			case EXPLANATION -> "x.";
			case NOTE -> "n.";
			case WORDS -> "w.";
		};
	}

	/** Rows of a table in which something was written, in their order. */
	static List<UUID> ids(Map<String, String> posted, String table) {
		return posted.entrySet().stream().filter(field -> !field.getValue().isBlank()).map(field -> field.getKey().split("\\.", 4))
			.filter(parts -> parts.length == 4 && parts[0].equals("g") && parts[1].equals(table)).flatMap(parts -> id(parts[2]).stream()).distinct().toList();
	}

	private static Optional<UUID> id(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException none) {
			return Optional.empty();
		}
	}

	private @Nullable GrowingRow row(String code, String name, int place, Map<String, String> values) {
		Template.Table table = form.template().tables().stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
		UUID id = id(name.substring(code.length() + 1)).orElse(null);
		if (id == null) {
			return null;
		}
		Map<String, String> kept = new LinkedHashMap<>();
		values.forEach((column, value) -> {
			String plain = plain(table, column, value);
			if (!plain.isEmpty()) {
				kept.put(column, plain);
			}
			String rule = table == null ? null : Words.problem(table, column, plain).orElse(null);
			if (rule != null) {
				wrong.put("g." + name + "." + column, new Wrong(rule.replace("reporting.", ""), Map.of()));
			}
		});
		return new GrowingRow(code, id, place, kept, number("vg." + name));
	}

	/** Numbers as typed in the page's language become plain decimals; what is none stays as it is and is refused. */
	private String plain(Template.@Nullable Table table, String code, String value) {
		Template.Column column = table == null ? null : table.columns().stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
		if (column == null || !column.kind().equals("number")) {
			return value;
		}
		return TypedNumber.of(value, language, column.decimals()) instanceof TypedNumber.Read(BigDecimal amount) ? amount == null ? "" : Amounts.plain(amount)
				: value + "?";
	}

	private int number(String name) {
		String value = posted.getOrDefault(name, "0");
		return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
	}

	private static boolean differs(@Nullable BigDecimal before, @Nullable BigDecimal after) {
		return before == null || after == null ? before != after : before.compareTo(after) != 0;
	}

}
