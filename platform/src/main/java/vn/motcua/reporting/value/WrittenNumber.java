package vn.motcua.reporting.value;

/**
 * A number as it stands in a file. A point and a comma may each part thousands or decimals, in Vietnamese and in English: which one is told where the
 * number itself tells it, and asked about where it does not.
 * <ul>
 * <li>{@code 1234}, {@code -12.5}, {@code 12,5}, {@code 0.125}: one sign that cannot part thousands parts the decimals;
 * <li>{@code 1.234.567}, {@code 1,234,567}: a sign that comes again parts thousands;
 * <li>{@code 1.234,5}, {@code 1,234.5}: of two signs the last parts the decimals;
 * <li>{@code 1.234}, {@code 12,345}: one to three digits and a group of three may be either, and are refused.
 * </ul>
 */
final class WrittenNumber {

	/** How the sender writes numbers, where it says so. */
	enum Style {
		/** Told by each number. */
		TOLD('\0'),
		/** {@code 1234.5}, nothing between thousands. */
		POINT('.'),
		/** {@code 1234,5}, nothing between thousands. */
		COMMA(',');

		private final char decimal;

		Style(char decimal) {
			this.decimal = decimal;
		}

	}

	/** Answers in place of an amount; no amount of 15 digits is one of them. */
	static final long NO_NUMBER = Long.MAX_VALUE;

	static final long AMBIGUOUS = Long.MAX_VALUE - 1;

	static final long TOO_MANY_DECIMALS = Long.MAX_VALUE - 2;

	static final long TOO_MANY_DIGITS = Long.MAX_VALUE - 3;

	private WrittenNumber() {
	}

	/** The number as a whole number of the unit with so many decimals, or why it is none; empty is {@link Amounts#EMPTY}. */
	static long read(byte[] line, int from, int to, int decimals, Style style) {
		if (from == to) {
			return Amounts.EMPTY;
		}
		int at = line[from] == '-' ? from + 1 : from;
		long whole = 0;
		int digits = 0;
		while (at < to && line[at] >= '0' && line[at] <= '9') {
			whole = digits < Amounts.DIGITS ? whole * 10 + line[at] - '0' : whole;
			digits += whole == 0 ? 0 : 1;
			at++;
		}
		if (at < to || at == (line[from] == '-' ? from + 1 : from)) {
			return parted(line, from, to, decimals, style);
		}
		if (digits + decimals > Amounts.DIGITS && whole != 0) {
			return TOO_MANY_DIGITS;
		}
		for (int i = 0; i < decimals; i++) {
			whole *= 10;
		}
		return line[from] == '-' ? -whole : whole;
	}

	/** With a point or a comma in it. */
	private static long parted(byte[] line, int from, int to, int decimals, Style style) {
		boolean negative = line[from] == '-';
		int start = negative ? from + 1 : from;
		int points = 0;
		int commas = 0;
		int last = -1;
		for (int at = start; at < to; at++) {
			byte sign = line[at];
			if (sign == '.' || sign == ',') {
				points += sign == '.' ? 1 : 0;
				commas += sign == ',' ? 1 : 0;
				last = at;
			}
			else if (sign < '0' || sign > '9') {
				return NO_NUMBER;
			}
		}
		if (last < 0 || last == to - 1 || last == start) {
			return NO_NUMBER;
		}
		int fraction = fraction(line, start, to, points, commas, last, style);
		if (fraction < 0) {
			return fraction == -2 ? AMBIGUOUS : NO_NUMBER;
		}
		return amount(line, start, to, fraction, decimals, negative);
	}

	/** Where the decimals begin, {@code to} for none; -1 for no number, -2 for one that can be read in two ways. */
	private static int fraction(byte[] line, int start, int to, int points, int commas, int last, Style style) {
		if (style != Style.TOLD) {
			return points + commas == 1 && line[last] == style.decimal ? last + 1 : -1;
		}
		if (points + commas == 1) {
			boolean group = to - last == 4 && last - start <= 3 && line[start] != '0';
			return group ? -2 : last + 1;
		}
		boolean both = points > 0 && commas > 0;
		if (both && (line[last] == '.' ? points : commas) != 1) {
			return -1;
		}
		return groups(line, start, both ? last : to) ? both ? last + 1 : to : -1;
	}

	/** Whether thousands are parted where thousands are. */
	private static boolean groups(byte[] line, int start, int end) {
		int digits = 0;
		boolean first = true;
		for (int at = start; at <= end; at++) {
			if (at == end || line[at] == '.' || line[at] == ',') {
				if (first ? digits < 1 || digits > 3 : digits != 3) {
					return false;
				}
				first = false;
				digits = 0;
			}
			else {
				digits++;
			}
		}
		return true;
	}

	private static long amount(byte[] line, int start, int to, int fraction, int decimals, boolean negative) {
		long amount = 0;
		int digits = 0;
		int given = 0;
		for (int at = start; at < to; at++) {
			if (line[at] == '.' || line[at] == ',') {
				continue;
			}
			if (at >= fraction && given++ >= decimals) {
				if (line[at] != '0') {
					return TOO_MANY_DECIMALS;
				}
				continue;
			}
			if (digits > Amounts.DIGITS) {
				return TOO_MANY_DIGITS;
			}
			amount = amount * 10 + line[at] - '0';
			digits += amount == 0 ? 0 : 1;
		}
		for (int i = given; i < decimals; i++) {
			amount *= 10;
			digits += amount == 0 ? 0 : 1;
			if (digits > Amounts.DIGITS) {
				return TOO_MANY_DIGITS;
			}
		}
		if (digits > Amounts.DIGITS) {
			return TOO_MANY_DIGITS;
		}
		return negative ? -amount : amount;
	}

}
