package vn.motcua.reporting.entry;

import java.util.ArrayList;
import java.util.List;

import vn.motcua.reporting.Template;

/**
 * Where everything stands on a sheet that has a row for each agency and a column for each cell of a form: code and name of the agency in columns A and B,
 * figures from column C. A hidden row says which cell a column is of. Tables that grow are not on it.
 */
record TableLayout(List<Column> columns) {

	static final int FIRST_COLUMN = 2;

	/** Hidden row of the columns' keys. */
	static final int KEYS = 3;

	/** Rows of the heading: the table, the row of the form, its column. */
	static final int HEAD = 4;

	static final int BODY = 7;

	/** @param key by which the column is known again */
	record Column(String key, FormTable table, FormTable.FormCell cell, FormTable.FormRow row) {

		Template.Column column() {
			return table.table().columns().get(cell.column());
		}

		/** Whether it is filled in. */
		boolean open() {
			return cell.typed() || cell.words() != null;
		}

		String heading() {
			return String.join(" – ", column().path().stream().map(text -> text.vi()).toList());
		}

		String rowHeading() {
			return (row.row().mark() == null ? "" : row.row().mark() + ". ") + row.row().name().vi();
		}

	}

	/** Each place of a sheet once, whichever table shows it, and computed cells beside what they are computed from. */
	static TableLayout of(ReportForm form) {
		List<Column> columns = new ArrayList<>();
		java.util.Set<String> keys = new java.util.HashSet<>();
		for (FormTable table : form.tables()) {
			for (FormTable.FormRow row : table.rows()) {
				for (FormTable.FormCell cell : row.cells()) {
					if (!cell.blank() && keys.add(EntryPage.id(table, cell))) {
						columns.add(new Column(EntryPage.id(table, cell), table, cell, row));
					}
				}
			}
		}
		return new TableLayout(columns);
	}

	/** Whether the form has anything that can be typed into such a table. */
	boolean fits() {
		return columns.stream().anyMatch(Column::open);
	}

}
