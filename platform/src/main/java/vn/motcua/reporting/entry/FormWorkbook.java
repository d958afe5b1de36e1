package vn.motcua.reporting.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Template;

/**
 * Writes forms as a workbook to fill in without a line: one sheet for each agency, everything locked but the cells to fill in, drop-downs for choices,
 * computed cells as live formulas, and a hidden stamp.
 */
final class FormWorkbook {

	private static final String HEAD = "F3EDE3";

	private static final String SUM = "ECEBE8";

	private static final String OPEN = "FFFDF5";

	/** Excel has room for 31 letters, and a number may follow. */
	private static final int MOST_NAME = 21;

	private final Workbook workbook;

	private final Worksheet stamp;

	private final List<WorkbookStamp.Part> parts = new ArrayList<>();

	private final WorkbookChoices choices;

	private FormWorkbook(OutputStream out) {
		this.workbook = new Workbook(out, "MotCua", "1.0");
		this.stamp = workbook.newWorksheet(WorkbookStamp.SHEET);
		this.choices = new WorkbookChoices(stamp);
	}

	/** What goes onto one sheet. @param sheet what it should be called @param version of the amounts @param words in tables, by their code */
	record Filled(String sheet, ReportForm form, int version, Map<Integer, BigDecimal> amounts, List<GrowingRow> rows, Map<String, String> words) {

		Map<String, String> digests() {
			Map<String, String> digests = new LinkedHashMap<>();
			words.forEach((code, text) -> digests.put(code, WorkbookStamp.of(text)));
			return digests;
		}

	}

	/** Takes one form after the other and holds none of them. @param of any of the forms @param period what it is called, in Vietnamese @param hint how to fill in, in Vietnamese */
	static void write(OutputStream out, ReportAddress of, Iterable<Filled> forms, String templateDigest, String period, String hint) throws IOException {
		FormWorkbook written = new FormWorkbook(out);
		for (Filled form : forms) {
			written.sheet(form, period, hint);
		}
		finish(written.workbook, written.stamp, new WorkbookStamp(WorkbookStamp.Shape.FORMS, of.regime().code().value(), of.opening().period().code(), templateDigest, written.parts));
	}

	/** Writes the stamp and ends the workbook. */
	static void finish(Workbook workbook, Worksheet stamp, WorkbookStamp says) throws IOException {
		List<String> lines = says.lines();
		for (int line = 0; line < lines.size(); line++) {
			stamp.inlineString(line, 0, lines.get(line));
		}
		stamp.protect("motcua");
		stamp.setVisibilityState(VisibilityState.VERY_HIDDEN);
		workbook.setActiveTab(1);
		workbook.finish();
	}

	private void sheet(Filled form, String period, String hint) throws IOException {
		String name = sheetName(form);
		Worksheet sheet = workbook.newWorksheet(name);
		Map<UUID, String> keys = new LinkedHashMap<>();
		parts.add(new WorkbookStamp.Part(name, ReportAddress.name(form.form().address().agency()), form.version(), keys, form.digests()));
		sheet.value(0, 0, form.form().address().regime().name().vi());
		sheet.style(0, 0).bold().fontSize(14).set();
		sheet.value(1, 0, form.form().address().agency().fullName().vi() + " – kỳ " + period);
		sheet.value(2, 0, hint);
		sheet.width(0, 8);
		sheet.width(1, SheetShape.NAME);
		FormLayout layout = FormLayout.of(form.form());
		SheetShape shape = SheetShape.of(form);
		for (int column = 0; column < shape.widths().size(); column++) {
			sheet.width(FormLayout.Block.column(column), shape.width(column));
		}
		Map<Integer, String> addresses = addresses(layout);
		for (FormLayout.Block block : layout.blocks()) {
			head(sheet, block, shape);
			if (block.table().grows()) {
				List<GrowingRow> rows = form.rows().stream().filter(row -> row.table().equals(block.table().table().code())).limit(block.lines()).toList();
				rows.forEach(row -> keys.put(row.id(), WorkbookStamp.of(row.values())));
				growing(sheet, block, rows, layout.keyColumn(), shape);
			}
			else {
				fixed(sheet, block, form, addresses, shape);
			}
		}
		if (layout.blocks().stream().anyMatch(block -> block.table().grows())) {
			sheet.hideColumn(layout.keyColumn());
		}
		sheet.protect("motcua");
		sheet.freezePane(FormLayout.FIRST_COLUMN, 0);
		paper(sheet, shape.widths().size());
		sheet.finish();
	}

