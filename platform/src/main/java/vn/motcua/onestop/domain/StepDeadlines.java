package vn.motcua.onestop.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.onestop.ProcessStep;
import vn.motcua.site.Page;

/**
 * StepDeadlines of the steps of a process, in working hours of the national calendar. A step never ends after the promised
 * date, except the hand-over, which starts there. Decree 61/2018/NĐ-CP art. 18, 19.
 */
@Component
class StepDeadlines {

	/** What a step without hours of its own may take when nothing is promised yet: one working day. */
	private static final Duration WORKING_DAY = Duration.ofHours(8);

	/** When the desk looks after an applicant who owes papers or a fee: 10 working days. Our own rule; the law names none. */
	private static final TimeLimit FOLLOW_UP = new TimeLimit(10, TimeLimit.Unit.WORKING_DAY);

	private final WorkingCalendars calendars;

	private final Clock clock;

	StepDeadlines(WorkingCalendars calendars, Clock clock) {
		this.calendars = calendars;
		this.clock = clock;
	}

	Instant ofStep(ProcessStep step, @Nullable Instant promised) {
		boolean limited = promised != null && step.kind() != vn.motcua.onestop.StepKind.RETURN;
		if (limited && step.time().isZero()) {
			return promised;
		}
		Instant due = calendars.national().after(at(clock.instant()), step.time().isZero() ? WORKING_DAY : step.time()).toInstant();
		return limited && due.isAfter(promised) ? promised : due;
	}

	/** For an agency that is asked: so many working days, and no later than the promised date while that is to come. */
	Instant ofQuestion(int workingDays, @Nullable Instant promised) {
		Instant due = after(new TimeLimit(workingDays, TimeLimit.Unit.WORKING_DAY));
		return promised != null && promised.isAfter(clock.instant()) && due.isAfter(promised) ? promised : due;
	}

	Instant ofFollowUp() {
		return after(FOLLOW_UP);
	}

	/** A deadline moved by the working time that a pause took; a pause outside working hours moves nothing. */
	Instant shifted(Instant due, Instant pausedAt) {
		return calendars.national().shifted(at(due), at(pausedAt), at(clock.instant())).toInstant();
	}

	private Instant after(TimeLimit limit) {
		return calendars.national().due(at(clock.instant()), limit).toInstant();
	}

	private static ZonedDateTime at(Instant moment) {
		return moment.atZone(Page.ZONE);
	}

}
