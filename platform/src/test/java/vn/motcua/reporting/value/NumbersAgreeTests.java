package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

import vn.motcua.reporting.entry.TypedNumber;

/**
 * Numbers are read in two places, since one knows who writes and can ask, the other reads a million a second of files of unknown language. Whatever both
 * read is the same number.
 */
class NumbersAgreeTests {

	@Test
	void whatBothReadIsTheSame() {
		Random random = new Random(20261126);
		int both = 0;
		for (int n = 0; n < 200_000; n++) {
			String written = written(random);
			int decimals = random.nextInt(4);
			byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
			long read = WrittenNumber.read(bytes, 0, bytes.length, decimals, WrittenNumber.Style.TOLD);
			if (read > WrittenNumber.TOO_MANY_DIGITS - 1) {
				continue;
			}
			for (Locale language : new Locale[] { TypedNumber.VIETNAMESE, Locale.ENGLISH }) {
				if (TypedNumber.of(written, language, decimals) instanceof TypedNumber.Read(BigDecimal amount)) {
					assertThat(amount).as(written + " with " + decimals + " decimals in " + language).isEqualByComparingTo(BigDecimal.valueOf(read, decimals));
					both++;
				}
			}
		}
		assertThat(both).isGreaterThan(10_000);
	}

	private static String written(Random random) {
		StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
		int groups = 1 + random.nextInt(4);
		for (int group = 0; group < groups; group++) {
			if (group > 0) {
				text.append(random.nextBoolean() ? '.' : ',');
			}
			int digits = group == 0 ? 1 + random.nextInt(5) : random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 3;
			for (int digit = 0; digit < digits; digit++) {
				text.append((char) ('0' + random.nextInt(10)));
			}
		}
		return text.toString();
	}

}
