package vn.motcua.reporting.regime;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.regime.FormSheet.FormCell;

/**
 * The unit of a figure: what its column says, its row, its formula, its format, the row that heads it, what its names count, and what stands over the whole
 * table.
 *
 * @param heads lines that only head others
 */
record FormUnits(FormSheet sheet, FormRecognition found, FormHeadings headings, FigureNames names, Set<Integer> heads) {

	private static final Pattern HUNDRED = Pattern.compile("\\*100(?!\\d)|(?<!\\d)100\\*");

	/** Of the column unless the row is a share, else per cent where the form divides and takes a hundredfold, else of the row, else what the names sound like. */
	String of(int line, int column) {
		@Nullable FormCell cell = sheet.cell(line, column);
		@Nullable String ofColumn = headings.unit(column);
		String ofRow = row(line);
		if (cell != null && cell.percent()) {
			return Ways.PERCENT;
		}
		if (ofColumn != null && !ofRow.equals(Ways.PERCENT)) {
			return ofColumn;
		}
		if (cell != null && cell.formula() != null && hundredfold(cell.formula().replace(" ", ""))) {
			return Ways.PERCENT;
		}
		boolean share = headings.share(column);
		if (!ofRow.isEmpty() && !share) {
			return ofRow;
		}
		return share || names.share(name(line)) ? cell != null && cell.divides() ? Ways.RATIO : Ways.PERCENT : sounds(line, column, cell);
	}

	/** Whether a formula divides and takes a hundredfold, in whatever order. */
	static boolean hundredfold(String formula) {
		int over = formula.indexOf('/');
		return over >= 0 && (HUNDRED.matcher(formula).find() || formula.indexOf('%', over) >= 0);
	}

	/** What its column of units says, else its name, else the row that heads it. */
	private String row(int line) {
		if (found.unit() >= 0) {
			return names.ownUnit(sheet.text(line, found.unit()), "");
		}
		String own = names.named(name(line));
		for (int above = line - 1; own.isEmpty() && above >= found.first(); above--) {
			if (heads.contains(above)) {
				return names.named(name(above));
			}
		}
		return own;
	}

	private String sounds(int line, int column, @Nullable FormCell cell) {
		if (cell != null && cell.divides()) {
			return Ways.averages(name(line)) ? headings.unit() : Ways.RATIO;
		}
		String counted = headings.counted(column);
		if (counted.isEmpty() && !headings.money(column)) {
			counted = names.counted(name(line));
		}
		return counted.isEmpty() ? headings.unit() : counted;
	}

	private String name(int line) {
		return sheet.own(line, found.name());
	}

}
