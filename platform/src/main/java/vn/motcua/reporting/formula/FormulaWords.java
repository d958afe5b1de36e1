package vn.motcua.reporting.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a formula into its words. */
final class FormulaWords {

	enum Kind {
		NUMBER, NAME, PARTS, SIGN, END
	}

	/** @param at place in the text, from 0 */
	record Word(Kind kind, String text, int at) {

		boolean is(String wanted) {
			return text.equals(wanted) && (kind == Kind.SIGN || kind == Kind.NAME);
		}

	}

	private static final Pattern WORD = Pattern.compile("\\s*(?:(\\d{1,15}(?:\\.\\d{1,10})?)|([A-Za-z_][A-Za-z0-9_]*)|\\[([^\\]\\[]{1,120})\\]|(<=|>=|!=|[-+*/()<>=,]))");

	private FormulaWords() {
	}

	/** Empty when some sign belongs to no word; {@code findings} says where. */
	static Optional<List<Word>> of(String text, List<FormulaFinding> findings) {
		List<Word> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(text);
		int at = 0;
		int end = text.stripTrailing().length();
		while (at < end) {
			matcher.region(at, end);
			if (!matcher.lookingAt()) {
				int wrong = at + (text.substring(at).length() - text.substring(at).stripLeading().length());
				findings.add(FormulaFinding.error(wrong, "sign", "sign", text.substring(wrong, Math.min(wrong + 10, text.length()))));
				return Optional.empty();
			}
			words.add(word(matcher));
			at = matcher.end();
		}
		words.add(new Word(Kind.END, "", end));
		return Optional.of(words);
	}

	private static Word word(Matcher matcher) {
		if (matcher.group(1) != null) {
			return new Word(Kind.NUMBER, matcher.group(1), matcher.start(1));
		}
		if (matcher.group(2) != null) {
			return new Word(Kind.NAME, matcher.group(2), matcher.start(2));
		}
		return matcher.group(3) != null ? new Word(Kind.PARTS, matcher.group(3).strip(), matcher.start(3)) : new Word(Kind.SIGN, matcher.group(4), matcher.start(4));
	}

}
