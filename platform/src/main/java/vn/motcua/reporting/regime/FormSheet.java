package vn.motcua.reporting.regime;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A sheet of a form; rows and columns count from 0.
 *
 * @param cells by row × {@link #WIDTH} + column
 * @param entries what Excel lets one enter where
 * @param hidden rows and columns that nobody sees
 */
record FormSheet(String name, Map<Integer, FormCell> cells, List<Merge> merges, int rows, int columns, List<FormEntry> entries, Hidden hidden) {

	static final int MOST_ROWS = 1_000;

	static final int WIDTH = 128;

	/**
	 * @param formula as Excel writes it without the sign of equality, {@code null} for none
	 * @param percent whether Excel shows a hundred times the number, with %
	 */
	record FormCell(String text, @Nullable String formula, boolean number, boolean percent) {

		boolean divides() {
			return formula != null && formula.contains("/");
		}

	}

	record Hidden(Set<Integer> rows, Set<Integer> columns) {

		boolean row(int row) {
			return rows.contains(row);
		}

		boolean column(int column) {
			return columns.contains(column);
		}

	}

	record Merge(int row, int column, int lastRow, int lastColumn) {

		boolean covers(int atRow, int atColumn) {
			return row <= atRow && atRow <= lastRow && column <= atColumn && atColumn <= lastColumn;
		}

	}

	@Nullable FormCell cell(int row, int column) {
		return cells.get(row * WIDTH + column);
	}

	/** Text of a cell; of a merged one, that of the whole. */
	String text(int row, int column) {
		for (Merge merge : merges) {
			if (merge.covers(row, column)) {
				return own(merge.row(), merge.column());
			}
		}
		return own(row, column);
	}

	String own(int row, int column) {
		FormCell cell = cell(row, column);
		return cell == null ? "" : Normalizer.normalize(cell.text(), Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
	}

	@Nullable Merge merge(int row, int column) {
		return merges.stream().filter(merge -> merge.covers(row, column)).findFirst().orElse(null);
	}

	/** What Excel lets one enter in a cell, {@code null} for anything. */
	@Nullable FormEntry entry(int row, int column) {
		return entries.stream().filter(entry -> entry.ranges().stream().anyMatch(range -> range.covers(row, column))).findFirst().orElse(null);
	}

	FormSheet with(List<FormEntry> others) {
		return new FormSheet(name, cells, merges, rows, columns, others, hidden);
	}

	/** {@code Biểu 1!D7}. */
	String where(int row, int column) {
		return name + "!" + letters(column) + (row + 1);
	}

	static String letters(int column) {
		return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + letters(column % 26);
	}

	/** Number of a column from its letters, from 0. */
	static int column(String letters) {
		int column = 0;
		for (char letter : letters.toCharArray()) {
			column = column * 26 + letter - 'A' + 1;
		}
		return column - 1;
	}

}
