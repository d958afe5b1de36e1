package vn.motcua.kernel.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Which hours agencies work. A value: the days off and hours are data.
 */
public interface WorkingCalendar {

	boolean workingDay(LocalDate day);

	/** When a dossier that arrives at a moment starts to count: that moment within hours, else the next opening. */
	ZonedDateTime start(ZonedDateTime receivedAt);

	/** Due moment of a time limit that starts to count at {@link #start} of the moment received. */
	ZonedDateTime due(ZonedDateTime receivedAt, TimeLimit limit);

	/** Working time between two moments; negative when {@code to} lies before {@code from}. */
	Duration worked(ZonedDateTime from, ZonedDateTime to);

	/** The moment by which that much time has been worked; what ends with a session ends at its close, not at the next opening. */
	ZonedDateTime after(ZonedDateTime from, Duration working);

	/** Moves a due moment by the working time that a pause took; a pause outside working hours moves nothing. */
	ZonedDateTime shifted(ZonedDateTime dueAt, ZonedDateTime pausedAt, ZonedDateTime resumedAt);

}
