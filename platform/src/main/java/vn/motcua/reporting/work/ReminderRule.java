package vn.motcua.reporting.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/**
 * When those who owe a report are reminded: working days before its deadline and after. The first after goes to the agency's leader too, the second and
 * later ones also tell the leader of whom it goes to.
 */
public record ReminderRule(List<Integer> before, List<Integer> after) {

	static final ReminderRule DEFAULT = new ReminderRule(List.of(2), List.of(1, 3));

	private static final int MOST = 5;

	private static final int FURTHEST_DAYS = 30;

	public ReminderRule {
		require("/before", before);
		require("/after", after);
		before = before.stream().sorted(Comparator.reverseOrder()).toList();
		after = after.stream().sorted().toList();
	}

	/** @param stage from 1 in the order of time; @param escalates whether whom it goes to is told too */
	record Reminder(int stage, Instant at, boolean before, boolean escalates) {
	}

	/** The moments of a deadline: at the opening of agencies on each of the days. */
	List<Reminder> reminders(Instant dueAt, WorkingCalendar calendar) {
		LocalDate due = LocalDate.ofInstant(dueAt, Page.ZONE);
		List<Reminder> reminders = new ArrayList<>();
		before.forEach(days -> reminders.add(new Reminder(reminders.size() + 1, opening(due, -days, calendar), true, false)));
		for (int i = 0; i < after.size(); i++) {
			reminders.add(new Reminder(reminders.size() + 1, opening(due, after.get(i), calendar), false, i > 0));
		}
		return reminders;
	}

	private static Instant opening(LocalDate due, int workingDays, WorkingCalendar calendar) {
		LocalDate day = due;
		for (int left = Math.abs(workingDays); left > 0;) {
			day = day.plusDays(workingDays < 0 ? -1 : 1);
			left -= calendar.workingDay(day) ? 1 : 0;
		}
		return calendar.start(day.atStartOfDay(Page.ZONE)).toInstant();
	}

	private static void require(String pointer, List<Integer> days) {
		if (days.size() > MOST || days.stream().anyMatch(day -> day == null || day < 1 || day > FURTHEST_DAYS) || days.stream().distinct().count() != days.size()) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, "reporting.work.reminder-days", "max", FURTHEST_DAYS)));
		}
	}

}
