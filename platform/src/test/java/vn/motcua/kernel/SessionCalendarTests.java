package vn.motcua.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.calendar.SessionCalendar;
import vn.motcua.kernel.calendar.SessionCalendar.DayRule;
import vn.motcua.kernel.calendar.SessionCalendar.Session;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.kernel.calendar.TimeLimit.Unit;
import vn.motcua.kernel.calendar.WorkingCalendar;

/** Due moments, domain rules of Decree 61/2018/NĐ-CP as agencies compute them. */
class SessionCalendarTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private final WorkingCalendar calendar = WorkingCalendars.packaged();

	@Test
	void oneWorkingDayEndsAtTheSameHourOfTheNext() {
		assertThat(due("2020-08-19T09:00", 1, Unit.WORKING_DAY)).isEqualTo(at("2020-08-20T09:00"));
	}

	@Test
	void workingDaysSkipTheWeekend() {
		assertThat(due("2020-08-21T15:00", 1, Unit.WORKING_DAY)).isEqualTo(at("2020-08-24T15:00"));
	}

	@Test
	void workingDaysSkipNationalDay() {
		assertThat(due("2020-09-01T10:00", 2, Unit.WORKING_DAY)).isEqualTo(at("2020-09-04T10:00"));
	}

	@Test
	void tetIsSkippedWhole() {
		assertThat(due("2020-01-22T10:00", 1, Unit.WORKING_DAY)).isEqualTo(at("2020-01-30T10:00"));
	}

	@Test
	void saturdayWorkedInExchangeCounts() {
		assertThat(calendar.workingDay(LocalDate.of(2024, 5, 4))).isTrue();
		assertThat(due("2024-05-03T08:00", 1, Unit.WORKING_DAY)).isEqualTo(at("2024-05-04T08:00"));
	}

	@Test
	void dayOffInExchangeDoesNotCount() {
		assertThat(calendar.workingDay(LocalDate.of(2025, 5, 2))).isFalse();
		assertThat(calendar.workingDay(LocalDate.of(2025, 4, 26))).isTrue();
	}

	@Test
	void whatArrivesAfterHoursStartsTheNextMorning() {
		assertThat(calendar.start(at("2020-08-19T18:30"))).isEqualTo(at("2020-08-20T07:00"));
		assertThat(due("2020-08-19T18:30", 4, Unit.WORKING_HOUR)).isEqualTo(at("2020-08-20T11:00"));
	}

	@Test
	void whatArrivesAtNoonStartsAfterLunch() {
		assertThat(calendar.start(at("2020-08-19T12:00"))).isEqualTo(at("2020-08-19T13:30"));
	}

	@Test
	void hoursRunOnOverLunchAndNight() {
		assertThat(due("2020-08-19T11:00", 1, Unit.WORKING_HOUR)).isEqualTo(at("2020-08-19T14:00"));
		assertThat(due("2020-08-19T16:00", 2, Unit.WORKING_HOUR)).isEqualTo(at("2020-08-20T08:00"));
	}

	@Test
	void aSpanThatEndsWithTheDayIsDueThatDay() {
		assertThat(due("2020-08-19T07:00", 8, Unit.WORKING_HOUR)).isEqualTo(at("2020-08-19T17:00"));
	}

	@Test
	void calendarDaysCountDaysOffButAreNotDueOnOne() {
		assertThat(due("2020-08-19T09:00", 3, Unit.CALENDAR_DAY)).isEqualTo(at("2020-08-24T09:00"));
		assertThat(due("2020-08-19T09:00", 5, Unit.CALENDAR_DAY)).isEqualTo(at("2020-08-24T09:00"));
	}

	@Test
	void monthsEndOnTheSameDate() {
		assertThat(due("2020-08-19T09:00", 1, Unit.MONTH)).isEqualTo(at("2020-09-21T09:00"));
	}

	@Test
	void aPauseMovesTheDueMomentByItsOwnWorkingLength() {
		ZonedDateTime due = at("2020-08-24T10:00");
		assertThat(calendar.shifted(due, at("2020-08-20T16:00"), at("2020-08-21T08:00"))).isEqualTo(at("2020-08-24T14:00"));
	}

	@Test
	void aPauseOverTheWeekendMovesNothing() {
		ZonedDateTime due = at("2020-08-25T10:00");
		assertThat(calendar.shifted(due, at("2020-08-21T17:00"), at("2020-08-24T07:00"))).isEqualTo(due);
	}

	/** Decree 61/2018/NĐ-CP art. 19: what is promised for the end of a day is not read as the morning three days later. */
	@Test
	void aFeePaidAtNightLeavesThePromiseAtTheEndOfTheDay() {
		ZonedDateTime friday = at("2020-08-21T17:00");
		assertThat(calendar.shifted(friday, at("2020-08-19T18:00"), at("2020-08-19T22:15"))).isEqualTo(friday);
		assertThat(calendar.shifted(friday, at("2020-08-20T16:00"), at("2020-08-20T17:00"))).isEqualTo(at("2020-08-24T08:00"));
		assertThat(calendar.shifted(at("2020-08-20T16:00"), at("2020-08-19T16:00"), at("2020-08-19T23:00"))).as("an hour of the day before ends with the session")
			.isEqualTo(at("2020-08-20T17:00"));
	}

	@Test
	void halfAnHourOfWorkMayEndWithTheSession() {
		assertThat(calendar.after(at("2020-08-21T16:30"), Duration.ofMinutes(30))).isEqualTo(at("2020-08-21T17:00"));
		assertThat(calendar.after(at("2020-08-21T20:00"), Duration.ofMinutes(30))).isEqualTo(at("2020-08-24T07:30"));
	}

	@Test
	void halfDaysEndAtNoon() {
		WorkingCalendar half = new SessionCalendar(
				List.of(new Session(LocalTime.of(7, 0), LocalTime.of(11, 30)), new Session(LocalTime.of(13, 30), LocalTime.of(17, 0))),
				Map.of(LocalDate.of(2020, 8, 19), DayRule.MORNING), ZONE);
		assertThat(half.start(at("2020-08-19T14:00"))).isEqualTo(at("2020-08-20T07:00"));
		assertThat(half.worked(at("2020-08-19T07:00"), at("2020-08-20T07:00"))).isEqualTo(Duration.ofMinutes(270));
	}

	@Test
	void workedTimeBackwardsIsNegative() {
		assertThat(calendar.worked(at("2020-08-20T09:00"), at("2020-08-19T09:00"))).isEqualTo(Duration.ofHours(-8));
	}

	@Test
	void holidaysOfEveryYearFrom2019To2027AreKnown() {
		for (int year = 2019; year <= 2027; year++) {
			long off = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
				.filter(day -> day.getDayOfWeek().getValue() <= 5 && !calendar.workingDay(day)).count();
			assertThat(off).as("weekdays off in %d", year).isBetween(8L, 15L);
		}
	}

	private ZonedDateTime due(String receivedAt, int amount, Unit unit) {
		return calendar.due(at(receivedAt), new TimeLimit(amount, unit));
	}

	private static ZonedDateTime at(String local) {
		return LocalDateTime.parse(local).atZone(ZONE);
	}

}
