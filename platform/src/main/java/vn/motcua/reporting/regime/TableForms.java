package vn.motcua.reporting.regime;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Template;

/** The designer's page of a table filled with what the table says, with empty columns and rows to write in. */
final class TableForms {

	private TableForms() {
	}

	static TableForm empty() {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		values.add("so-cot", "4");
		values.add("so-dong", "8");
		return new TableForm(values);
	}

	static TableForm of(Template.Table table) {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		values.add("so-cot", Integer.toString(table.columns().size() + 2));
		values.add("so-dong", Integer.toString(table.rows().size() + 3));
		values.add("ten", table.title().vi());
		values.add("ten-en", english(table.title()));
		values.add("them", table.growing() == 0 ? "" : Integer.toString(table.growing()));
		Set<String> words = table.columns().stream().filter(Template.Column::words).map(Template.Column::code).collect(Collectors.toSet());
		Set<String> filled = table.cells().stream().filter(cell -> !words.contains(cell.column())).map(Template.TableCell::row).collect(Collectors.toSet());
		Map<String, String> cells = new HashMap<>();
		table.rows().stream().filter(row -> filled.isEmpty() || filled.contains(row.code())).forEach(row -> words.forEach(column -> cells.put(row.code() + " " + column, "x")));
		table.cells().forEach(cell -> cells.put(cell.row() + " " + cell.column(), !words.contains(cell.column()) ? written(cell) : said(cell, filled.isEmpty() || filled.contains(cell.row()))));
		for (int at = 0; at < table.columns().size(); at++) {
			column(values, "cot-" + at, at, table.columns().get(at));
		}
		for (int at = 0; at < table.rows().size(); at++) {
			Template.Row row = table.rows().get(at);
			values.add("ma-dong-" + at, row.code());
			values.add("dong-" + at + "-ma", row.code());
			values.add("dong-" + at, row.name().vi());
			values.add("dong-" + at + "-en", english(row.name()));
			values.add("dong-" + at + "-so", row.mark());
			values.add("dong-" + at + "-lui", Integer.toString(row.depth()));
			for (int column = 0; column < table.columns().size(); column++) {
				values.add("o-" + at + "-" + column, cells.get(row.code() + " " + table.columns().get(column).code()));
			}
		}
		return new TableForm(values);
	}

	/** @param asking whether words belong there where nothing is said */
	private static String said(Template.TableCell cell, boolean asking) {
		return cell.required() ? "*" : asking ? "" : "+";
	}

	private static void column(MultiValueMap<String, String> values, String field, int at, Template.Column column) {
		values.add("ma-cot-" + at, column.code());
		values.add(field + "-ma", column.code());
		String vi = column.path().stream().map(LocalizedText::vi).collect(Collectors.joining(" / "));
		String en = column.path().stream().map(LocalizedText::en).collect(Collectors.joining(" / "));
		values.add(field, vi);
		values.add(field + "-en", en.equals(vi) ? "" : en);
		values.add(field + "-kieu", column.kind());
		values.add(field + "-le", Integer.toString(column.decimals()));
		values.add(field + "-chon", column.choices().stream().map(RegimeForms::line).collect(Collectors.joining("\n")));
	}

	private static String english(LocalizedText text) {
		return text.en().equals(text.vi()) ? "" : text.en();
	}

	/** As the page writes a cell. */
	static String written(Template.TableCell cell) {
		String figure = cell.indicator() == null ? "" : cell.indicator() + (cell.breakdown().whole() ? "" : "[" + cell.breakdown() + "]") + (cell.required() ? " *" : "");
		return cell.formula() == null ? figure : (figure + " = " + cell.formula()).strip();
	}

}
