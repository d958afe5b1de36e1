package vn.motcua.reporting.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.entry.WorkbookContent.Part;
import vn.motcua.reporting.spreadsheet.WorkbookGuard;

/**
 * Reads a table with a row for each agency. Rows are known by the agency's code and columns by their hidden key, so both may have been sorted; one that
 * stands there twice or has another name beside its code is told.
 */
final class TableReading {

	/** Blank lines after which nothing is expected any more. */
	private static final int MOST_BLANK = 500;

	private final Sheet sheet;

	private final Map<String, WorkbookStamp.Part> stamped = new LinkedHashMap<>();

	private final WorkbookReading.Forms forms;

	private final WorkbookReading.Shares shares;

	private final WorkbookFindings findings;

	/** By place on the sheet. */
	private final Map<Integer, String> keys = new LinkedHashMap<>();

	private final Map<Integer, TableLayout.Column> columns = new LinkedHashMap<>();

	private final List<TableLayout.Column> open = new ArrayList<>();

	private final Set<String> seen = new HashSet<>();

	/** Lines without an agency, one after the other. */
	private int blank;

	TableReading(Sheet sheet, List<WorkbookStamp.Part> stamped, WorkbookReading.Forms forms, WorkbookReading.Shares shares, WorkbookFindings findings) {
		this.sheet = sheet;
		this.forms = forms;
		this.shares = shares;
		this.findings = findings;
		stamped.forEach(part -> this.stamped.put(part.agency(), part));
	}

	void read(List<String> merged) throws IOException {
		for (String range : merged) {
			int[] rows = WorkbookGuard.rows(range);
			if (rows != null && rows[1] >= TableLayout.BODY) {
				findings.find(sheet.getName(), range, "workbook-merged", Map.of());
			}
		}
		SheetRows.each(sheet, row -> {
			if (row.getRowNum() - 1 == TableLayout.KEYS) {
				keys(row);
			}
			else if (row.getRowNum() - 1 >= TableLayout.BODY) {
				blank = line(row) ? 0 : blank + 1;
			}
			return blank < MOST_BLANK;
		});
		stamped.keySet().stream().filter(agency -> !seen.contains(agency)).forEach(agency -> findings.find(sheet.getName(), null, "workbook-no-row", Map.of("found", agency)));
	}

	private void keys(Row row) {
		row.forEach(cell -> {
			if (cell != null && !WorkbookCells.text(row, cell.getColumnIndex()).isEmpty()) {
				keys.put(cell.getColumnIndex(), WorkbookCells.text(row, cell.getColumnIndex()));
			}
		});
	}

	private boolean line(Row row) {
		String agency = WorkbookCells.text(row, 0);
		if (agency.isEmpty()) {
			return false;
		}
		String address = FormLayout.address(row.getRowNum() - 1, 0);
		WorkbookStamp.Part part = stamped.get(agency);
		Optional<ReportForm> form = part == null ? Optional.empty() : forms.of(agency);
		if (form.isEmpty()) {
			findings.find(sheet.getName(), address, "workbook-agency", Map.of("found", agency.length() <= 40 ? agency : agency.substring(0, 40)));
		}
		else if (!seen.add(agency)) {
			findings.find(sheet.getName(), address, "workbook-twice", Map.of("found", agency));
		}
		else {
			share(row, part, form.get());
		}
		return true;
	}

	private void share(Row row, WorkbookStamp.Part part, ReportForm form) {
		WorkbookFindings own = new WorkbookFindings();
		WorkbookCells cells = new WorkbookCells(sheet.getName(), own);
		String name = form.address().agency().fullName().vi().strip();
		if (!WorkbookCells.text(row, 1).equals(name)) {
			own.find(sheet.getName(), FormLayout.address(row.getRowNum() - 1, 1), "workbook-structure", Map.of("wanted", name));
		}
		Map<Integer, String> amounts = new LinkedHashMap<>();
		Map<String, String> words = new LinkedHashMap<>();
		columns(form).forEach((place, column) -> {
			String code = column.cell().words();
			String before = code != null ? words.put(code, cells.value(row, place, column.column()))
					: amounts.put(column.cell().place().position(), cells.number(row, place, column.cell().decimals()));
			if (before != null) {
				column(own, FormLayout.address(TableLayout.HEAD, place), column);
			}
		});
		open.stream().filter(column -> column.cell().words() != null ? !words.containsKey(column.cell().words()) : !amounts.containsKey(column.cell().place().position()))
			.forEach(column -> column(own, null, column));
		shares.take(new Part(part.agency(), part.version(), amounts, List.of(), Map.of(), words, part.words()), own.all());
	}

	/** Columns to read by their place on the sheet, the same for every agency of the file. */
	private Map<Integer, TableLayout.Column> columns(ReportForm form) {
		if (open.isEmpty()) {
			Map<String, TableLayout.Column> byKey = new LinkedHashMap<>();
			TableLayout.of(form).columns().stream().filter(TableLayout.Column::open).forEach(column -> byKey.put(column.key(), column));
			open.addAll(byKey.values());
			keys.forEach((place, key) -> {
				if (byKey.containsKey(key)) {
					columns.put(place, byKey.get(key));
				}
			});
		}
		return columns;
	}

	private void column(WorkbookFindings own, @Nullable String address, TableLayout.Column column) {
		own.find(sheet.getName(), address, "workbook-column", Map.of("wanted", column.rowHeading() + " – " + column.heading()));
	}

}
