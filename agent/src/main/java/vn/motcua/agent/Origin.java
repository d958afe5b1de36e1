package vn.motcua.agent;

import java.util.Comparator;

/**
 * Where a line comes from.
 *
 * @param source name of the file, or {@code jdbc}
 * @param row number of the row in it, as it was at that reading
 * @param reading which reading of the source that was: later ones have greater numbers
 */
record Origin(String source, long row, long reading) {

	/** Of lines that were kept before it was noted. */
	static final Origin UNKNOWN = new Origin("", 0, 0);

	/** By source and row, as people go through a file. */
	static final Comparator<Origin> ORDER = Comparator.comparing(Origin::source).thenComparing(Origin::row);

	static Origin of(String text) {
		String[] parts = text.split("\t");
		return parts.length == 3 ? new Origin(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])) : UNKNOWN;
	}

	String text() {
		return source.replace('\t', ' ') + "\t" + row + "\t" + reading;
	}

}
