package vn.motcua.reporting;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/** What a regime's report is made of: tables, narrative sections and checks. Kept as JSON of this shape. */
public record Template(List<Table> tables, List<Narrative> narratives, List<Check> checks) {

	/** An outline and nothing to fill in. */
	public static final Template EMPTY = new Template(List.of(), List.of(), List.of());

	/** Most cells of words that a report is asked for. */
	public static final int MOST_WORDS = 2_000;

	public Template {
		tables = List.copyOf(tables);
		narratives = List.copyOf(narratives);
		checks = List.copyOf(checks);
	}

	/** How many cells of its tables take words. */
	public int cellsOfWords() {
		return tables.stream().mapToInt(Table::cellsOfWords).sum();
	}

	/**
	 * A table of fixed rows and columns, or one whose rows the clerk adds.
	 *
	 * @param code unique in the template, a letter and letters, digits or hyphens
	 * @param columns from left to right; a heading over several columns is told by equal beginnings of their paths
	 * @param rows from top to bottom; empty when the table grows
	 * @param cells what stands where; a row and column without one is greyed out
	 * @param growing most rows a clerk may add, 0 for a fixed table
	 */
	public record Table(String code, LocalizedText title, List<Column> columns, List<Row> rows, List<TableCell> cells, int growing) {

		public Table {
			columns = List.copyOf(columns);
			rows = List.copyOf(rows);
			cells = List.copyOf(cells);
		}

		private int cellsOfWords() {
			Set<String> words = columns.stream().filter(Column::words).map(Column::code).collect(Collectors.toSet());
			return (int) cells.stream().filter(cell -> words.contains(cell.column())).count();
		}

	}

	/**
	 * @param path headings from the top down; the last is the column's own
	 * @param kind {@code number}, or what is said in words: {@code text}, {@code date}, {@code choice}
	 * @param choices for {@code choice}
	 * @param decimals for {@code number} in a growing table
	 */
	public record Column(String code, List<LocalizedText> path, String kind, List<LocalizedText> choices, int decimals) {

		public Column {
			path = List.copyOf(path);
			choices = List.copyOf(choices);
		}

		/** Whether it holds no figures; in a table of fixed rows its cells are {@link TableCell#words}. */
		public boolean words() {
			return !kind.equals("number");
		}

	}

	/** @param mark what stands before the name, {@code I}, {@code 1.2}, {@code null} for nothing; @param depth indentation from 0 */
	public record Row(String code, @Nullable String mark, LocalizedText name, int depth) {

		public Row {
			mark = mark == null || mark.isBlank() ? null : mark;
		}

	}

	/**
	 * A cell of a fixed table: a reported figure, one computed from others of the same sheet, or words (<i>ô chữ</i>), which are in no total.
	 *
	 * @param indicator of the figure; {@code null} for a computed cell that is no indicator, and for words
	 * @param formula over indicators of the same regime, {@code null} for a reported cell
	 * @param required whether a report without it is incomplete
	 */
	public record TableCell(String row, String column, @Nullable IndicatorCode indicator, Breakdown breakdown, @Nullable String formula, boolean required) {

		/** Words in a column that holds no figures. */
		public static TableCell words(String row, String column, boolean required) {
			return new TableCell(row, column, null, Breakdown.WHOLE, null, required);
		}

		/** What it is computed by: its own formula, else the indicator's when it is of the whole; {@code null} for a reported figure. */
		public @Nullable String computedBy(@Nullable Indicator named) {
			return formula != null || named == null || !breakdown.whole() ? formula : named.formula();
		}

	}

	/** @param hint what belongs there, {@code null} for nothing; {@code {LD0301}} in it stands for the figure */
	public record Narrative(String code, LocalizedText heading, @Nullable LocalizedText hint, boolean required, boolean attachments) {

		public Narrative {
			hint = heading.equals(hint) ? null : hint;
		}

	}

	/**
	 * A rule between figures that must hold, or where it does not, must be answered in words.
	 *
	 * @param rule expression that is true when all is well
	 * @param warning whether the report may go on with an explanation
	 * @param asks where something must be written when it does not hold: code of a section, {@code B1.R2.C4} for a cell that takes words, {@code B1.C4} for a column of them,
	 * row by row; the rule may name figures of the same row then, {@code @C3}. {@code null} for nowhere
	 */
	public record Check(String code, String rule, LocalizedText words, boolean warning, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String asks) {

		public Check {
			asks = asks == null || asks.isBlank() ? null : asks.strip();
		}

	}

}
