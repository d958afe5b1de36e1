package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Amounts as people read and type them: 1.234,5 in Vietnamese, 1,234.5 in English, without zeros at the end. */
final class Amounts {

	private Amounts() {
	}

	static String words(@Nullable BigDecimal amount, Locale language) {
		if (amount == null) {
			return "";
		}
		boolean english = language.getLanguage().equals("en");
		DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
		symbols.setGroupingSeparator(english ? ',' : '.');
		symbols.setDecimalSeparator(english ? '.' : ',');
		DecimalFormat format = new DecimalFormat("#,##0.######", symbols);
		format.setRoundingMode(RoundingMode.HALF_UP);
		return format.format(amount);
	}

	static @Nullable String plain(@Nullable BigDecimal amount) {
		return amount == null ? null : amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
	}

}
