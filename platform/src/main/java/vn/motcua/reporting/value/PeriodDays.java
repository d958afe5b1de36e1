package vn.motcua.reporting.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The day whose tree of agencies a period is summed by: the last its data are of. It never changes once a period is there. */
@Component
class PeriodDays {

	private static final int MOST_KEPT = 20_000;

	private static final String DAY = "select data_to from reporting.period where regime = ? and starts = ?";

	private static final String ON_DAY = "select regime, starts from reporting.period where data_to = ? order by regime, starts limit 10000";

	private final JdbcTemplate jdbc;

	private final ConcurrentHashMap<Period, LocalDate> days = new ConcurrentHashMap<>();

	PeriodDays(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** A period of a regime. */
	record Period(int regime, LocalDate starts) {
	}

	/** Empty while there is no such period. */
	Optional<LocalDate> find(Period period) {
		LocalDate kept = days.get(period);
		if (kept != null) {
			return Optional.of(kept);
		}
		Optional<LocalDate> read = jdbc.queryForList(DAY, LocalDate.class, period.regime(), period.starts()).stream().findFirst();
		if (days.size() >= MOST_KEPT) {
			days.clear();
		}
		read.ifPresent(day -> days.put(period, day));
		return read;
	}

	/** Periods that are summed by the tree of a day. */
	List<Period> on(LocalDate day) {
		return jdbc.query(ON_DAY, (row, _) -> new Period(row.getInt("regime"), row.getObject("starts", LocalDate.class)), day);
	}

}
