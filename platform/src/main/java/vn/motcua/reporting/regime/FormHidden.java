package vn.motcua.reporting.regime;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows and columns of a form that nobody sees ask for nothing; the officer is told of those in which something stands. */
final class FormHidden {

	private FormHidden() {
	}

	static void in(FormSheet sheet, List<FormRecognition> found, List<FormFinding> findings) {
		if (found.isEmpty()) {
			return;
		}
		int first = found.getFirst().header();
		String columns = sheet.hidden().columns().stream().filter(column -> IntStream.range(first, sheet.rows()).anyMatch(row -> sheet.cell(row, column) != null)).map(FormSheet::letters)
			.collect(Collectors.joining(", "));
		String rows = sheet.hidden().rows().stream().filter(row -> row >= first && IntStream.range(0, sheet.columns()).anyMatch(column -> sheet.cell(row, column) != null)).map(row -> String.valueOf(row + 1))
			.collect(Collectors.joining(", "));
		if (!columns.isEmpty()) {
			findings.add(FormFinding.warning(sheet.name(), "hidden-columns", "columns", columns));
		}
		if (!rows.isEmpty()) {
			findings.add(FormFinding.warning(sheet.name(), "hidden-rows", "rows", rows));
		}
	}

}
