package vn.motcua.catalogue.search;

/** What Vietnamese ears take for one another, by region: <i>s/x, tr/ch, d/gi/r, l/n, c/k/q, ng/n, c/t, y/i</i>. */
final class Sounds {

	private static final String[][] INITIALS = { { "ngh", "ng" }, { "gh", "g" }, { "gi", "z" }, { "d", "z" }, { "r", "z" }, { "x", "s" }, { "tr", "ch" },
			{ "l", "n" }, { "k", "c" }, { "q", "c" }, { "ph", "f" }, { "j", "z" } };

	private static final String[][] FINALS = { { "ng", "n" }, { "nh", "n" }, { "ch", "c" }, { "t", "c" }, { "y", "i" } };

	private Sounds() {
	}

	/** The same for words that sound alike. */
	static String key(String folded) {
		String word = folded;
		for (String[] initial : INITIALS) {
			if (word.startsWith(initial[0]) && word.length() > initial[0].length()) {
				word = initial[1] + word.substring(initial[0].length());
				break;
			}
		}
		for (String[] ending : FINALS) {
			if (word.endsWith(ending[0]) && word.length() > ending[0].length() + 1) {
				return word.substring(0, word.length() - ending[0].length()) + ending[1];
			}
		}
		return word;
	}

}
