package vn.motcua.reporting.subscription;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.site.Page;

/** How often somebody gets a letter. */
public enum Rhythm {

	/** In the morning of every working day. */
	DAILY,
	/** In the morning of every Monday. */
	WEEKLY,
	/** In the morning of the first day of every month. */
	MONTHLY,
	/** When a period is closed, or every report owed for it was accepted. */
	COMPLETE;

	private static final LocalTime MORNING = LocalTime.of(7, 0);

	/** How often it is looked whether a period is complete. */
	private static final Duration LOOKED_AT = Duration.ofMinutes(15);

	static Optional<Rhythm> find(String word) {
		return Arrays.stream(values()).filter(rhythm -> rhythm.name().equals(word)).findFirst();
	}

	/** The first moment after one: who slept through several gets one letter. */
	Instant after(Instant moment, WorkingCalendar calendar) {
		if (this == COMPLETE) {
			return moment.plus(LOOKED_AT);
		}
		LocalDate day = LocalDate.ofInstant(moment, Page.ZONE);
		Instant today = on(day);
		boolean todays = moment.isBefore(today) && falls(day, calendar);
		return todays ? today : on(next(day, calendar));
	}

	private LocalDate next(LocalDate day, WorkingCalendar calendar) {
		return switch (this) {
			case WEEKLY -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
			case MONTHLY -> day.with(TemporalAdjusters.firstDayOfNextMonth());
			case DAILY, COMPLETE -> {
				LocalDate next = day.plusDays(1);
				while (!calendar.workingDay(next)) {
					next = next.plusDays(1);
				}
				yield next;
			}
		};
	}

	private boolean falls(LocalDate day, WorkingCalendar calendar) {
		return switch (this) {
			case DAILY -> calendar.workingDay(day);
			case WEEKLY -> day.getDayOfWeek() == DayOfWeek.MONDAY;
			case MONTHLY -> day.getDayOfMonth() == 1;
			case COMPLETE -> false;
		};
	}

	private static Instant on(LocalDate day) {
		return day.atTime(MORNING).atZone(Page.ZONE).toInstant();
	}

}
