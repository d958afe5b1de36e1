package vn.motcua.reporting.value;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import vn.motcua.reporting.Regimes;

/** The day whose tree of agencies a period is summed by: the last its data are of. It does not change once something was counted. */
@Component
class PeriodDays {

	private static final int MOST_KEPT = 20_000;

	private static final String DAY = """
			select day from (
				select day, 1 as rank from reporting.counted_period where regime = ? and period = ?
				union all select data_to, 2 from reporting.period where regime = ? and starts = ?) known
			order by rank limit 1""";

	private final JdbcTemplate jdbc;

	private final ObjectProvider<Regimes> regimes;

	private final ConcurrentHashMap<Period, LocalDate> days = new ConcurrentHashMap<>();

	PeriodDays(JdbcTemplate jdbc, ObjectProvider<Regimes> regimes) {
		this.jdbc = jdbc;
		this.regimes = regimes;
	}

	/** A period of a regime. */
	record Period(int regime, LocalDate starts) implements Comparable<Period> {

		@Override
		public int compareTo(Period other) {
			int byRegime = Integer.compare(regime, other.regime);
			return byRegime != 0 ? byRegime : starts.compareTo(other.starts);
		}

	}

	/** Empty while there is no such period. */
	Optional<LocalDate> find(Period period) {
		LocalDate kept = days.get(period);
		if (kept != null) {
			return Optional.of(kept);
		}
		Optional<LocalDate> read = jdbc.queryForList(DAY, LocalDate.class, period.regime(), period.starts(), period.regime(), period.starts()).stream().findFirst()
			.or(() -> planned(period));
		if (days.size() >= MOST_KEPT) {
			days.clear();
		}
		read.ifPresent(day -> days.put(period, day));
		return read;
	}

	/** By the rule of the regime, before anybody opened it. */
	private Optional<LocalDate> planned(Period period) {
		Regimes rules = regimes.getIfAvailable();
		return rules == null ? Optional.empty()
				: rules.periods(period.regime(), period.starts(), period.starts()).stream().findFirst().map(opening -> opening.period().to());
	}

}
