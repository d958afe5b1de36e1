package vn.motcua.catalogue.bundle;

import java.util.Collection;
import java.util.Comparator;

/** What somebody who wrote a code that nobody knows most likely meant. */
final class Nearest {

	private Nearest() {
	}

	/** {@code  Nearest is "G15".} with the known code that takes the fewest edits; nothing where none is known. */
	static String hint(String written, Collection<String> known) {
		return known.stream().min(Comparator.<String>comparingInt(code -> edits(written, code)).thenComparing(Comparator.naturalOrder())).map(code -> " Nearest is \"" + code + "\".").orElse("");
	}

	/** Letters to insert, delete or replace. */
	static int edits(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int at = 0; at <= other.length(); at++) {
			row[at] = at;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

}
