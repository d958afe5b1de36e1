package vn.motcua.agency;

import java.io.IOException;
import java.io.UncheckedIOException;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/** Working calendars on a database of a test. */
public final class TestCalendars {

	private TestCalendars() {
	}

	public static WorkingCalendars on(DataSource dataSource) {
		try {
			return new LoadedWorkingCalendars(new CalendarStore(new JdbcTemplate(dataSource)), WorkingCalendars.DEFAULT_HOURS);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
