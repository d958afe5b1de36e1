package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

class AmountsTests {

	@Test
	void amountsAreGroupedByTheLanguageWithoutZerosAtTheEnd() {
		assertThat(Amounts.words(new BigDecimal("1234.50"), Locale.of("vi"))).isEqualTo("1.234,5");
		assertThat(Amounts.words(new BigDecimal("-1234567.00"), Locale.ENGLISH)).isEqualTo("-1,234,567");
		assertThat(Amounts.words(new BigDecimal("0.000"), Locale.ENGLISH)).isEqualTo("0");
		assertThat(Amounts.words(null, Locale.ENGLISH)).isEmpty();
	}

	@Test
	void areWhatTheLanguagesFormatOfNumbersSays() {
		DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
		signs.setGroupingSeparator('.');
		signs.setDecimalSeparator(',');
		DecimalFormat format = new DecimalFormat("#,##0.######", signs);
		format.setRoundingMode(RoundingMode.HALF_UP);
		Random random = new Random(3);
		for (int i = 0; i < 2_000; i++) {
			BigDecimal amount = BigDecimal.valueOf(random.nextLong() >> random.nextInt(8, 60), random.nextInt(-2, 9));
			if (amount.setScale(6, RoundingMode.HALF_UP).signum() == amount.signum()) {
				assertThat(Amounts.words(amount, Locale.of("vi"))).as(amount.toString()).isEqualTo(format.format(amount));
			}
		}
	}

}
