package vn.motcua.catalogue.search;

import org.jspecify.annotations.Nullable;

/** English words without their endings, so that <i>renewing</i> finds <i>renewal</i>; marked, so that none is taken for a Vietnamese word. */
final class Stems {

	static final char MARK = '~';

	private static final String[] ENDINGS = { "ation", "ating", "ment", "ance", "ing", "ion", "al", "ated", "ate", "er", "ied", "ed", "ly", "y", "e" };

	private static final int SHORTEST = 4;

	private Stems() {
	}

	/** {@code null} for what is too short, or not plainly English letters. */
	static @Nullable String of(String word) {
		if (word.length() < SHORTEST || !word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
			return null;
		}
		String single = word.endsWith("ies") ? word.substring(0, word.length() - 3) + "y" : word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
		for (String ending : ENDINGS) {
			if (single.endsWith(ending) && single.length() - ending.length() >= SHORTEST) {
				return MARK + single.substring(0, single.length() - ending.length()).replace("licenc", "licens");
			}
		}
		return MARK + single.replace("licenc", "licens");
	}

}
