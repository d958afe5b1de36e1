package vn.motcua.catalogue.search;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What keyboards leave behind when the Vietnamese typing program is off: <i>giaays</i> (Telex) and <i>gia6y1</i> (VNI) for <i>giấy</i>.
 * A mark may come right after its letter or at the end of the word.
 */
final class TypedKeys {

	private static final String TELEX_TONES = "sfrxj";

	private static final String TONE_MARKS = "\u0301\u0300\u0309\u0303\u0323";

	private static final char CIRCUMFLEX = '\u0302';

	private static final char BREVE = '\u0306';

	private static final char HORN = '\u031b';

	private static final String VOWELS = "aeiouy";

	private TypedKeys() {
	}

	/** The word that was meant, when these keys are one. */
	static Optional<Syllable> decode(String typed) {
		if (typed.length() < 2 || typed.length() > 10) {
			return Optional.empty();
		}
		boolean digits = typed.chars().anyMatch(Character::isDigit);
		String letters = digits ? vni(typed) : telex(typed);
		return letters == null || letters.equals(typed) ? Optional.empty() : Optional.of(Syllable.of(Normalizer.normalize(letters, Normalizer.Form.NFC)));
	}

	private static String telex(String typed) {
		StringBuilder word = new StringBuilder();
		int tone = -1;
		String keys = Normalizer.normalize(typed, Normalizer.Form.NFD);
		for (int at = 0; at < keys.length(); at++) {
			char key = keys.charAt(at);
			int mark = TELEX_TONES.indexOf(key);
			if (mark >= 0 && at > 0 && hasVowel(word)) {
				tone = mark;
			}
			else if (key == 'z' && hasVowel(word)) {
				tone = -1;
			}
			else if (key == 'w') {
				horn(word);
			}
			else if ("aeo".indexOf(key) >= 0 && repeats(word, key)) {
				word.insert(word.lastIndexOf(String.valueOf(key)) + 1, CIRCUMFLEX);
			}
			else if (key == 'd' && !word.isEmpty() && word.charAt(0) == 'd') {
				word.setCharAt(0, 'đ');
			}
			else {
				word.append(key);
			}
		}
		return toned(word, tone);
	}

	private static String vni(String typed) {
		StringBuilder word = new StringBuilder();
		int tone = -1;
		for (char key : Normalizer.normalize(typed, Normalizer.Form.NFD).toCharArray()) {
			if (!Character.isDigit(key)) {
				word.append(key);
			}
			else if (key >= '1' && key <= '5' && hasVowel(word)) {
				tone = key - '1';
			}
			else if (key == '9' && !word.isEmpty() && word.charAt(0) == 'd') {
				word.setCharAt(0, 'đ');
			}
			else if (key == '7') {
				horn(word);
			}
			else if (key != '6' && key != '8' || !markLastVowel(word, key == '6' ? CIRCUMFLEX : BREVE, key == '6' ? "aeo" : "a")) {
				return typed;
			}
		}
		return toned(word, tone);
	}

	/** The tone stands on the vowel with a mark, else on the last before a consonant, else on the first but one of three, or as in <i>hoà</i>. */
	private static String toned(StringBuilder word, int tone) {
		if (tone < 0) {
			return word.toString();
		}
		int from = 0;
		while (from < word.length() && VOWELS.indexOf(word.charAt(from)) < 0) {
			from++;
		}
		boolean glide = from > 0 && from + 1 < word.length() && (word.charAt(from) == 'u' && word.charAt(from - 1) == 'q' || word.charAt(from) == 'i' && word.charAt(from - 1) == 'g')
				&& VOWELS.indexOf(word.charAt(from + 1)) >= 0;
		from += glide ? 1 : 0;
		int to = from;
		int marked = -1;
		int vowels = 0;
		for (; to < word.length() && (VOWELS.indexOf(word.charAt(to)) >= 0 || Character.getType(word.charAt(to)) == Character.NON_SPACING_MARK); to++) {
			boolean mark = Character.getType(word.charAt(to)) == Character.NON_SPACING_MARK;
			marked = mark ? to : marked;
			vowels += mark ? 0 : 1;
		}
		boolean second = vowels == 2 && (word.substring(from, to).matches("o[ae]|uy") || to < word.length()) || vowels == 3;
		return word.insert(marked >= 0 ? marked + 1 : from + (second ? 2 : 1), TONE_MARKS.charAt(tone)).toString();
	}

	/** <i>uow</i> is <i>ươ</i>, <i>aw</i> is <i>ă</i>, <i>ow</i> and <i>uw</i> take the horn, a bare <i>w</i> is <i>ư</i>. */
	private static void horn(StringBuilder word) {
		int pair = word.indexOf("uo");
		if (pair >= 0) {
			word.insert(pair + 2, HORN).insert(pair + 1, HORN);
		}
		else if (!markLastVowel(word, HORN, "ou") && !markLastVowel(word, BREVE, "a")) {
			word.append('u').append(HORN);
		}
	}

	private static boolean markLastVowel(StringBuilder word, char mark, String vowels) {
		for (int at = word.length() - 1; at >= 0; at--) {
			if (vowels.indexOf(word.charAt(at)) >= 0) {
				boolean free = at + 1 == word.length() || Character.getType(word.charAt(at + 1)) != Character.NON_SPACING_MARK;
				if (free) {
					word.insert(at + 1, mark);
				}
				return free;
			}
		}
		return false;
	}

	private static boolean repeats(StringBuilder word, char key) {
		int before = word.lastIndexOf(String.valueOf(key));
		return before >= 0 && (before + 1 == word.length() || Character.getType(word.charAt(before + 1)) != Character.NON_SPACING_MARK);
	}

	private static boolean hasVowel(StringBuilder word) {
		return word.chars().anyMatch(letter -> VOWELS.indexOf(letter) >= 0);
	}

}
