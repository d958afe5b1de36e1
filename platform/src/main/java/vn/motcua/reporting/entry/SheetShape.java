package vn.motcua.reporting.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Template;

/**
 * How wide the columns of a form's sheet are, and how high its rows must be for what is written in them: LibreOffice opens rows as high as the file says.
 *
 * @param widths of the columns of tables, in digits
 */
record SheetShape(List<Integer> widths) {

	/** Of a row's name. */
	static final int NAME = 52;

	static final int FIGURES = 16;

	static final int WORDS = 32;

	/** Where longer words than a row at its highest could show stand in a column. */
	private static final int LONG_WORDS = 64;

	private static final int LONG = 600;

	static SheetShape of(FormWorkbook.Filled form) {
		List<Integer> widths = new ArrayList<>();
		int columns = form.form().tables().stream().mapToInt(table -> table.table().columns().size()).max().orElse(0);
		for (int at = 0; at < columns; at++) {
			int column = at;
			List<FormTable> there = form.form().tables().stream().filter(table -> column < table.table().columns().size() && says(table, column)).toList();
			widths.add(there.isEmpty() ? FIGURES : width(there.stream().flatMap(table -> said(form, table, column))));
		}
		return new SheetShape(widths);
	}

	/** Of a column in which these words stand. */
	static int width(Stream<String> said) {
		return said.anyMatch(text -> text.length() > LONG) ? LONG_WORDS : WORDS;
	}

	int width(int column) {
		return widths.get(column);
	}

	private static boolean says(FormTable table, int column) {
		Template.Column own = table.table().columns().get(column);
		return table.grows() ? own.kind().equals("text") : own.words();
	}

	private static Stream<String> said(FormWorkbook.Filled form, FormTable table, int column) {
		return table.grows() ? form.rows().stream().filter(row -> row.table().equals(table.table().code())).map(row -> row.values().getOrDefault(table.table().columns().get(column).code(), ""))
				: table.rows().stream().map(row -> form.words().getOrDefault(String.valueOf(row.cells().get(column).words()), ""));
	}

	/** The height of one row; lines are counted for a little wider letters than most are. */
	static final class Height {

		private static final double LETTERS_OF_A_DIGIT = 1.15;

		private static final double LINE_POINTS = 15;

		/** No row is higher. */
		private static final double MOST_POINTS = 409;

		private int lines = 1;

		Height of(@Nullable String text, int width) {
			int needed = text == null ? 1 : text.lines().mapToInt(line -> Math.max(1, (int) Math.ceil(line.length() / (width * LETTERS_OF_A_DIGIT)))).sum();
			lines = Math.max(lines, needed);
			return this;
		}

		/** One line is as high as any row. */
		void set(Worksheet sheet, int row) {
			if (lines > 1) {
				sheet.rowHeight(row, Math.min(MOST_POINTS, lines * LINE_POINTS + 2));
			}
		}

	}

}
