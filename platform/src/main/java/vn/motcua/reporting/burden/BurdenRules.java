package vn.motcua.reporting.burden;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the rules by which burden is measured. */
@Component
public class BurdenRules {

	private static final String PUT = """
			insert into reporting.burden_rule (valid_from, idle_minutes, least_reports, most_reports, months, yearly_income_vnd, hours_in_year, source)
			values (:from, :idle, :least, :most, :months, :income, :hours, :source)
			on conflict (valid_from) do update set idle_minutes = excluded.idle_minutes, least_reports = excluded.least_reports, most_reports = excluded.most_reports,
				months = excluded.months, yearly_income_vnd = excluded.yearly_income_vnd, hours_in_year = excluded.hours_in_year, source = excluded.source""";

	/** The latest that holds; before the first of all, that one. */
	private static final String ON = """
			select valid_from, idle_minutes, least_reports, most_reports, months, yearly_income_vnd, hours_in_year, source from reporting.burden_rule
			order by valid_from > :day, case when valid_from > :day then valid_from - :day else :day - valid_from end limit 1""";

	private final JdbcClient jdbc;

	BurdenRules(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the caller's transaction; one of the same day takes the place of the earlier. */
	public void put(List<BurdenRule> rules) {
		rules.forEach(rule -> jdbc.sql(PUT).param("from", rule.validFrom()).param("idle", rule.idleMinutes()).param("least", rule.leastReports()).param("most", rule.mostReports())
			.param("months", rule.months()).param("income", rule.yearlyIncomeVnd()).param("hours", rule.hoursInYear()).param("source", rule.source()).update());
	}

	/** There is always one: the release brings the first. */
	BurdenRule on(LocalDate day) {
		return jdbc.sql(ON).param("day", day).query((row, _) -> rule(row)).single();
	}

	private static BurdenRule rule(ResultSet row) throws SQLException {
		return new BurdenRule(row.getObject("valid_from", LocalDate.class), row.getInt("idle_minutes"), row.getInt("least_reports"), row.getInt("most_reports"), row.getInt("months"),
				row.getLong("yearly_income_vnd"), row.getInt("hours_in_year"), row.getString("source"));
	}

}
