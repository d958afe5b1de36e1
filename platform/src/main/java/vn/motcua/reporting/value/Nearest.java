package vn.motcua.reporting.value;

import java.util.Collection;
import java.util.Optional;

/** The known word that a mistyped one most likely meant: at most a third of its letters away. */
final class Nearest {

	private Nearest() {
	}

	static Optional<String> to(String typed, Collection<String> known) {
		String best = null;
		int least = Math.max(1, typed.length() / 3) + 1;
		for (String word : known) {
			int apart = Math.abs(word.length() - typed.length()) < least ? apart(typed, word) : least;
			if (apart < least) {
				least = apart;
				best = word;
			}
		}
		return Optional.ofNullable(best);
	}

	private static int apart(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int above = row[j];
				int same = Character.toUpperCase(one.charAt(i - 1)) == Character.toUpperCase(other.charAt(j - 1)) ? diagonal : diagonal + 1;
				row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
				diagonal = above;
			}
		}
		return row[row.length - 1];
	}

}
