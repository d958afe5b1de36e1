package vn.motcua.reporting.regime;

import org.jspecify.annotations.Nullable;

/** Rows that only head the rows below, as {@code II. PHẢN ÁNH, KIẾN NGHỊ} or {@code Trong đó:}. No figure is asked for in them. */
final class FormSections {

	private FormSections() {
	}

	/** A row with nothing in its cells that has no unit where other rows have one, or ends with a colon. */
	static boolean heads(FormSheet sheet, FormRecognition found, int line) {
		return found.data().stream().allMatch(column -> empty(sheet.cell(line, column))) && (sheet.own(line, found.name()).endsWith(":") || withoutUnit(sheet, found, line));
	}

	private static boolean withoutUnit(FormSheet sheet, FormRecognition found, int line) {
		if (found.unit() < 0 || !sheet.text(line, found.unit()).isBlank()) {
			return false;
		}
		for (int other = found.first(); other <= found.last(); other++) {
			if (!sheet.text(other, found.unit()).isBlank()) {
				return true;
			}
		}
		return false;
	}

	private static boolean empty(FormSheet.@Nullable FormCell cell) {
		return cell == null || cell.formula() == null && cell.text().isBlank();
	}

}
