package vn.motcua.portal.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes as people type them, and how often one address may ask. */
class TypedCodeTests {

	@ParameterizedTest
	@ValueSource(strings = { "000.00.14.H56-200203-0118", " 000.00.14.h56-200203-0118 ", "000.00.14.H56–200203–0118", "000.00.14.H56 - 200203 - 0118",
			"Mã hồ sơ: 000.00.14.H56-200203-0118.", "http://localhost/tra-cuu?ma=000.00.14.H56-200203-0118" })
	void readsACodeHoweverItIsWritten(String typed) {
		assertThat(TypedCode.read(typed)).hasValueSatisfying(code -> assertThat(code.value()).isEqualTo("000.00.14.H56-200203-0118"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0118", "000.00.14.H56-201399-0118", "khai sinh" })
	void refusesWhatIsNoCode(String typed) {
		assertThat(TypedCode.read(typed)).isEmpty();
	}

	@Test
	void oneAddressMayAskThirtyTimesAMinute() {
		LookupPace pace = new LookupPace(Clock.fixed(Instant.parse("2020-08-19T02:00:00Z"), ZoneOffset.UTC));
		for (int asked = 0; asked < LookupPace.PER_MINUTE; asked++) {
			assertThat(pace.allows("192.0.2.1")).isTrue();
		}
		assertThat(pace.allows("192.0.2.1")).isFalse();
		assertThat(pace.allows("192.0.2.2")).isTrue();
	}

}
