package vn.motcua.agency;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.calendar.SessionCalendar.DayRule;

/** Days on which agencies work otherwise than the weekday says. */
@Repository
class CalendarStore {

	private static final String ALL = """
			select day, rule from agency.calendar_day order by day limit 20000
			""";

	private static final String PUT = """
			insert into agency.calendar_day (day, rule, name_vi, name_en, source) values (?, ?, ?, ?, ?)
			on conflict (day) do update set rule = excluded.rule, name_vi = excluded.name_vi, name_en = excluded.name_en, source = excluded.source
			""";

	/** @param source the decision it rests on, or {@code unverified} */
	record CalendarDay(LocalDate day, DayRule rule, String nameVi, String nameEn, String source) {
	}

	private final JdbcTemplate jdbc;

	CalendarStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	List<java.util.Map.Entry<LocalDate, DayRule>> rules() {
		return jdbc.query(ALL, (row, number) -> java.util.Map.entry(row.getObject("day", LocalDate.class), DayRule.valueOf(row.getString("rule"))));
	}

	boolean empty() {
		return jdbc.queryForList("select 1 from agency.calendar_day limit 1").isEmpty();
	}

	void put(List<CalendarDay> days) {
		jdbc.batchUpdate(PUT, days, 500, (statement, day) -> {
			statement.setDate(1, Date.valueOf(day.day()));
			statement.setString(2, day.rule().name());
			statement.setString(3, day.nameVi());
			statement.setString(4, day.nameEn());
			statement.setString(5, day.source());
		});
	}

}
