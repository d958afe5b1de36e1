package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time that moves with today, seen from Thursday 26/11/2026 and from the edges of the calendar. */
class RelativeSpanTests {

	@ParameterizedTest
	@CsvSource({ "last-12-months,2026-11-26,2025-12-01,2026-11-30", "last-1-months,2026-11-26,2026-11-01,2026-11-30", "this-month,2028-02-29,2028-02-01,2028-02-29",
			"this-year,2026-11-26,2026-01-01,2026-12-31", "last-3-years,2026-11-26,2024-01-01,2026-12-31", "this-quarter,2026-11-26,2026-10-01,2026-12-31",
			"last-8-quarters,2026-01-01,2024-04-01,2026-03-31", "last-2-weeks,2026-11-26,2026-11-16,2026-11-29", "last-30-days,2026-11-26,2026-10-28,2026-11-26" })
	void countsTheCurrentOne(String word, LocalDate today, LocalDate from, LocalDate to) {
		RelativeSpan span = RelativeSpan.find(word).orElseThrow();
		assertThat(span.from(today)).isEqualTo(from);
		assertThat(span.to(today)).isEqualTo(to);
	}

	@Test
	void offersOnlyWhatItReads() {
		assertThat(RelativeSpan.OFFERED).allMatch(word -> RelativeSpan.find(word).isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "last-0-months", "last-1000-days", "last-12-moons", "this-day", "LAST-12-MONTHS", "last-12-months&x", "" })
	void refusesTheRest(String word) {
		assertThat(RelativeSpan.find(word)).isEmpty();
	}

}
