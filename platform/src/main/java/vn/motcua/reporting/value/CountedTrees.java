package vn.motcua.reporting.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** By which tree of agencies the totals of a day's periods were counted. */
@Repository
class CountedTrees {

	private static final String BEGIN = "insert into reporting.counted_tree (day, tree, shape) values (?, ?, ?) on conflict do nothing";

	private static final String OF = "select tree, shape from reporting.counted_tree where day = ?";

	private static final String ALL = "select day, tree, shape from reporting.counted_tree order by day desc limit 20000";

	private static final String PUT = "update reporting.counted_tree set tree = ?, shape = ? where day = ?";

	private final JdbcTemplate jdbc;

	private final TreeLines lines;

	CountedTrees(JdbcTemplate jdbc, TreeLines lines) {
		this.jdbc = jdbc;
		this.lines = lines;
	}

	private record Counted(LocalDate day, long tree, long shape) {
	}

	/** What stands against adding to the totals of a day: this node has another tree than they were counted by. */
	enum Standing {
		SAME,
		/** This node's tree is newer: the day is to be counted again. */
		OUTDATED,
		/** Another node has a newer tree, which this one is about to read. */
		AHEAD
	}

	Standing standing(LocalDate day) {
		Optional<Counted> there = find(day);
		if (there.isEmpty()) {
			jdbc.update(BEGIN, day, lines.version(), lines.shape(day));
			there = find(day);
		}
		return standing(there.orElseThrow());
	}

	/** Days whose totals were counted by an older tree in which somebody stood elsewhere. */
	List<LocalDate> outdated() {
		Collection<Counted> all = jdbc.query(ALL, (row, _) -> new Counted(row.getObject("day", LocalDate.class), row.getLong("tree"), row.getLong("shape")));
		List<LocalDate> days = new ArrayList<>();
		all.stream().filter(counted -> standing(counted) == Standing.OUTDATED).forEach(counted -> days.add(counted.day()));
		return days;
	}

	void counted(LocalDate day) {
		if (jdbc.update(PUT, lines.version(), lines.shape(day), day) == 0) {
			jdbc.update(BEGIN, day, lines.version(), lines.shape(day));
		}
	}

	private Standing standing(Counted counted) {
		if (counted.shape() == lines.shape(counted.day())) {
			return Standing.SAME;
		}
		return counted.tree() > lines.version() ? Standing.AHEAD : Standing.OUTDATED;
	}

	private Optional<Counted> find(LocalDate day) {
		return jdbc.query(OF, (row, _) -> new Counted(day, row.getLong("tree"), row.getLong("shape")), day).stream().findFirst();
	}

}
