package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A number as people type it. 1.234,5 is read in Vietnamese and 1,234.5 in English; what can be read both ways with different values, or only the other
 * way than the page's language, is asked about and never guessed.
 */
public sealed interface TypedNumber {

	Locale VIETNAMESE = Locale.of("vi");

	int MOST_DIGITS = 15;

	/** @param amount {@code null} where nothing was typed */
	record Read(@Nullable BigDecimal amount) implements TypedNumber {
	}

	/** Two readings; the first is that of the page's language, {@code null} when it has none. */
	record Ambiguous(@Nullable BigDecimal own, BigDecimal other) implements TypedNumber {
	}

	/** @param rule {@code number}, {@code whole}, {@code decimals} or {@code digits} */
	record Refused(String rule) implements TypedNumber {
	}

	static TypedNumber of(String typed, Locale language, int decimals) {
		String text = typed.replaceAll("[\\s\\u00a0\\u202f]+", "").replace('\u2212', '-');
		if (text.isEmpty()) {
			return new Read(null);
		}
		if (!Notation.SIGNS.matcher(text).matches()) {
			return new Refused("number");
		}
		boolean english = language.getLanguage().equals("en");
		BigDecimal own = (english ? Notation.ENGLISH : Notation.VIETNAMESE).read(text);
		BigDecimal other = (english ? Notation.VIETNAMESE : Notation.ENGLISH).read(text);
		BigDecimal ownFits = fits(own, decimals) ? own : null;
		// 1.000 in a cell of whole numbers is no foreign 1: nobody writes digits that the cell has no room for.
		BigDecimal otherFits = other != null && other.scale() <= decimals && fits(other, decimals) ? other : null;
		if (ownFits == null && otherFits == null) {
			return new Refused(own == null && other == null ? "number" : tooLong(own == null ? other : own) ? "digits" : decimals == 0 ? "whole" : "decimals");
		}
		if (otherFits == null || ownFits != null && ownFits.compareTo(otherFits) == 0) {
			return new Read(ownFits);
		}
		return new Ambiguous(ownFits, otherFits);
	}

	private static boolean fits(@Nullable BigDecimal number, int decimals) {
		return number != null && number.stripTrailingZeros().scale() <= decimals && !tooLong(number);
	}

	private static boolean tooLong(BigDecimal number) {
		return number.precision() - number.scale() + Math.max(0, number.stripTrailingZeros().scale()) > MOST_DIGITS;
	}

	/** How one language writes numbers; what begins with a nought has no thousands. */
	enum Notation {

		VIETNAMESE("\\.", ","), ENGLISH(",", "\\.");

		static final Pattern SIGNS = Pattern.compile("[+-]?[0-9.,]{1,40}");

		private final Pattern form;

		private final String group;

		Notation(String group, String point) {
			this.form = Pattern.compile("([+-]?)(\\d+|[1-9]\\d{0,2}(?:" + group + "\\d{3})+)(?:" + point + "(\\d+))?");
			this.group = group;
		}

		@Nullable BigDecimal read(String text) {
			var parts = form.matcher(text);
			if (!parts.matches()) {
				return null;
			}
			String whole = parts.group(2).replaceAll(group, "");
			String plain = parts.group(1).replace("+", "") + whole + (parts.group(3) == null ? "" : "." + parts.group(3));
			return new BigDecimal(plain);
		}

	}

}
