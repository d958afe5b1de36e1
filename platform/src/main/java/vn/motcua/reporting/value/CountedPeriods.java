package vn.motcua.reporting.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.reporting.value.PeriodDays.Period;

/** By which tree of agencies the totals of periods were counted. */
@Repository
class CountedPeriods {

	private static final String BEGIN = """
			insert into reporting.counted_period (regime, period, day, tree, shape) values (?, ?, ?, ?, ?) on conflict do nothing""";

	private static final String OF = "select regime, period, day, tree, shape from reporting.counted_period where regime = ? and period = ?";

	private static final String ALL = "select regime, period, day, tree, shape from reporting.counted_period order by period desc, regime limit 100000";

	private static final String PUT = "update reporting.counted_period set tree = ?, shape = ? where regime = ? and period = ?";

	private final JdbcTemplate jdbc;

	private final TreeLines lines;

	CountedPeriods(JdbcTemplate jdbc, TreeLines lines) {
		this.jdbc = jdbc;
		this.lines = lines;
	}

	private record Counted(Period period, LocalDate day, long tree, long shape) {
	}

	/** What stands against adding to the totals of a period: this node has another tree than they were counted by. */
	enum Standing {
		SAME,
		/** This node's tree is newer: the period is to be counted again. */
		OUTDATED,
		/** Another node has a newer tree, which this one is about to read. */
		AHEAD
	}

	Standing standing(Period period, LocalDate day) {
		Optional<Counted> there = find(period);
		if (there.isEmpty()) {
			jdbc.update(BEGIN, period.regime(), period.starts(), day, lines.version(), lines.shape(day));
			there = find(period);
		}
		return standing(there.orElseThrow());
	}

	/** Periods whose totals were counted by an older tree in which somebody stood elsewhere, the latest first. */
	List<Period> outdated() {
		return all().stream().filter(counted -> standing(counted) == Standing.OUTDATED).map(Counted::period).toList();
	}

	/** Every period that anything was counted in. */
	List<Period> periods() {
		return all().stream().map(Counted::period).toList();
	}

	/** A tree as it is on a day. */
	record Tree(long version, long shape) {
	}

	Tree tree(LocalDate day) {
		return new Tree(lines.version(), lines.shape(day));
	}

	void counted(Period period, LocalDate day, Tree tree) {
		if (jdbc.update(PUT, tree.version(), tree.shape(), period.regime(), period.starts()) == 0) {
			jdbc.update(BEGIN, period.regime(), period.starts(), day, tree.version(), tree.shape());
		}
	}

	private Standing standing(Counted counted) {
		if (counted.shape() == lines.shape(counted.day())) {
			return Standing.SAME;
		}
		return counted.tree() > lines.version() ? Standing.AHEAD : Standing.OUTDATED;
	}

	private List<Counted> all() {
		return jdbc.query(ALL, (row, _) -> counted(row));
	}

	private Optional<Counted> find(Period period) {
		return jdbc.query(OF, (row, _) -> counted(row), period.regime(), period.starts()).stream().findFirst();
	}

	private static Counted counted(java.sql.ResultSet row) throws java.sql.SQLException {
		return new Counted(new Period(row.getInt("regime"), row.getObject("period", LocalDate.class)), row.getObject("day", LocalDate.class), row.getLong("tree"),
				row.getLong("shape"));
	}

}
