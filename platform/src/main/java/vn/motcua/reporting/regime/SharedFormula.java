package vn.motcua.reporting.regime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula that Excel wrote once for cells it was filled into. */
record SharedFormula(int row, int column, String formula) {

	private static final Pattern ADDRESS = Pattern.compile("(\\$?)([A-Z]{1,3})(\\$?)(\\d{1,4})(?![\\w(])");

	/** As it stands in another cell: addresses move with the cell unless they are fixed. */
	String at(int otherRow, int otherColumn) {
		return ADDRESS.matcher(formula).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + (found.group(1).isEmpty() ? moved(found.group(2), otherColumn - column) : found.group(2))
				+ found.group(3) + (found.group(3).isEmpty() ? String.valueOf(Integer.parseInt(found.group(4)) + otherRow - row) : found.group(4))));
	}

	private static String moved(String letters, int by) {
		return FormSheet.letters(Math.max(0, FormSheet.column(letters) + by));
	}

}
