package vn.motcua.dossier.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.stereotype.Component;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.calendar.TimeLimit;

/**
 * When a dossier must be done (<i>thời hạn giải quyết</i>), in one place. The clock starts when the desk accepts, within
 * working hours, otherwise at the next opening; it stands while a supplement or a payment is awaited, and the due moment
 * moves by the working time that this took. Decree 61/2018/NĐ-CP art. 16 to 19.
 */
@Component
class ProcessingDeadline {

	static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	/** A submission online is answered within eight working hours (unverified, after Decree 45/2020/NĐ-CP). */
	private static final TimeLimit RECEPTION = new TimeLimit(8, TimeLimit.Unit.WORKING_HOUR);

	/** A result at the desk is handed over or announced within eight working hours: the platform's own rule. */
	private static final TimeLimit HAND_OVER = RECEPTION;

	/** How long a dossier waits for its applicant before the desk looks at it again: the platform's own rule. */
	private static final TimeLimit APPLICANT = new TimeLimit(30, TimeLimit.Unit.CALENDAR_DAY);

	private final WorkingCalendars calendars;

	ProcessingDeadline(WorkingCalendars calendars) {
		this.calendars = calendars;
	}

	Instant reception(Instant submittedAt) {
		return due(submittedAt, RECEPTION);
	}

	Instant handOver(Instant completedAt) {
		return due(completedAt, HAND_OVER);
	}

	Instant applicant(Instant askedAt) {
		return due(askedAt, APPLICANT);
	}

	Instant due(Instant acceptedAt, TimeLimit limit) {
		return calendars.national().due(acceptedAt.atZone(ZONE), limit).toInstant();
	}

	Instant afterPause(Instant dueAt, Instant pausedAt, Instant resumedAt) {
		return calendars.national().shifted(dueAt.atZone(ZONE), pausedAt.atZone(ZONE), resumedAt.atZone(ZONE)).toInstant();
	}

	/** Art. 19(9): the apology with the new date comes at least one day before the due date. */
	boolean mayStillReschedule(Instant now, Instant dueAt) {
		return LocalDate.ofInstant(now, ZONE).isBefore(LocalDate.ofInstant(dueAt, ZONE));
	}

}
