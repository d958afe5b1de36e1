package vn.motcua.catalogue.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One written word, a syllable in Vietnamese, in the forms it is compared by.
 *
 * @param written as it stood, small letters, NFC
 * @param exact letters without tone mark and then the tone as a digit 1–5, so that <i>hoà</i> and <i>hòa</i> are the same; no digit without a tone
 * @param folded neither tone nor other marks; <i>kỹ</i>, <i>ky</i> and <i>ki</i> are the same
 */
record Syllable(String written, String exact, String folded) {

	private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";

	/** Words of a text in order, at most {@code most}; all that is neither letter nor digit divides. */
	static List<Syllable> of(String text, int most) {
		List<Syllable> syllables = new ArrayList<>();
		String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
		int start = -1;
		for (int at = 0; at <= plain.length() && syllables.size() < most; at++) {
			boolean inside = at < plain.length() && (Character.isLetterOrDigit(plain.charAt(at)) || Character.getType(plain.charAt(at)) == Character.NON_SPACING_MARK);
			if (inside && start < 0) {
				start = at;
			}
			else if (!inside && start >= 0) {
				syllables.add(of(plain.substring(start, at)));
				start = -1;
			}
		}
		return syllables;
	}

	static Syllable of(String written) {
		StringBuilder exact = new StringBuilder(written.length() + 1);
		StringBuilder folded = new StringBuilder(written.length());
		int tone = 0;
		String letters = Normalizer.normalize(written, Normalizer.Form.NFD);
		for (int at = 0; at < letters.length(); at++) {
			char letter = letters.charAt(at);
			int mark = TONES.indexOf(letter);
			if (mark >= 0) {
				tone = mark + 1;
				continue;
			}
			exact.append(letter);
			if (Character.getType(letter) != Character.NON_SPACING_MARK) {
				folded.append(letter == 'đ' ? 'd' : letter);
			}
		}
		String marked = vowelI(Normalizer.normalize(exact, Normalizer.Form.NFC));
		return new Syllable(written, tone == 0 ? marked : marked + tone, vowelI(folded.toString()));
	}

	/** Whether somebody took care to write marks; what has none may stand for any. */
	boolean marked() {
		return !exact.equals(folded);
	}

	/** One spelling for what is written <i>ký</i> or <i>kí</i>, <i>quý</i> or <i>quí</i>. */
	private static String vowelI(String letters) {
		boolean open = letters.length() == 2 && "hklmstv".indexOf(letters.charAt(0)) >= 0 || letters.equals("quy");
		return open && letters.endsWith("y") ? letters.substring(0, letters.length() - 1) + "i" : letters;
	}

}
