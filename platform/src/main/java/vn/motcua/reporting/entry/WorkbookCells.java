package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

import vn.motcua.reporting.Template;

/** Reads cells of one sheet that may be filled in; what is none of a number, a date or words is told with its address. */
final class WorkbookCells {

	private static final int MOST_TEXT = 2_000;

	private static final MathContext EXCEL = new MathContext(15);

	private final String sheet;

	private final WorkbookFindings findings;

	WorkbookCells(String sheet, WorkbookFindings findings) {
		this.sheet = sheet;
		this.findings = findings;
	}

	static String text(Row row, int column) {
		String text = row.getOptionalCell(column).map(Cell::getText).orElse("");
		return text == null ? "" : text.strip();
	}

	/** A plain decimal; empty where nothing stands or what stands is told. */
	String number(Row row, int column, int decimals) {
		Cell cell = row.getOptionalCell(column).orElse(null);
		if (cell == null || cell.getType() == CellType.EMPTY) {
			return "";
		}
		String address = FormLayout.address(row.getRowNum() - 1, column);
		String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString().toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]", "");
		if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
			findings.find(sheet, address, "workbook-formula", Map.of());
		}
		else if (cell.getType() == CellType.STRING) {
			if (!cell.asString().isBlank()) {
				findings.find(sheet, address, "workbook-text", Map.of("text", cut(cell.asString())));
			}
		}
		else if (cell.getType() != CellType.NUMBER) {
			findings.find(sheet, address, "workbook-text", Map.of("text", cut(String.valueOf(cell.getRawValue()))));
		}
		else if (format.contains("%")) {
			findings.find(sheet, address, "workbook-percent", Map.of());
		}
		else if (format.matches(".*[ymdh].*") && !format.equals("general")) {
			findings.find(sheet, address, "workbook-date", Map.of());
		}
		else {
			return rounded(address, cell.asNumber(), decimals);
		}
		return "";
	}

	private String rounded(String address, BigDecimal raw, int decimals) {
		BigDecimal number = raw.round(EXCEL).stripTrailingZeros();
		if (number.scale() > decimals) {
			findings.find(sheet, address, decimals == 0 ? "whole" : "decimals", Map.of("max", String.valueOf(decimals)));
			return "";
		}
		if (number.precision() - number.scale() > TypedNumber.MOST_DIGITS - Math.max(0, number.scale())) {
			findings.find(sheet, address, "digits", Map.of("max", String.valueOf(TypedNumber.MOST_DIGITS)));
			return "";
		}
		return Amounts.plain(number);
	}

	String date(Row row, int column) {
		Cell cell = row.getOptionalCell(column).orElse(null);
		if (cell == null || cell.getType() == CellType.EMPTY || formula(row, column, cell)) {
			return "";
		}
		return cell.getType() == CellType.NUMBER ? SheetRows.read(cell::asDate).toLocalDate().toString() : text(row, column);
	}

	String words(Row row, int column) {
		Cell cell = row.getOptionalCell(column).orElse(null);
		if (cell != null && formula(row, column, cell)) {
			return "";
		}
		String text = text(row, column);
		return text.length() > MOST_TEXT + 1 ? text.substring(0, MOST_TEXT + 1) : text;
	}

	/** What a column of a form holds; empty where nothing stands or what stands is told. */
	String value(Row row, int at, Template.Column column) {
		String value = switch (column.kind()) {
			case "number" -> number(row, at, column.decimals());
			case "date" -> date(row, at);
			default -> words(row, at);
		};
		String rule = Words.problem(column, value).orElse(null);
		if (rule != null) {
			findings.find(sheet, FormLayout.address(row.getRowNum() - 1, at), rule.replace("reporting.", ""), Map.of());
			return "";
		}
		return value;
	}

	private boolean formula(Row row, int column, Cell cell) {
		boolean formula = cell.getFormula() != null || cell.getType() == CellType.FORMULA;
		if (formula) {
			findings.find(sheet, FormLayout.address(row.getRowNum() - 1, column), "workbook-formula", Map.of());
		}
		return formula;
	}

	private static String cut(String text) {
		return text.length() <= 40 ? text : text.substring(0, 40) + "…";
	}

}
