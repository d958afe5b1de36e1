package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Amounts as people read and type them: 1.234,5 in Vietnamese, 1,234.5 in English, without zeros at the end. A page has a thousand of them. */
final class Amounts {

	private static final int MOST_DECIMALS = 6;

	private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

	private Amounts() {
	}

	static String words(@Nullable BigDecimal amount, Locale language) {
		if (amount == null) {
			return "";
		}
		boolean english = language.getLanguage().equals("en");
		String plain = plain(amount.scale() > MOST_DECIMALS ? amount.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : amount);
		int first = plain.charAt(0) == '-' ? 1 : 0;
		int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
		StringBuilder words = new StringBuilder(plain.length() + plain.length() / 3);
		for (int i = 0; i < point; i++) {
			if (i > first && (point - i) % 3 == 0) {
				words.append(english ? ',' : '.');
			}
			words.append(plain.charAt(i));
		}
		if (point < plain.length()) {
			words.append(english ? '.' : ',').append(plain, point + 1, plain.length());
		}
		return words.toString();
	}

	/** By how much a figure is more or less than another, with its sign. */
	static String difference(@Nullable BigDecimal one, BigDecimal other, Locale language) {
		BigDecimal difference = one == null ? other.negate() : one.subtract(other);
		return (difference.signum() > 0 ? "+" : "") + words(difference, language);
	}

	/** A plain decimal as programs write it, {@code null} for anything else: what is written with an exponent can have a billion digits. */
	static @Nullable BigDecimal read(String plain) {
		return PLAIN.matcher(plain).matches() ? new BigDecimal(plain) : null;
	}

	static @Nullable String plain(@Nullable BigDecimal amount) {
		return amount == null ? null : amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
	}

}