	/** As Excel takes it: short, without its own signs, each once whatever the case. */
	private String sheetName(Filled form) {
		String name = form.sheet().replaceAll("[\\[\\]:*?/\\\\';]", " ").strip();
		String cut = name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME).strip();
		boolean taken = cut.isEmpty() || parts.stream().anyMatch(part -> part.sheet().equalsIgnoreCase(cut));
		return taken ? cut + " " + form.form().address().agency().id() : cut;
	}

	private static Map<Integer, String> addresses(FormLayout layout) {
		Map<Integer, String> addresses = new HashMap<>();
		layout.blocks().forEach(block -> block.table().rows().forEach(row -> row.cells().stream().filter(cell -> cell.place() != null)
			.forEach(cell -> addresses.putIfAbsent(cell.place().position(), FormLayout.address(block.body() + row.number(), FormLayout.Block.column(cell.column()))))));
		return addresses;
	}

	private static void head(Worksheet sheet, FormLayout.Block block, SheetShape shape) {
		sheet.value(block.title(), 0, block.table().table().title().vi());
		sheet.style(block.title(), 0).bold().set();
		int levels = block.table().head().size();
		sheet.value(block.head(), block.table().grows() ? 0 : 1, block.table().grows() ? "TT" : "Chỉ tiêu");
		for (int level = 0; level < levels; level++) {
			int row = block.head() + level;
			SheetShape.Height height = new SheetShape.Height();
			block.heads(level).forEach((from, heading) -> {
				int column = from - FormLayout.FIRST_COLUMN;
				sheet.value(row, from, heading.text().vi());
				if (heading.across() > 1 || heading.down() > 1) {
					sheet.range(row, from, row + heading.down() - 1, from + heading.across() - 1).merge();
				}
				height.of(heading.down() > 1 ? null : heading.text().vi(), shape.widths().subList(column, column + heading.across()).stream().mapToInt(Integer::intValue).sum());
			});
			height.set(sheet, row);
		}
		sheet.range(block.head(), 0, block.head() + levels - 1, FormLayout.Block.column(block.table().table().columns().size() - 1)).style().bold().wrapText(true)
			.horizontalAlignment("center").verticalAlignment("center").fillColor(HEAD).borderStyle(BorderStyle.THIN).set();
	}

	private void fixed(Worksheet sheet, FormLayout.Block block, Filled form, Map<Integer, String> addresses, SheetShape shape) {
		for (FormTable.FormRow row : block.table().rows()) {
			int line = block.body() + row.number();
			String[] heading = FormLayout.heading(block, row.number());
			sheet.value(line, 0, heading[0]);
			sheet.value(line, 1, heading[1]);
			SheetShape.Height height = new SheetShape.Height().of(heading[1], SheetShape.NAME);
			sheet.style(line, 0).verticalAlignment("top").set();
			sheet.style(line, 1).wrapText(true).verticalAlignment("top").indent(Math.min(row.row().depth(), 5)).set();
			for (FormTable.FormCell cell : row.cells()) {
				int column = FormLayout.Block.column(cell.column());
				String format = cell.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(cell.decimals());
				if (cell.words() != null) {
					words(sheet, line, block.table().table().columns().get(cell.column()), column, form.words().get(cell.words()));
					height.of(form.words().get(cell.words()), shape.width(cell.column()));
				}
				else if (cell.typed()) {
					BigDecimal amount = form.amounts().get(cell.place().position());
					if (amount != null) {
						sheet.value(line, column, amount);
					}
					String address = FormLayout.address(line, column);
					sheet.style(line, column).format(format).verticalAlignment("top").fillColor(OPEN).borderStyle(BorderStyle.THIN).protectionOption(ProtectionOption.LOCKED, false).set();
					numbersOnly(sheet.range(line, column, line, column), address);
				}
				else {
					String formula = cell.computed() ? ComputedCells.excel(form.form(), block.table(), cell, addresses) : null;
					if (formula != null) {
						sheet.formula(line, column, formula);
					}
					sheet.style(line, column).format(format).verticalAlignment("top").fillColor(SUM).borderStyle(BorderStyle.THIN).set();
				}
			}
			height.set(sheet, line);
		}
	}

	private void words(Worksheet sheet, int line, Template.Column own, int column, @Nullable String text) {
		value(sheet, line, column, own, text);
		sheet.style(line, column).format(format(own)).wrapText(true).verticalAlignment("top").fillColor(OPEN).borderStyle(BorderStyle.THIN).protectionOption(ProtectionOption.LOCKED, false).set();
		if (own.kind().equals("choice")) {
			choices.among(sheet.range(line, column, line, column), own.choices());
		}
	}

	/** How a column shows what stands in it. */
	static String format(Template.Column column) {
		return switch (column.kind()) {
			case "number" -> column.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(column.decimals());
			case "date" -> "yyyy-mm-dd";
			default -> "@";
		};
	}

	private void growing(Worksheet sheet, FormLayout.Block block, List<GrowingRow> rows, int key, SheetShape shape) {
		List<Template.Column> columns = block.table().table().columns();
		for (int line = 0; line < block.lines(); line++) {
			sheet.value(block.body() + line, 0, String.valueOf(line + 1));
			GrowingRow row = line < rows.size() ? rows.get(line) : null;
			if (row != null) {
				sheet.inlineString(block.body() + line, key, row.id().toString());
			}
			SheetShape.Height height = new SheetShape.Height();
			for (int column = 0; column < columns.size(); column++) {
				height.of(row == null ? null : row.values().get(columns.get(column).code()), shape.width(column));
				value(sheet, block.body() + line, FormLayout.Block.column(column), columns.get(column), row == null ? null : row.values().get(columns.get(column).code()));
			}
			height.set(sheet, block.body() + line);
		}
		for (int column = 0; column < columns.size(); column++) {
			int at = FormLayout.Block.column(column);
			Template.Column own = columns.get(column);
			sheet.range(block.body(), at, block.body() + block.lines() - 1, at).style().format(format(own)).wrapText(own.kind().equals("text")).verticalAlignment("top").fillColor(OPEN).borderStyle(BorderStyle.THIN)
				.protectionOption(ProtectionOption.LOCKED, false).set();
			if (own.kind().equals("choice")) {
				choices.among(sheet.range(block.body(), at, block.body() + block.lines() - 1, at), own.choices());
			}
			else if (own.kind().equals("number")) {
				numbersOnly(sheet.range(block.body(), at, block.body() + block.lines() - 1, at), FormLayout.address(block.body(), at));
			}
		}
	}

	/** Excel itself keeps anything else out. @param first address of the first cell */
	static void numbersOnly(Range range, String first) {
		range.validateWithFormula("ISNUMBER(" + first + ")").allowBlank(true).errorStyle(DataValidationErrorStyle.STOP).showErrorMessage(true).errorTitle("Một Cửa")
			.error("Hãy nhập một số, không có chữ và đơn vị tính.");
	}

	/** A4, as wide as one page. */
	static void paper(Worksheet sheet, int columns) {
		sheet.paperSize(PaperSize.A4_PAPER);
		sheet.pageOrientation(columns > 6 ? "landscape" : "portrait");
		sheet.setFitToPage(true);
		sheet.fitToHeight((short) 0);
	}

	/** A value as the column's kind has it. */
	static void value(Worksheet sheet, int row, int column, Template.Column kind, @Nullable String value) {
		if (value == null || value.isEmpty()) {
			return;
		}
		switch (Words.kind(kind, value)) {
			case "number" -> sheet.value(row, column, new BigDecimal(value));
			case "date" -> sheet.value(row, column, java.time.LocalDate.parse(value));
			default -> sheet.inlineString(row, column, value);
		}
	}

}
