package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class TypedNumberTests {

	private static final Locale VI = Locale.of("vi");

	@Test
	void readsNumbersByTheLanguageOfThePage() {
		assertThat(read("1.234.567,5", VI, 1)).isEqualByComparingTo("1234567.5");
		assertThat(read("1,234,567.5", Locale.ENGLISH, 1)).isEqualByComparingTo("1234567.5");
		assertThat(read("1 234", VI, 0)).isEqualByComparingTo("1234");
		assertThat(read("-12", VI, 0)).isEqualByComparingTo("-12");
		assertThat(TypedNumber.of("  ", VI, 0)).isEqualTo(new TypedNumber.Read(null));
	}

	@Test
	void takesTheOnlyReadingThatTheCellHasRoomFor() {
		assertThat(read("1.234", VI, 0)).isEqualByComparingTo("1234");
		assertThat(read("1.234", VI, 2)).isEqualByComparingTo("1234");
		assertThat(read("2.000", VI, 0)).isEqualByComparingTo("2000");
		assertThat(read("2,000", Locale.ENGLISH, 1)).isEqualByComparingTo("2000");
		assertThat(read("12,50", VI, 1)).isEqualByComparingTo("12.5");
	}

	@Test
	void asksWhereTwoReadingsDiffer() {
		assertThat(TypedNumber.of("1.234", VI, 3)).isEqualTo(new TypedNumber.Ambiguous(new BigDecimal("1234"), new BigDecimal("1.234")));
		assertThat(TypedNumber.of("1.5", VI, 1)).isEqualTo(new TypedNumber.Ambiguous(null, new BigDecimal("1.5")));
		assertThat(TypedNumber.of("1,234", VI, 0)).isEqualTo(new TypedNumber.Ambiguous(null, new BigDecimal("1234")));
	}

	@Test
	void refusesWhatIsNoNumberOfTheCell() {
		assertThat(TypedNumber.of("mười", VI, 0)).isEqualTo(new TypedNumber.Refused("number"));
		assertThat(TypedNumber.of("1.2.3", VI, 0)).isEqualTo(new TypedNumber.Refused("number"));
		assertThat(TypedNumber.of("1,25", VI, 1)).isEqualTo(new TypedNumber.Refused("decimals"));
		assertThat(TypedNumber.of("1234,5", VI, 0)).isEqualTo(new TypedNumber.Refused("whole"));
		assertThat(TypedNumber.of("1234567890123456", VI, 0)).isEqualTo(new TypedNumber.Refused("digits"));
		assertThat(TypedNumber.of("1e9", VI, 0)).isEqualTo(new TypedNumber.Refused("number"));
	}

	private static BigDecimal read(String typed, Locale language, int decimals) {
		return ((TypedNumber.Read) TypedNumber.of(typed, language, decimals)).amount();
	}

}
