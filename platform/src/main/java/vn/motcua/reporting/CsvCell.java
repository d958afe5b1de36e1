package vn.motcua.reporting;

/** Words as a cell of CSV. */
public final class CsvCell {

	private CsvCell() {
	}

	/** Quoted where it must be; a leading sign of a formula is made harmless. */
	public static String of(String text) {
		String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
		return safe.matches("[^\",;\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
	}

}
