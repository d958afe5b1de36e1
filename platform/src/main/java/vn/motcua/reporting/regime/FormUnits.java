package vn.motcua.reporting.regime;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.regime.FormSheet.FormCell;

/** The unit of a figure: what its column says, its row, its formula, its format, and what stands over the whole table. */
record FormUnits(FormSheet sheet, FormRecognition found, FormHeadings headings, FigureNames names) {

	private static final Pattern HUNDREDFOLD = Pattern.compile(".*/.*(\\*100(?!\\d)|%).*|.*(?<!\\d)100\\*.*/.*");

	/** Of the column unless the row is a share, else per cent where the form divides and takes a hundredfold, else of the row, else of the whole table. */
	String of(int line, int column) {
		@Nullable FormCell cell = sheet.cell(line, column);
		@Nullable String ofColumn = headings.unit(column);
		String ofRow = found.unit() >= 0 ? names.ownUnit(sheet.text(line, found.unit()), "") : names.unit(sheet.own(line, found.name()), "");
		if (cell != null && cell.percent()) {
			return Ways.PERCENT;
		}
		if (ofColumn != null && !ofRow.equals(Ways.PERCENT)) {
			return ofColumn;
		}
		if (cell != null && cell.formula() != null && HUNDREDFOLD.matcher(cell.formula().replace(" ", "")).matches()) {
			return Ways.PERCENT;
		}
		boolean share = headings.share(column);
		if (!ofRow.isEmpty() && !share) {
			return ofRow;
		}
		if (share || names.share(sheet.own(line, found.name()))) {
			return cell != null && cell.divides() ? Ways.RATIO : Ways.PERCENT;
		}
		return headings.unit();
	}

}
