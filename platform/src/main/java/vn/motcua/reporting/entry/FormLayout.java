package vn.motcua.reporting.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.motcua.reporting.Template;

/**
 * Where everything of a form stands on a sheet of a workbook, always the same for the same template: title, period, then the tables under each other.
 * Rows and columns from 0; marks in column A, names of rows in column B, figures from column C.
 */
record FormLayout(List<Block> blocks, int rows) {

	static final int FIRST_COLUMN = 2;

	private static final int FIRST_ROW = 4;

	/** Rows to write in that a table that grows has in a workbook, at most. */
	static final int MOST_GROWING = 200;

	/** @param title row of the table's title @param head row of its first heading @param body first row of its lines @param lines how many */
	record Block(FormTable table, int title, int head, int body, int lines) {

		/** Headings of a level from the left, by their column on the sheet. */
		Map<Integer, FormTable.Heading> heads(int level) {
			Map<Integer, FormTable.Heading> heads = new LinkedHashMap<>();
			int column = 0;
			for (FormTable.Heading heading : table.head().get(level)) {
				column = heading.column() >= 0 ? heading.column() : free(level, column);
				heads.put(column(column), heading);
				column += heading.across();
			}
			return heads;
		}

		/** Next column at a level that no heading from above reaches down to. */
		private int free(int level, int column) {
			int at = column;
			while (at < table.table().columns().size() && table.table().columns().get(at).path().size() <= level) {
				at++;
			}
			return at;
		}

		/** Place of a table's column on the sheet. */
		static int column(int column) {
			return FIRST_COLUMN + column;
		}

	}

	static FormLayout of(ReportForm form) {
		List<Block> blocks = new ArrayList<>();
		int row = FIRST_ROW;
		for (FormTable table : form.tables()) {
			int body = row + 1 + table.head().size();
			int lines = table.grows() ? Math.min(table.table().growing(), MOST_GROWING) : table.rows().size();
			blocks.add(new Block(table, row, row + 1, body, lines));
			row = body + lines + 1;
		}
		return new FormLayout(blocks, row);
	}

	/** Hidden column right of all others that says which row a line of a table that grows was written from. */
	int keyColumn() {
		return Block.column(blocks.stream().mapToInt(block -> block.table().table().columns().size()).max().orElse(0));
	}

	/** {@code C5} */
	static String address(int row, int column) {
		StringBuilder letters = new StringBuilder();
		for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
			letters.insert(0, (char) ('A' + (rest - 1) % 26));
		}
		return letters.toString() + (row + 1);
	}

	/** What stands before a line in columns A and B, by which it is known again. */
	static String[] heading(Block block, int line) {
		if (block.table().grows()) {
			return new String[] { String.valueOf(line + 1), "" };
		}
		Template.Row row = block.table().rows().get(line).row();
		return new String[] { row.mark() == null ? "" : row.mark(), row.name().vi() };
	}

}
