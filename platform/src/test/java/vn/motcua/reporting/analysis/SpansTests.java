package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Totals;

/** Periods and how they are put together. */
class SpansTests {

	@ParameterizedTest
	@CsvSource({ "2026-10,MONTH,2026-10-01", "2026-Q3,QUARTER,2026-07-01", "2026-H2,HALF,2026-07-01", "2026,YEAR,2026-01-01", "2026-W34,WEEK,2026-08-17",
			"2026-08-D2,TEN_DAYS,2026-08-11", "2026-9M,NINE_MONTHS,2026-01-01", "W2026-08-19,WINDOW,2026-08-19", "2026-08-19,DAY,2026-08-19" })
	void readsTheCodesItWrites(String code, PeriodType type, LocalDate starts) {
		assertThat(Spans.named(code)).get().extracting(Spans.Named::type, Spans.Named::from).containsExactly(type, starts);
		assertThat(Spans.code(type, starts)).isEqualTo(code);
	}

	@Test
	void readsAsMuchAsIsWritten() {
		assertThat(Spans.last("2026-02")).contains(LocalDate.of(2026, 2, 28));
		assertThat(Spans.last("2026-Q1")).contains(LocalDate.of(2026, 3, 31));
		assertThat(Spans.first("2026-02-30")).isEmpty();
		assertThat(Spans.first("soon")).isEmpty();
	}

	@Test
	void sumsShortPeriodsToLongOnes() {
		assertThat(Spans.madeOf(PeriodType.YEAR, PeriodType.MONTH)).isTrue();
		assertThat(Spans.madeOf(PeriodType.MONTH, PeriodType.QUARTER)).isFalse();
		assertThat(Spans.bucket(PeriodType.QUARTER, LocalDate.of(2026, 8, 1))).isEqualTo(LocalDate.of(2026, 7, 1));
		assertThat(Spans.bucket(PeriodType.NINE_MONTHS, LocalDate.of(2026, 10, 1))).isNull();
	}

	@Test
	void readsLongPeriodsToTheirEnd() {
		assertThat(Spans.end(PeriodType.QUARTER, LocalDate.of(2026, 8, 31))).isEqualTo(LocalDate.of(2026, 9, 30));
		assertThat(Spans.end(PeriodType.YEAR, LocalDate.of(2026, 11, 25))).isEqualTo(LocalDate.of(2026, 12, 31));
		assertThat(Spans.end(PeriodType.NINE_MONTHS, LocalDate.of(2026, 11, 25))).isEqualTo(LocalDate.of(2026, 11, 25));
		assertThat(Spans.end(PeriodType.DAY, LocalDate.of(2026, 11, 25))).isEqualTo(LocalDate.of(2026, 11, 25));
	}

	/** The first week of 2025 began on the 30th of December; 2020 had a fifty-third week. */
	@Test
	void weeksCountInTheYearTheyAreNamedAfter() {
		assertThat(Spans.year(PeriodType.WEEK, LocalDate.of(2024, 12, 30))).isEqualTo(2025);
		assertThat(Spans.year(PeriodType.MONTH, LocalDate.of(2024, 12, 1))).isEqualTo(2024);
		assertThat(Spans.yearBefore(PeriodType.WEEK, LocalDate.of(2024, 12, 30))).isEqualTo(LocalDate.of(2024, 1, 1));
		assertThat(Spans.yearBefore(PeriodType.WEEK, LocalDate.of(2021, 1, 4))).isEqualTo(LocalDate.of(2019, 12, 30));
		assertThat(Spans.yearBefore(PeriodType.WEEK, LocalDate.of(2020, 12, 28))).isNull();
		assertThat(Spans.yearBefore(PeriodType.MONTH, LocalDate.of(2021, 3, 1))).isEqualTo(LocalDate.of(2020, 3, 1));
	}

	@Test
	void growthIsAChangeOnTheAmountBefore() {
		assertThat(Summing.growth(110, 100)).isEqualTo(100);
		assertThat(Summing.growth(90, -100)).isEqualTo(1900);
		assertThat(Summing.growth(1, 0)).isEqualTo(Totals.EMPTY);
	}

	@ParameterizedTest
	@CsvSource({ "'AGE=0-5,SEX=F'", "'LV=G15'", "'X=1.5+'", "''" })
	void sdmxNamesPartsBothWays(String part) {
		assertThat(SdmxCodes.part(new Breakdown(part))).matches("[A-Za-z0-9_@$-]+");
		assertThat(SdmxCodes.breakdown(SdmxCodes.part(new Breakdown(part)))).isEqualTo(part);
	}

	@ParameterizedTest
	@CsvSource({ "HALF,2026-07-01", "MONTH,2026-10-01", "TEN_DAYS,2026-08-11", "NINE_MONTHS,2026-01-01", "YEAR,2026-01-01", "QUARTER,2026-04-01" })
	void sdmxNamesPeriodsBothWays(PeriodType type, LocalDate starts) {
		assertThat(SdmxCodes.code(SdmxCodes.period(type, starts))).isEqualTo(Spans.code(type, starts));
	}

}
