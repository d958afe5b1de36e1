package vn.motcua.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Working time in daily sessions, Monday to Friday, with rules by day: holidays, days worked in exchange for a
 * holiday, half days. A working day is eight working hours, so a limit of one working day that starts at 09:00 ends at
 * 09:00 of the next.
 */
public final class SessionCalendar implements WorkingCalendar {

	private static final int WORKING_DAY_HOURS = 8;

	/** How a day differs from its weekday. */
	public enum DayRule {
		/** A holiday or a day off in exchange. */
		OFF,
		/** A Saturday or Sunday worked in exchange. */
		WORKED,
		/** Worked in the morning only. */
		MORNING
	}

	/** Hours at a stretch; {@code opens} belongs to it, {@code closes} is its end. */
	public record Session(LocalTime opens, LocalTime closes) {

		public Session {
			if (!opens.isBefore(closes)) {
				throw new IllegalArgumentException("a session opens before it closes");
			}
		}

	}

	private final List<Session> sessions;

	private final Map<LocalDate, DayRule> rules;

	private final ZoneId zone;

	private final Set<DayOfWeek> weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	public SessionCalendar(List<Session> sessions, Map<LocalDate, DayRule> rules, ZoneId zone) {
		if (sessions.isEmpty()) {
			throw new IllegalArgumentException("a calendar has at least one session");
		}
		this.sessions = List.copyOf(sessions);
		this.rules = Map.copyOf(rules);
		this.zone = zone;
	}

	@Override
	public boolean workingDay(LocalDate day) {
		return !sessionsOf(day).isEmpty();
	}

	@Override
	public ZonedDateTime start(ZonedDateTime receivedAt) {
		ZonedDateTime at = receivedAt.withZoneSameInstant(zone);
		for (LocalDate day = at.toLocalDate();; day = day.plusDays(1)) {
			for (Session session : sessionsOf(day)) {
				ZonedDateTime opens = day.atTime(session.opens()).atZone(zone);
				if (at.isBefore(opens)) {
					return opens;
				}
				if (at.isBefore(day.atTime(session.closes()).atZone(zone))) {
					return at;
				}
			}
		}
	}

	@Override
	public ZonedDateTime due(ZonedDateTime receivedAt, TimeLimit limit) {
		ZonedDateTime start = start(receivedAt);
		return switch (limit.unit()) {
			case WORKING_HOUR -> afterWorking(start, Duration.ofHours(limit.amount()));
			case WORKING_DAY -> afterWorking(start, Duration.ofHours((long) limit.amount() * WORKING_DAY_HOURS));
			case CALENDAR_DAY -> offDaysOff(start.plusDays(limit.amount()));
			case MONTH -> offDaysOff(start.plusMonths(limit.amount()));
		};
	}

	@Override
	public Duration worked(ZonedDateTime from, ZonedDateTime to) {
		if (to.isBefore(from)) {
			return worked(to, from).negated();
		}
		ZonedDateTime first = from.withZoneSameInstant(zone);
		ZonedDateTime last = to.withZoneSameInstant(zone);
		Duration worked = Duration.ZERO;
		for (LocalDate day = first.toLocalDate(); !day.isAfter(last.toLocalDate()); day = day.plusDays(1)) {
			for (Session session : sessionsOf(day)) {
				ZonedDateTime opens = later(first, day.atTime(session.opens()).atZone(zone));
				ZonedDateTime closes = earlier(last, day.atTime(session.closes()).atZone(zone));
				if (opens.isBefore(closes)) {
					worked = worked.plus(Duration.between(opens, closes));
				}
			}
		}
		return worked;
	}

	@Override
	public ZonedDateTime shifted(ZonedDateTime dueAt, ZonedDateTime pausedAt, ZonedDateTime resumedAt) {
		Duration pause = worked(pausedAt, resumedAt);
		return pause.isPositive() ? after(dueAt, pause) : dueAt;
	}

	@Override
	public ZonedDateTime after(ZonedDateTime from, Duration working) {
		return afterWorking(start(from), working);
	}

	/** The moment by which that much time has been worked; a span that ends with a session ends at its close. */
	private ZonedDateTime afterWorking(ZonedDateTime start, Duration span) {
		if (span.isZero() || span.isNegative()) {
			return start;
		}
		Duration rest = span;
		for (LocalDate day = start.toLocalDate();; day = day.plusDays(1)) {
			for (Session session : sessionsOf(day)) {
				ZonedDateTime opens = later(start, day.atTime(session.opens()).atZone(zone));
				Duration available = Duration.between(opens, day.atTime(session.closes()).atZone(zone));
				if (available.isNegative() || available.isZero()) {
					continue;
				}
				if (rest.compareTo(available) <= 0) {
					return opens.plus(rest);
				}
				rest = rest.minus(available);
			}
		}
	}

	private ZonedDateTime offDaysOff(ZonedDateTime dueAt) {
		ZonedDateTime moved = dueAt;
		while (!workingDay(moved.toLocalDate())) {
			moved = moved.plusDays(1);
		}
		return moved;
	}

	private List<Session> sessionsOf(LocalDate day) {
		DayRule rule = rules.get(day);
		if (rule == null) {
			return weekend.contains(day.getDayOfWeek()) ? List.of() : sessions;
		}
		return switch (rule) {
			case OFF -> List.of();
			case WORKED -> sessions;
			case MORNING -> sessions.subList(0, 1);
		};
	}

	private static ZonedDateTime later(ZonedDateTime a, ZonedDateTime b) {
		return a.isAfter(b) ? a : b;
	}

	private static ZonedDateTime earlier(ZonedDateTime a, ZonedDateTime b) {
		return a.isBefore(b) ? a : b;
	}

}
