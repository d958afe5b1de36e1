package vn.motcua.reporting.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Template;

/** Writes the figures of many agencies as one table: a row for each agency, a column for each cell of the form. */
final class TableWorkbook {

	static final String SHEET = "Bảng nhập";

	private static final String HEAD = "F3EDE3";

	private static final String SUM = "ECEBE8";

	private static final String OPEN = "FFFDF5";

	private final Worksheet sheet;

	private final TableLayout layout;

	private final WorkbookChoices choices;

	private final List<WorkbookStamp.Part> parts = new ArrayList<>();

	private TableWorkbook(Worksheet sheet, TableLayout layout, WorkbookChoices choices) {
		this.sheet = sheet;
		this.layout = layout;
		this.choices = choices;
	}

	/** @param gatherer form of the agency that those of the table send to */
	static void write(OutputStream out, ReportForm gatherer, Iterable<FormWorkbook.Filled> forms, String templateDigest, String period, String hint) throws IOException {
		Workbook workbook = new Workbook(out, "MotCua", "1.0");
		Worksheet stamp = workbook.newWorksheet(WorkbookStamp.SHEET);
		TableWorkbook written = new TableWorkbook(workbook.newWorksheet(SHEET), TableLayout.of(gatherer), new WorkbookChoices(stamp));
		ReportAddress of = gatherer.address();
		written.head(of.regime().name().vi(), of.agency().fullName().vi() + " – kỳ " + period, hint);
		for (FormWorkbook.Filled form : forms) {
			written.line(form);
		}
		written.open();
		written.sheet.protect("motcua");
		written.sheet.freezePane(TableLayout.FIRST_COLUMN, TableLayout.BODY);
		FormWorkbook.paper(written.sheet, written.layout.columns().size());
		written.sheet.finish();
		FormWorkbook.finish(workbook, stamp,
				new WorkbookStamp(WorkbookStamp.Shape.TABLE, of.regime().code().value(), of.opening().period().code(), templateDigest, written.parts));
	}

	private void head(String regime, String whose, String hint) {
		sheet.value(0, 0, regime);
		sheet.style(0, 0).bold().fontSize(14).set();
		sheet.value(1, 0, whose);
		sheet.value(2, 0, hint);
		sheet.width(0, 12);
		sheet.width(1, 40);
		sheet.hideRow(TableLayout.KEYS);
		int head = TableLayout.HEAD;
		sheet.value(head, 0, "Mã");
		sheet.value(head, 1, "Đơn vị");
		sheet.range(head, 0, TableLayout.BODY - 1, 0).merge();
		sheet.range(head, 1, TableLayout.BODY - 1, 1).merge();
		for (int at = 0; at < layout.columns().size(); at++) {
			TableLayout.Column column = layout.columns().get(at);
			int place = TableLayout.FIRST_COLUMN + at;
			sheet.width(place, column.cell().words() != null ? SheetShape.WORDS : SheetShape.FIGURES);
			sheet.inlineString(TableLayout.KEYS, place, column.key());
			sheet.value(head, place, column.table().table().title().vi());
			sheet.value(head + 1, place, column.rowHeading());
			sheet.value(head + 2, place, column.heading());
		}
		across(head, column -> column.table().table().code());
		across(head + 1, column -> column.table().table().code() + " " + column.cell().row());
		sheet.range(head, 0, TableLayout.BODY - 1, TableLayout.FIRST_COLUMN + layout.columns().size() - 1).style().bold().wrapText(true).horizontalAlignment("center")
			.verticalAlignment("center").fillColor(HEAD).borderStyle(BorderStyle.THIN).set();
	}

	/** One heading over columns that share it. */
	private void across(int row, java.util.function.Function<TableLayout.Column, String> of) {
		for (int from = 0; from < layout.columns().size();) {
			int to = from;
			while (to + 1 < layout.columns().size() && of.apply(layout.columns().get(to + 1)).equals(of.apply(layout.columns().get(from)))) {
				to++;
			}
			if (to > from) {
				sheet.range(row, TableLayout.FIRST_COLUMN + from, row, TableLayout.FIRST_COLUMN + to).merge();
			}
			from = to + 1;
		}
	}

	private void line(FormWorkbook.Filled form) throws IOException {
		int line = TableLayout.BODY + parts.size();
		ReportAddress address = form.form().address();
		parts.add(new WorkbookStamp.Part(SHEET, ReportAddress.name(address.agency()), form.version(), Map.of(), form.digests()));
		sheet.inlineString(line, 0, ReportAddress.name(address.agency()));
		sheet.value(line, 1, address.agency().fullName().vi());
		SheetShape.Height height = new SheetShape.Height();
		Map<Integer, String> addresses = new HashMap<>();
		for (int at = 0; at < layout.columns().size(); at++) {
			FormTable.FormCell cell = layout.columns().get(at).cell();
			if (cell.place() != null) {
				addresses.put(cell.place().position(), FormLayout.address(line, TableLayout.FIRST_COLUMN + at));
			}
		}
		for (int at = 0; at < layout.columns().size(); at++) {
			TableLayout.Column column = layout.columns().get(at);
			int place = TableLayout.FIRST_COLUMN + at;
			if (column.cell().words() != null) {
				FormWorkbook.value(sheet, line, place, column.column(), form.words().get(column.cell().words()));
				height.of(form.words().get(column.cell().words()), SheetShape.WORDS);
			}
			else if (column.cell().typed()) {
				BigDecimal amount = form.amounts().get(column.cell().place().position());
				if (amount != null) {
					sheet.value(line, place, amount);
				}
			}
			else {
				String formula = ComputedCells.excel(form.form(), column.table(), column.cell(), addresses);
				if (formula != null) {
					sheet.formula(line, place, formula);
				}
			}
		}
		height.set(sheet, line);
		sheet.range(line, 0, line, 1).style().verticalAlignment("top").set();
	}

	/** Formats, locks and rules of whole columns. */
	private void open() {
		int last = TableLayout.BODY + Math.max(0, parts.size() - 1);
		for (int at = 0; at < layout.columns().size(); at++) {
			FormTable.FormCell cell = layout.columns().get(at).cell();
			int place = TableLayout.FIRST_COLUMN + at;
			Template.Column own = layout.columns().get(at).column();
			String format = cell.words() != null ? FormWorkbook.format(own) : cell.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(cell.decimals());
			sheet.range(TableLayout.BODY, place, last, place).style().format(format).wrapText(cell.words() != null).verticalAlignment("top").fillColor(cell.computed() ? SUM : OPEN).borderStyle(BorderStyle.THIN)
				.protectionOption(ProtectionOption.LOCKED, cell.computed()).set();
			if (cell.words() != null && own.kind().equals("choice")) {
				choices.among(sheet.range(TableLayout.BODY, place, last, place), own.choices());
			}
			else if (cell.typed()) {
				FormWorkbook.numbersOnly(sheet.range(TableLayout.BODY, place, last, place), FormLayout.address(TableLayout.BODY, place));
			}
		}
	}

}
