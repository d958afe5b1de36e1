package vn.motcua.reporting.entry;

/**
 * What one save changed of a text: after its first characters that stayed, something was taken out and something put in its place. A narrative that is saved while it is
 * written is kept as what was typed, not as often as it was saved.
 *
 * @param kept characters at the beginning that stayed
 */
record Splice(int kept, String taken, String put) {

	static Splice of(String before, String after) {
		int shorter = Math.min(before.length(), after.length());
		int kept = 0;
		while (kept < shorter && before.charAt(kept) == after.charAt(kept)) {
			kept++;
		}
		kept = inside(before, kept) || inside(after, kept) ? kept - 1 : kept;
		int end = 0;
		while (end < shorter - kept && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
			end++;
		}
		end = inside(before, before.length() - end) || inside(after, after.length() - end) ? end - 1 : end;
		return new Splice(kept, before.substring(kept, before.length() - end), after.substring(kept, after.length() - end));
	}

	/** The same of whole words, for people who read it. */
	static Splice ofWords(String before, String after) {
		Splice exact = of(before, after);
		int from = exact.kept();
		while (from > 0 && !Character.isWhitespace(before.charAt(from - 1))) {
			from--;
		}
		int until = exact.kept() + exact.taken().length();
		int more = 0;
		while (until + more < before.length() && !Character.isWhitespace(before.charAt(until + more))) {
			more++;
		}
		return new Splice(from, before.substring(from, until + more), after.substring(from, exact.kept() + exact.put().length() + more));
	}

	/** The text as it was. */
	String before(String after) {
		return after.substring(0, kept) + taken + after.substring(kept + put.length());
	}

	/** Between the two halves of one sign. */
	private static boolean inside(String text, int at) {
		return at > 0 && at < text.length() && Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
	}

}
