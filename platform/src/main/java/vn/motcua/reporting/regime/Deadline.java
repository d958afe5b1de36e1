package vn.motcua.reporting.regime;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;

import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.site.Page;

/**
 * Until when a report must be sent (<i>thời hạn gửi báo cáo</i>).
 *
 * @param count working days or days after the cut-off, or the day of the month, 31 for its last
 * @param months for {@link Kind#DAY_OF_MONTH}, months after the month of the cut-off
 * @param time of that day in Viet Nam
 */
record Deadline(Kind kind, int count, int months, LocalTime time) {

	enum Kind {
		/** So many working days after the cut-off; 0 is the day of the cut-off itself. */
		WORKING_DAYS,
		/** So many days after the cut-off; on a day off it moves to the next working day. */
		DAYS,
		/** A day of a month; on a day off it moves to the next working day. */
		DAY_OF_MONTH
	}

	static final LocalTime CLOSE = LocalTime.of(17, 0);

	/** Two working days after the cut-off. */
	static final Deadline USUAL = new Deadline(Kind.WORKING_DAYS, 2, 0, CLOSE);

	Deadline {
		if (count < 0 || count > 120 || months < 0 || months > 12 || kind == Kind.DAY_OF_MONTH && (count < 1 || count > 31)) {
			throw new IllegalArgumentException("a deadline is up to 120 days or 12 months after the cut-off");
		}
	}

	ZonedDateTime after(LocalDate cutOff, WorkingCalendar calendar) {
		LocalDate day = kind == Kind.WORKING_DAYS ? workingDays(cutOff, count, calendar) : working(earliest(cutOff), calendar);
		return day.atTime(time).atZone(Page.ZONE);
	}

	/** The day it is on where no day is off. */
	LocalDate earliest(LocalDate cutOff) {
		return switch (kind) {
			case WORKING_DAYS, DAYS -> cutOff.plusDays(count);
			case DAY_OF_MONTH -> {
				YearMonth month = YearMonth.from(cutOff).plusMonths(months);
				yield month.atDay(Math.min(count, month.lengthOfMonth()));
			}
		};
	}

	static LocalDate workingDays(LocalDate from, int count, WorkingCalendar calendar) {
		LocalDate day = from;
		for (int left = count; left > 0;) {
			day = day.plusDays(1);
			if (calendar.workingDay(day)) {
				left--;
			}
		}
		return day;
	}

	private static LocalDate working(LocalDate day, WorkingCalendar calendar) {
		LocalDate working = day;
		while (!calendar.workingDay(working)) {
			working = working.plusDays(1);
		}
		return working;
	}

}
