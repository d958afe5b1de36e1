package vn.motcua.agency;

import java.io.IOException;
import java.io.UncheckedIOException;

import vn.motcua.kernel.calendar.WorkingCalendar;

/** The working calendar in force at the agencies of the country. */
public interface WorkingCalendars {

	/** Eight hours a day in two sessions; an installation may set its own. */
	String DEFAULT_HOURS = "07:00-11:30,13:30-17:00";

	WorkingCalendar national();

	/** The calendar that ships with the platform, for tools that run without a database. */
	static WorkingCalendar packaged() {
		try {
			return LoadedWorkingCalendars.packagedCalendar();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
