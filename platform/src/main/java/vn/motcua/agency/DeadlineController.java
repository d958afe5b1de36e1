package vn.motcua.agency;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Due moments by the working calendar, for whoever promises a date. */
@RestController
@PublicAccess
class DeadlineController {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final int MOST = 3660;

	private final WorkingCalendars calendars;

	DeadlineController(WorkingCalendars calendars) {
		this.calendars = calendars;
	}

	record Deadline(OffsetDateTime dueAt) {
	}

	@GetMapping("/api/agency/v1/deadlines")
	Deadline deadline(@RequestParam OffsetDateTime from, @RequestParam(required = false) @Nullable Integer hours,
			@RequestParam(required = false) @Nullable Integer days, @RequestParam(defaultValue = "working") String kind) {
		if (from.getYear() < 1990 || from.getYear() > 2100) {
			throw refused("/from", "agency.deadline-from");
		}
		ZonedDateTime dueAt = calendars.national().due(from.atZoneSameInstant(ZONE), limit(hours, days, kind));
		return new Deadline(dueAt.toOffsetDateTime());
	}

	private static TimeLimit limit(@Nullable Integer hours, @Nullable Integer days, String kind) {
		if ((hours == null) == (days == null)) {
			throw refused("/hours", "agency.deadline-hours-or-days");
		}
		int amount = hours == null ? days : hours;
		if (amount < 0 || amount > MOST) {
			throw refused(hours == null ? "/days" : "/hours", "agency.deadline-amount");
		}
		return switch (kind) {
			case "working" -> new TimeLimit(amount, hours == null ? TimeLimit.Unit.WORKING_DAY : TimeLimit.Unit.WORKING_HOUR);
			case "calendar" -> {
				if (hours != null) {
					throw refused("/kind", "agency.deadline-calendar-hours");
				}
				yield new TimeLimit(amount, TimeLimit.Unit.CALENDAR_DAY);
			}
			default -> throw refused("/kind", "agency.deadline-kind");
		};
	}

	private static ProblemException refused(String pointer, String code) {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, code)));
	}

}
