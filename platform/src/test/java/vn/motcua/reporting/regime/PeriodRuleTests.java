package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportPeriod;
import vn.motcua.site.Page;

/** Periods and cut-offs of Decree 09/2019/NĐ-CP art. 12, and those that circulars set otherwise. */
class PeriodRuleTests {

	@ParameterizedTest
	@CsvSource({
			// Decree 09/2019/NĐ-CP art. 12
			"MONTH, 2020-08, 2020-07-15, 2020-08-14", "MONTH, 2020-01, 2019-12-15, 2020-01-14", "QUARTER, 2020-Q3, 2020-06-15, 2020-09-14",
			"QUARTER, 2020-Q1, 2019-12-15, 2020-03-14", "HALF, 2020-H1, 2019-12-15, 2020-06-14", "HALF, 2020-H2, 2020-06-15, 2020-12-14",
			"NINE_MONTHS, 2020-9M, 2019-12-15, 2020-09-14", "YEAR, 2020, 2019-12-15, 2020-12-14" })
	void dataAreOfTheDaysTheDecreeSays(PeriodType type, String code, LocalDate from, LocalDate to) {
		ReportPeriod period = PeriodRule.usual(type).find(code).orElseThrow();
		assertThat(period.from()).isEqualTo(from);
		assertThat(period.to()).isEqualTo(to);
		assertThat(period.code()).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "MONTH, 2024-02, 2024-02-01, 2024-02-29", "QUARTER, 2020-Q4, 2020-10-01, 2020-12-31", "NINE_MONTHS, 2020-9M, 2020-01-01, 2020-09-30",
			"YEAR, 2020, 2020-01-01, 2020-12-31", "SCHOOL_YEAR, 2020-SY, 2020-09-01, 2021-08-31", "DAY, 2020-08-19, 2020-08-19, 2020-08-19",
			"WEEK, 2020-W34, 2020-08-17, 2020-08-23", "WEEK, 2020-W53, 2020-12-28, 2021-01-03", "TEN_DAYS, 2020-08-D1, 2020-08-01, 2020-08-10",
			"TEN_DAYS, 2020-02-D3, 2020-02-21, 2020-02-29" })
	void calendarPeriodsAreOfTheirOwnDays(PeriodType type, String code, LocalDate from, LocalDate to) {
		ReportPeriod period = rule(type, CutOff.CALENDAR).find(code).orElseThrow();
		assertThat(List.of(period.from(), period.to())).containsExactly(from, to);
	}

	/** A health programme reports from 15 September to 14 September. */
	@Test
	void aCircularMaySetAnyDays() {
		ReportPeriod year = rule(PeriodType.YEAR, new CutOff(-4, 15, -3, 14, 0)).find("2020").orElseThrow();
		assertThat(year.from()).isEqualTo("2019-09-15");
		assertThat(year.to()).isEqualTo("2020-09-14");
		ReportPeriod week = rule(PeriodType.WEEK, new CutOff(0, 1, 0, 31, -3)).find("2020-W34").orElseThrow();
		assertThat(week.from()).as("from Friday to Thursday").isEqualTo("2020-08-14");
	}

	@Test
	void aPeriodIsKnownByItsFirstDay() {
		for (PeriodType type : PeriodType.values()) {
			LocalDate starts = NamedPeriods.containing(type, LocalDate.of(2024, 2, 29));
			assertThat(NamedPeriods.parse(type, NamedPeriods.code(type, starts))).as(type.name()).contains(starts);
			assertThat(NamedPeriods.containing(type, NamedPeriods.last(type, starts))).as(type.name()).isEqualTo(type == PeriodType.NINE_MONTHS ? LocalDate.of(2024, 1, 1) : starts);
			assertThat(NamedPeriods.next(type, starts)).isAfter(NamedPeriods.last(type, starts));
		}
	}

	@ParameterizedTest
	@CsvSource({ "MONTH, 2020-13", "MONTH, 2020-8", "QUARTER, 2020-Q5", "HALF, 2020-H3", "WEEK, 2021-W53", "TEN_DAYS, 2020-08-D4", "DAY, 2020-02-30", "YEAR, 20", "YEAR, 2020-9M",
			"NINE_MONTHS, 2020", "WINDOW, 2020-08-19", "MONTH, ''" })
	void whatIsNoPeriodOfTheTypeIsNone(PeriodType type, String code) {
		assertThat(PeriodRule.usual(type).find(code)).isEmpty();
	}

	@Test
	void windowsHaveTheirOwnDays() {
		PeriodRule rule = new PeriodRule(PeriodType.WINDOW, CutOff.CALENDAR, Deadline.USUAL, 3, 0,
				List.of(window("2026-02-14", "2026-02-22"), window("2025-01-25", "2025-02-02")));
		assertThat(rule.within(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31))).extracting(ReportPeriod::code).containsExactly("W2025-01-25", "W2026-02-14");
		assertThat(rule.find("W2026-02-14").orElseThrow().to()).isEqualTo("2026-02-22");
		assertThat(rule.find("W2026-02-15")).isEmpty();
	}

	@Test
	void periodsWithinDaysAreThoseThatBeginThere() {
		assertThat(PeriodRule.usual(PeriodType.MONTH).within(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 4, 1))).extracting(ReportPeriod::code)
			.containsExactly("2020-02", "2020-03", "2020-04");
	}

	/** 14/11/2026 is a Saturday: two working days after it is Tuesday. */
	@Test
	void deadlineIsCountedInWorkingDays() {
		Opening opening = opening(PeriodRule.usual(PeriodType.MONTH), "2026-11");
		assertThat(LocalDateTime.ofInstant(opening.dueAt(), Page.ZONE)).isEqualTo("2026-11-17T17:00");
		assertThat(LocalDateTime.ofInstant(opening.opensAt(), Page.ZONE)).isEqualTo("2026-11-09T00:00");
		assertThat(opening.graceUntil()).isEqualTo(opening.dueAt());
	}

	/** Holidays and days off in exchange count for nothing: 30/04 and 01/05. */
	@Test
	void holidaysPutADeadlineOff() {
		PeriodRule rule = new PeriodRule(PeriodType.MONTH, CutOff.CALENDAR, new Deadline(Deadline.Kind.WORKING_DAYS, 1, 0, LocalTime.of(16, 0)), 0, 2, List.of());
		Opening opening = opening(rule, "2020-04");
		assertThat(LocalDateTime.ofInstant(opening.dueAt(), Page.ZONE)).as("30/04 and 01/05/2020 are holidays, then a weekend").isEqualTo("2020-05-04T16:00");
		assertThat(LocalDateTime.ofInstant(opening.graceUntil(), Page.ZONE)).isEqualTo("2020-05-06T16:00");
	}

	/** Where a regime says nothing its owner closes. */
	@Test
	void aPeriodMayCloseByItselfWorkingDaysAfterItsDeadline() {
		Deadline deadline = new Deadline(Deadline.Kind.WORKING_DAYS, 1, 0, LocalTime.of(16, 0));
		PeriodRule rule = new PeriodRule(PeriodType.MONTH, CutOff.CALENDAR, deadline, 0, 2, 3, List.of());
		assertThat(closes(rule, "2020-04", null)).hasValue(LocalDateTime.parse("2020-05-07T16:00"));
		PeriodRule byHand = new PeriodRule(PeriodType.MONTH, CutOff.CALENDAR, deadline, 0, 2, List.of());
		assertThat(closes(byHand, "2020-04", null)).isEmpty();
		assertThatThrownBy(() -> new PeriodRule(PeriodType.MONTH, CutOff.CALENDAR, deadline, 0, 2, 1, List.of())).as("while reports still count as on time").isInstanceOf(IllegalArgumentException.class);
	}

	/** From five days before the cut-off to the fifth working day after the deadline: ten working days, of which none is lost when the server stood still. */
	@Test
	void aPeriodMadeOutLateLeavesTheTimeThatItsRuleGives() {
		PeriodRule rule = new PeriodRule(PeriodType.MONTH, CutOff.CALENDAR, Deadline.USUAL, 5, 0, 5, List.of());
		assertThat(closes(rule, "2026-03", null)).hasValue(LocalDateTime.parse("2026-04-09T17:00"));
		assertThat(closes(rule, "2026-03", "2026-03-26T00:00:30")).as("on the day it opens").hasValue(LocalDateTime.parse("2026-04-09T17:00"));
		assertThat(closes(rule, "2026-03", "2026-03-30T09:00")).as("two working days late").hasValue(LocalDateTime.parse("2026-04-13T17:00"));
		assertThat(closes(rule, "2026-03", "2026-05-11T23:00")).as("after it would have closed: ten working days are left").hasValue(LocalDateTime.parse("2026-05-25T17:00"));
	}

	/** A file may ask for data before they end; the form of a regime refuses that. */
	@Test
	void aPeriodThatIsDueBeforeItOpensClosesOnTheDayItWasMadeOut() {
		Deadline early = new Deadline(Deadline.Kind.DAY_OF_MONTH, 5, 0, Deadline.CLOSE);
		PeriodRule rule = new PeriodRule(PeriodType.MONTH, CutOff.CALENDAR, early, 0, 0, 0, List.of());
		assertThat(closes(rule, "2026-06", "2026-07-02T09:00")).hasValue(LocalDateTime.parse("2026-07-02T17:00"));
	}

	@Test
	void deadlineMayBeADayOfAMonthOrDaysAfter() {
		PeriodRule day = new PeriodRule(PeriodType.MONTH, CutOff.DECREE, new Deadline(Deadline.Kind.DAY_OF_MONTH, 18, 0, Deadline.CLOSE), 5, 0, List.of());
		assertThat(LocalDateTime.ofInstant(opening(day, "2026-10").dueAt(), Page.ZONE)).as("18/10/2026 is a Sunday").isEqualTo("2026-10-19T17:00");
		PeriodRule next = new PeriodRule(PeriodType.MONTH, CutOff.CALENDAR, new Deadline(Deadline.Kind.DAY_OF_MONTH, 31, 1, Deadline.CLOSE), 5, 0, List.of());
		assertThat(LocalDateTime.ofInstant(opening(next, "2026-01").dueAt(), Page.ZONE)).as("28/02/2026 is a Saturday").isEqualTo("2026-03-02T17:00");
		PeriodRule days = new PeriodRule(PeriodType.QUARTER, CutOff.DECREE, new Deadline(Deadline.Kind.DAYS, 4, 0, Deadline.CLOSE), 5, 0, List.of());
		assertThat(LocalDateTime.ofInstant(opening(days, "2026-Q3").dueAt(), Page.ZONE)).isEqualTo("2026-09-18T17:00");
	}

	@Test
	void whatIsOutOfBoundsIsRefused() {
		assertThatThrownBy(() -> new CutOff(0, 0, 0, 31, 0)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Deadline(Deadline.Kind.WORKING_DAYS, 500, 0, Deadline.CLOSE)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new PeriodRule(PeriodType.MONTH, new CutOff(0, 25, 0, 14, 0), Deadline.USUAL, 5, 0, List.of())).as("data that end before they begin")
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new PeriodRule(PeriodType.MONTH, CutOff.DECREE, Deadline.USUAL, 5, 0, List.of(window("2026-01-01", "2026-01-02"))))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void theRuleSaysItselfInWords() {
		assertThat(RuleWords.cutOff(PeriodRule.usual(PeriodType.MONTH)).vi()).isEqualTo("Từ ngày 15 tháng liền trước tháng báo cáo đến ngày 14 tháng báo cáo");
		assertThat(RuleWords.cutOff(PeriodRule.usual(PeriodType.QUARTER)).vi()).isEqualTo("Từ ngày 15 tháng liền trước tháng đầu kỳ đến ngày 14 tháng cuối kỳ");
		assertThat(RuleWords.cutOff(new PeriodRule(PeriodType.YEAR, new CutOff(-4, 15, -3, 14, 0), Deadline.USUAL, 5, 0, List.of())).vi())
			.isEqualTo("Từ ngày 15 tháng thứ 4 trước tháng đầu kỳ đến ngày 14 tháng thứ 3 trước tháng cuối kỳ");
		assertThat(RuleWords.cutOff(PeriodRule.usual(PeriodType.MONTH)).en()).isEqualTo("From the 15th of the month before the month of the report to the 14th of the month of the report");
		assertThat(RuleWords.deadline(PeriodRule.usual(PeriodType.MONTH)).vi()).isEqualTo("Trước 17:00, 2 ngày làm việc sau ngày chốt số liệu");
	}

	@Test
	void graceIsSaidAndWhatOpensAfterItIsDueIsKnown() {
		PeriodRule estimate = new PeriodRule(PeriodType.MONTH, CutOff.CALENDAR, new Deadline(Deadline.Kind.DAY_OF_MONTH, 25, 0, Deadline.CLOSE), 10, 1, List.of());
		assertThat(estimate.opensTooLate()).as("due on the 25th of its own month, opened ten days before the last").isFalse();
		assertThat(RuleWords.deadline(estimate).vi()).endsWith("; gửi trong 1 ngày làm việc sau đó vẫn tính là đúng hạn");
		assertThat(RuleWords.deadline(estimate).en()).endsWith("; sent within 1 working day after that it still counts as on time");
		assertThat(new PeriodRule(PeriodType.MONTH, CutOff.CALENDAR, estimate.deadline(), 5, 0, List.of()).opensTooLate()).as("a month of 31 days opens on the 26th").isTrue();
		for (PeriodType type : PeriodType.values()) {
			assertThat(PeriodRule.usual(type).opensTooLate()).as(type.name()).isFalse();
		}
	}

	private static PeriodRule rule(PeriodType type, CutOff cutOff) {
		return new PeriodRule(type, cutOff, Deadline.USUAL, 5, 0, List.of());
	}

	private static PeriodRule.Window window(String from, String to) {
		return new PeriodRule.Window(LocalDate.parse(from), LocalDate.parse(to));
	}

	private static Optional<LocalDateTime> closes(PeriodRule rule, String code, @Nullable String madeOut) {
		Instant made = madeOut == null ? null : LocalDateTime.parse(madeOut).atZone(Page.ZONE).toInstant();
		return rule.closes(opening(rule, code), made, WorkingCalendars.packaged()).map(closes -> LocalDateTime.ofInstant(closes, Page.ZONE));
	}

	private static Opening opening(PeriodRule rule, String code) {
		return rule.opening(rule.find(code).orElseThrow(), 1, WorkingCalendars.packaged());
	}

}
