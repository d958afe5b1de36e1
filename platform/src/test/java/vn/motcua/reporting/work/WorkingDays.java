package vn.motcua.reporting.work;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.beans.factory.BeanFactory;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.site.Page;

/** Days of the calendar around a deadline. */
final class WorkingDays {

	private WorkingDays() {
	}

	/** When agencies open on the n-th working day after, or before. */
	static Instant opening(Instant dueAt, int days, BeanFactory program) {
		WorkingCalendar calendar = program.getBean(WorkingCalendars.class).national();
		LocalDate day = LocalDate.ofInstant(dueAt, Page.ZONE);
		for (int left = Math.abs(days); left > 0; left -= calendar.workingDay(day) ? 1 : 0) {
			day = day.plusDays(Integer.signum(days));
		}
		return calendar.start(day.atStartOfDay(Page.ZONE)).toInstant();
	}

}
