package vn.motcua.reporting.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.analysis.DemoFigures;
import vn.motcua.site.Page;

/**
 * How one report went: filled in and signed in the hours before it was sent, answered on the next working day.
 *
 * @param now nothing that is told happens later
 */
record ReportPlan(Instant sentAt, Ending ending, Instant now) {

	enum Ending {
		/** Never begun. */
		MISSING,
		/** Still with the receiver. */
		SENT, RETURNED, ACCEPTED
	}

	private static final LocalTime MORNING = LocalTime.of(8, 30);

	private static final LocalTime AFTERNOON = LocalTime.of(13, 30);

	private static final int MINUTES_OF_A_DAY = 420;

	private static final int MINUTES_OF_AN_AFTERNOON = 200;

	private static final int MOST_DAYS = 4;

	/** Sent on one of the working days up to the deadline, or of those after it. */
	static ReportPlan of(Opening opening, String who, boolean late, Ending ending, Instant now) {
		int days = (int) (MOST_DAYS * DemoFigures.random(who + " day " + opening.period().code()));
		LocalDate due = LocalDate.ofInstant(opening.graceUntil(), Page.ZONE);
		return new ReportPlan(at(late ? working(due.plusDays(1 + days), 1) : working(due.minusDays(days), -1), AFTERNOON, MINUTES_OF_AN_AFTERNOON, who + opening.period().code()), ending, now);
	}

	Instant filledAt() {
		return told(sentAt.minus(Duration.ofHours(5)));
	}

	Instant signedAt() {
		return told(sentAt.minus(Duration.ofHours(1)));
	}

	Instant handedInAt() {
		return told(sentAt);
	}

	Instant answeredAt() {
		return told(at(working(LocalDate.ofInstant(sentAt, Page.ZONE).plusDays(1), 1), MORNING, MINUTES_OF_A_DAY, "answer" + sentAt));
	}

	/** At the end of a working day some days from a moment on. */
	static Instant closingOf(Instant from, int days) {
		return working(LocalDate.ofInstant(from, Page.ZONE).plusDays(days), 1).atTime(17, 0).atZone(Page.ZONE).toInstant();
	}

	private Instant told(Instant moment) {
		Instant latest = now.minusSeconds(60);
		return moment.isAfter(latest) ? latest : moment;
	}

	private static Instant at(LocalDate day, LocalTime from, int minutes, String seed) {
		return day.atTime(from).plusMinutes((long) (minutes * DemoFigures.random(seed))).atZone(Page.ZONE).toInstant();
	}

	private static LocalDate working(LocalDate day, int step) {
		LocalDate working = day;
		while (working.getDayOfWeek() == DayOfWeek.SATURDAY || working.getDayOfWeek() == DayOfWeek.SUNDAY) {
			working = working.plusDays(step);
		}
		return working;
	}

}
