package vn.motcua.agency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import vn.motcua.kernel.calendar.WorkingCalendar;

/** The working calendar in force at the agencies of the country. */
public interface WorkingCalendars {

	/** Eight hours a day in two sessions; an installation may set its own. */
	String DEFAULT_HOURS = "07:00-11:30,13:30-17:00";

	WorkingCalendar national();

	/** True for the first line of a calendar file. */
	static boolean isCalendar(String firstLine) {
		return CalendarFile.startsLikeOne(firstLine);
	}

	/**
	 * Takes in a calendar file, {@code day,rule,name_vi,name_en,source}: days that are there already are replaced. With any
	 * finding, or when only tried, nothing is changed.
	 */
	Loaded load(BufferedReader file, boolean dryRun) throws IOException;

	/** @param findings what is wrong, each as {@code line N: rule} */
	record Loaded(int days, List<String> findings) {
	}

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
