package vn.motcua.reporting.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.entry.WorkbookContent.Line;
import vn.motcua.reporting.entry.WorkbookContent.Part;
import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;

/** Reads a workbook that {@link FormWorkbook} wrote and somebody filled in: row by row, only the cells that may be filled in, and tells everything else that was changed. */
final class WorkbookReading {

	private static final int MOST_FINDINGS = 200;

	private static final int MOST_STAMP_LINES = 2_000;

	private static final int MOST_TEXT = 2_000;

	private static final MathContext EXCEL = new MathContext(15);

	private final List<WorkbookFinding> findings = new ArrayList<>();

	private final WorkbookGuard.Looked looked;

	private WorkbookReading(WorkbookGuard.Looked looked) {
		this.looked = looked;
	}

	/** Knows the form of an agency. */
	interface Forms {

		/** @return empty when the agency has none */
		Optional<ReportForm> of(String agency);

	}

	/** @param wanted what the stamp must say; its parts are not looked at */
	static WorkbookContent read(Path file, WorkbookStamp wanted, Forms forms) {
		WorkbookGuard.Looked looked = WorkbookGuard.at(file);
		if (looked.refusal() != null) {
			return refused(looked.refusal(), Map.of());
		}
		try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
			return new WorkbookReading(looked).read(workbook, wanted, forms);
		}
		catch (IOException | RuntimeException damaged) {
			if (damaged instanceof IOException || damaged instanceof ExcelReaderException || damaged.getClass().getName().startsWith("java.")) {
				return refused("workbook-damaged", Map.of());
			}
			throw (RuntimeException) damaged;
		}
	}

	private static WorkbookContent refused(String rule, Map<String, String> values) {
		return new WorkbookContent(List.of(), List.of(new WorkbookFinding(null, null, rule, values)));
	}

	private WorkbookContent read(ReadableWorkbook workbook, WorkbookStamp wanted, Forms forms) throws IOException {
		WorkbookStamp stamp = stamp(workbook);
		if (stamp == null) {
			return refused("workbook-stamp", Map.of());
		}
		if (!stamp.regime().equals(wanted.regime())) {
			return refused("workbook-regime", Map.of("found", stamp.regime(), "wanted", wanted.regime()));
		}
		if (!stamp.period().equals(wanted.period())) {
			return refused("workbook-period", Map.of("found", stamp.period(), "wanted", wanted.period()));
		}
		if (!stamp.template().equals(wanted.template())) {
			return refused("workbook-version", Map.of());
		}
		workbook.getSheets().filter(sheet -> stamp.parts().stream().noneMatch(part -> part.sheet().equals(sheet.getName())) && !sheet.getName().equals(WorkbookStamp.SHEET))
			.forEach(sheet -> find(sheet.getName(), null, "workbook-other-sheet", Map.of()));
		List<Part> parts = new ArrayList<>();
		for (WorkbookStamp.Part part : stamp.parts()) {
			Optional<Sheet> sheet = workbook.findSheet(part.sheet());
			Optional<ReportForm> form = forms.of(part.agency());
			if (form.isEmpty()) {
				find(part.sheet(), null, "workbook-agency", Map.of("found", part.agency()));
			}
			else if (sheet.isEmpty()) {
				find(part.sheet(), null, "workbook-no-sheet", Map.of());
			}
			else {
				if (sheet.get().getVisibility() != SheetVisibility.VISIBLE) {
					find(part.sheet(), null, "workbook-hidden", Map.of());
				}
				parts.add(part(sheet.get(), part, form.get()));
			}
		}
		return new WorkbookContent(parts, findings);
	}

	private static @Nullable WorkbookStamp stamp(ReadableWorkbook workbook) throws IOException {
		Optional<Sheet> sheet = workbook.findSheet(WorkbookStamp.SHEET);
		if (sheet.isEmpty()) {
			return null;
		}
		List<String> lines = new ArrayList<>();
		try (Stream<Row> rows = sheet.get().openStream()) {
			for (Iterator<Row> each = rows.limit(MOST_STAMP_LINES).iterator(); each.hasNext();) {
				each.next().getOptionalCell(0).map(Cell::getText).filter(text -> !text.isEmpty()).ifPresent(lines::add);
			}
		}
		return WorkbookStamp.read(lines);
	}

	private Part part(Sheet sheet, WorkbookStamp.Part stamped, ReportForm form) throws IOException {
		FormLayout layout = FormLayout.of(form);
		Map<Integer, String> cells = new LinkedHashMap<>();
		form.byPlace().forEach((place, cell) -> {
			if (cell.typed()) {
				cells.put(place, "");
			}
		});
		List<Line> lines = new ArrayList<>();
		int[] seen = { 0 };
		try (Stream<Row> rows = sheet.openStream()) {
			for (Iterator<Row> each = rows.iterator(); each.hasNext();) {
				Row row = each.next();
				int at = row.getRowNum() - 1;
				if (at >= layout.rows() + 50) {
					break;
				}
				layout.blocks().stream().filter(block -> at >= block.body() && at < block.body() + block.lines()).findFirst().ifPresent(block -> {
					if (heading(sheet, row, block, at - block.body())) {
						seen[0]++;
						line(sheet, row, block, at - block.body(), cells, lines);
					}
				});
			}
		}
		int expected = layout.blocks().stream().mapToInt(FormLayout.Block::lines).sum();
		if (seen[0] < expected && findings.stream().noneMatch(finding -> finding.rule().equals("workbook-structure"))) {
			find(sheet.getName(), null, "workbook-rows", Map.of());
		}
		merged(sheet, layout);
		return new Part(stamped.agency(), stamped.version(), cells, lines);
	}

	private boolean heading(Sheet sheet, Row row, FormLayout.Block block, int line) {
		String[] expected = FormLayout.heading(block, line);
		boolean same = text(row, 0).equals(expected[0].strip()) && text(row, 1).equals(expected[1].strip());
		if (!same) {
			find(sheet.getName(), FormLayout.address(row.getRowNum() - 1, 1), "workbook-structure", Map.of("wanted", (expected[0] + " " + expected[1]).strip()));
		}
		return same;
	}

	private static String text(Row row, int column) {
		return row.getOptionalCell(column).map(Cell::getText).orElse("").strip();
	}

	private void line(Sheet sheet, Row row, FormLayout.Block block, int line, Map<Integer, String> cells, List<Line> lines) {
		if (!block.table().grows()) {
			for (FormTable.FormCell cell : block.table().rows().get(line).cells()) {
				if (cell.typed()) {
					cells.put(cell.place().position(), number(sheet, row, FormLayout.Block.column(cell.column()), cell.decimals()));
				}
			}
			return;
		}
		Map<String, String> values = new HashMap<>();
		for (int column = 0; column < block.table().table().columns().size(); column++) {
			var own = block.table().table().columns().get(column);
			int at = FormLayout.Block.column(column);
			String value = switch (own.kind()) {
				case "number" -> number(sheet, row, at, own.decimals());
				case "date" -> date(row, at);
				default -> words(sheet, row, at);
			};
			String rule = Words.problem(block.table().table(), own.code(), value).orElse(null);
			if (rule != null) {
				find(sheet.getName(), FormLayout.address(row.getRowNum() - 1, at), rule.replace("reporting.", ""), Map.of());
			}
			else if (!value.isEmpty()) {
				values.put(own.code(), value);
			}
		}
		if (!values.isEmpty()) {
			lines.add(new Line(block.table().table().code(), line, values));
		}
	}

	private String number(Sheet sheet, Row row, int column, int decimals) {
		Cell cell = row.getOptionalCell(column).orElse(null);
		if (cell == null || cell.getType() == CellType.EMPTY) {
			return "";
		}
		String address = FormLayout.address(row.getRowNum() - 1, column);
		String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString().toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]", "");
		if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
			find(sheet.getName(), address, "workbook-formula", Map.of());
		}
		else if (cell.getType() == CellType.STRING) {
			if (!cell.asString().isBlank()) {
				find(sheet.getName(), address, "workbook-text", Map.of("text", cut(cell.asString())));
			}
		}
		else if (cell.getType() != CellType.NUMBER) {
			find(sheet.getName(), address, "workbook-text", Map.of("text", cut(String.valueOf(cell.getRawValue()))));
		}
		else if (format.contains("%")) {
			find(sheet.getName(), address, "workbook-percent", Map.of());
		}
		else if (format.matches(".*[ymdh].*") && !format.equals("general")) {
			find(sheet.getName(), address, "workbook-date", Map.of());
		}
		else {
			return rounded(sheet, address, cell.asNumber(), decimals);
		}
		return "";
	}

	private String rounded(Sheet sheet, String address, BigDecimal raw, int decimals) {
		BigDecimal number = raw.round(EXCEL).stripTrailingZeros();
		if (number.scale() > decimals) {
			find(sheet.getName(), address, "decimals", Map.of("max", String.valueOf(decimals)));
			return "";
		}
		if (number.precision() - number.scale() > TypedNumber.MOST_DIGITS - Math.max(0, number.scale())) {
			find(sheet.getName(), address, "digits", Map.of("max", String.valueOf(TypedNumber.MOST_DIGITS)));
			return "";
		}
		return Amounts.plain(number);
	}

	private static String date(Row row, int column) {
		Cell cell = row.getOptionalCell(column).orElse(null);
		if (cell == null || cell.getType() == CellType.EMPTY) {
			return "";
		}
		return cell.getType() == CellType.NUMBER ? cell.asDate().toLocalDate().toString() : cell.getText().strip();
	}

	private String words(Sheet sheet, Row row, int column) {
		Cell cell = row.getOptionalCell(column).orElse(null);
		if (cell != null && cell.getFormula() != null) {
			find(sheet.getName(), FormLayout.address(row.getRowNum() - 1, column), "workbook-formula", Map.of());
			return "";
		}
		String text = cell == null || cell.getText() == null ? "" : cell.getText().strip();
		return text.length() > MOST_TEXT + 1 ? text.substring(0, MOST_TEXT + 1) : text;
	}

	/** Merged cells hide what stands under them; only those over cells to fill in matter. */
	private void merged(Sheet sheet, FormLayout layout) {
		for (String range : looked.merged().getOrDefault(sheet.getName(), List.of())) {
			String[] ends = range.split(":");
			String first = ends[0].replaceAll("[^0-9]", ""), last = ends[ends.length - 1].replaceAll("[^0-9]", "");
			if (first.isEmpty() || last.isEmpty() || first.length() > 7 || last.length() > 7) {
				continue;
			}
			int top = Integer.parseInt(first) - 1, bottom = Integer.parseInt(last) - 1;
			if (layout.blocks().stream().anyMatch(block -> top < block.body() + block.lines() && bottom >= block.body())) {
				find(sheet.getName(), range, "workbook-merged", Map.of());
			}
		}
	}

	private void find(String sheet, @Nullable String cell, String rule, Map<String, String> values) {
		if (findings.size() < MOST_FINDINGS) {
			findings.add(new WorkbookFinding(sheet, cell, rule, values));
		}
	}

	private static String cut(String text) {
		return text.length() <= 40 ? text : text.substring(0, 40) + "…";
	}

}
