package vn.motcua.catalogue.bundle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.motcua.catalogue.ServiceVersion.PriceTable;

/** A table of a bundle: comma-separated, first line the names of the columns, values in double quotes where they hold a comma. */
final class CsvTable {

	private static final int MOST_ROWS = 20_000;

	private CsvTable() {
	}

	static PriceTable read(String id, String file, String text) {
		List<String> lines = Normalizer.normalize(text, Normalizer.Form.NFC).lines().toList();
		List<String> columns = lines.isEmpty() ? List.of() : cells(file, 1, lines.getFirst());
		if (columns.size() < 2 || columns.stream().distinct().count() != columns.size()) {
			throw new BundleRefused(file, 1, "table-columns", "The first line must name at least two different columns.");
		}
		List<Map<String, String>> rows = new ArrayList<>();
		for (int at = 1; at < lines.size(); at++) {
			if (!lines.get(at).isBlank()) {
				rows.add(row(file, at + 1, columns, cells(file, at + 1, lines.get(at))));
			}
		}
		if (rows.size() > MOST_ROWS) {
			throw new BundleRefused(file, 1, "table-size", "A table has at most " + MOST_ROWS + " rows.");
		}
		return new PriceTable(id, columns, List.copyOf(rows));
	}

	private static Map<String, String> row(String file, int line, List<String> columns, List<String> cells) {
		if (cells.size() != columns.size()) {
			throw new BundleRefused(file, line, "table-row", "The line has " + cells.size() + " values for " + columns.size() + " columns.");
		}
		Map<String, String> row = new LinkedHashMap<>();
		for (int at = 0; at < cells.size(); at++) {
			row.put(columns.get(at), cells.get(at));
		}
		for (String day : List.of(PriceTable.FROM, PriceTable.UNTIL)) {
			if (!row.getOrDefault(day, "").matches("|\\d{4}-\\d{2}-\\d{2}")) {
				throw new BundleRefused(file, line, "table-date", "The column \"" + day + "\" holds days like 2020-08-19, or nothing.");
			}
		}
		return Map.copyOf(row);
	}

	private static List<String> cells(String file, int line, String text) {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int at = 0; at < text.length(); at++) {
			char sign = text.charAt(at);
			if (sign == '"') {
				if (quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
					cell.append('"');
					at++;
				}
				else {
					quoted = !quoted;
				}
			}
			else if (sign == ',' && !quoted) {
				cells.add(cell.toString().strip());
				cell.setLength(0);
			}
			else {
				cell.append(sign);
			}
		}
		if (quoted) {
			throw new BundleRefused(file, line, "table-row", "A double quote is not closed on this line.");
		}
		cells.add(cell.toString().strip());
		return List.copyOf(cells);
	}

}
