package vn.motcua.agency;

import vn.motcua.kernel.calendar.WorkingCalendar;

/** The working calendar in force at the agencies of the country. */
public interface WorkingCalendars {

	WorkingCalendar national();

}
