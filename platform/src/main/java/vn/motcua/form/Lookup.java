package vn.motcua.form;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.form.FormDefinition.Option;
import vn.motcua.kernel.LocalizedText;

/** A table that an answer is chosen from: found by words, with or without diacritics, among thousands of rows. */
public final class Lookup {

	/** Columns with the days on which a row holds; a table may have them. */
	private static final String FROM = "valid_from";

	private static final String UNTIL = "valid_until";

	private static final int LONGEST = 100;

	private final PriceTable table;

	private final Map<String, String> where;

	private final List<Row> rows = new ArrayList<>();

	/** Choices that stand beside the table: none of these. */
	private final List<Row> beside;

	/**
	 * @param show columns that people read, in order; empty for all but the key
	 * @param showInEnglish the same for English readers; empty for the same columns
	 * @param options choices beside the table
	 */
	Lookup(PriceTable table, String key, List<String> show, List<String> showInEnglish, Map<String, String> where, List<Option> options) {
		this.table = table;
		this.where = Map.copyOf(where);
		this.beside = options.stream().map(option -> new Row(option.value(), option.label(), "", Map.of())).toList();
		List<String> shown = show.isEmpty() ? table.columns().stream().filter(column -> !Set.of(key, FROM, UNTIL).contains(column)).toList() : show;
		for (Map<String, String> row : table.rows()) {
			String value = row.getOrDefault(key, "");
			String words = words(row, shown, value);
			String english = showInEnglish.isEmpty() ? words : words(row, showInEnglish, value);
			if (!value.isEmpty()) {
				rows.add(new Row(value, new LocalizedText(words, english), folded(words + " " + value + (english.equals(words) ? "" : " " + english)), row));
			}
		}
	}

	/** One row to choose. */
	public record Row(String value, LocalizedText words, String folded, Map<String, String> cells) {
	}

	/** @param more how many rows beyond those also fit */
	public record Found(List<Row> rows, int more) {
	}

	public String table() {
		return table.id();
	}

	/** Rows that hold every word typed and fit the other answers, those that begin with it first. */
	public Found find(String typed, JsonNode answers, LocalDate on, int most) {
		String asked = folded(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
		String[] words = asked.split(" ");
		List<Row> fitting = rows.stream().filter(row -> fits(row, answers, on) && holds(row, words)).toList();
		List<Row> first = new ArrayList<>(fitting.stream().filter(row -> row.folded().startsWith(asked)).limit(most).toList());
		fitting.stream().filter(row -> !row.folded().startsWith(asked)).limit(most - first.size()).forEach(first::add);
		int more = fitting.size() - first.size();
		first.addAll(beside);
		return new Found(List.copyOf(first), more);
	}

	/** The row with a value, when it fits the other answers. */
	public Optional<Row> row(String value, JsonNode answers, LocalDate on) {
		return Stream.concat(beside.stream(), rows.stream().filter(row -> fits(row, answers, on))).filter(row -> row.value().equals(value)).findFirst();
	}

	/** The words of a value, the value itself when the table has no such row. */
	public LocalizedText words(String value) {
		return Stream.concat(beside.stream(), rows.stream()).filter(row -> row.value().equals(value)).map(Row::words).findFirst().orElse(LocalizedText.same(value));
	}

	/** Choices beside the table, shown whatever is looked for. */
	List<Row> beside() {
		return beside;
	}

	private static String words(Map<String, String> row, List<String> columns, String otherwise) {
		String words = columns.stream().map(column -> row.getOrDefault(column, "")).filter(cell -> !cell.isBlank()).collect(Collectors.joining(" – "));
		return words.isEmpty() ? otherwise : words;
	}

	/** Without diacritics and in small letters, words apart by one blank. */
	static String folded(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('đ', 'd').replace('Đ', 'D');
		return plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", " ").strip();
	}

	private boolean fits(Row row, JsonNode answers, LocalDate on) {
		String from = row.cells().getOrDefault(FROM, "");
		String until = row.cells().getOrDefault(UNTIL, "");
		if (!from.isEmpty() && from.compareTo(on.toString()) > 0 || !until.isEmpty() && until.compareTo(on.toString()) <= 0) {
			return false;
		}
		return where.entrySet().stream().allMatch(condition -> {
			JsonNode answer = Paths.get(answers, List.of(condition.getValue().split("\\.")));
			return answer == null || answer.asString("").equals(row.cells().get(condition.getKey()));
		});
	}

	private static boolean holds(Row row, String[] words) {
		for (String word : words) {
			if (!row.folded().contains(word)) {
				return false;
			}
		}
		return true;
	}

}
