package vn.motcua.reporting.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.reporting.Totals;
import vn.motcua.reporting.Totals.Total;
import vn.motcua.reporting.value.PeriodDays.Period;

/** SQL of totals and of the queue to them. */
@Repository
class TotalStore {

	private static final String COUNT_TOGETHER = "select pg_advisory_xact_lock_shared(hashtext('reporting.total'))";

	private static final String COUNT_ALONE = "select pg_advisory_xact_lock(hashtext('reporting.total'))";

	private static final String TAKEN = """

			select t.regime, t.period, t.agency, t.tallies, e.places, e.amounts, e.befores
			from taken t left join reporting.entry e on (e.regime, e.period, e.agency, e.version) = (t.regime, t.period, t.agency, t.version)""";

	private static final String TAKE = """
			with taken as (
				delete from reporting.pending where ctid = any(array(select ctid from reporting.pending limit ? for update skip locked))
				returning regime, period, agency, version, tallies)""" + TAKEN;

	private static final String TAKE_OF_PERIOD = """
			with taken as (
				delete from reporting.pending where regime = ? and period = ? returning regime, period, agency, version, tallies)""" + TAKEN;

	private static final String MAKE = """
			insert into reporting.total (regime, period, unit, amounts, counts, tallies)
			select u.regime, u.period, u.unit, '{}', '{}', '{}' from unnest(?::int[], ?::date[], ?::int[]) as u (regime, period, unit)
			order by u.regime, u.period, u.unit on conflict do nothing""";

	private static final String LOCKED = """
			select regime, period, unit, amounts, counts, tallies, weights from reporting.total
			where (regime, period, unit) in (select * from unnest(?::int[], ?::date[], ?::int[])) order by regime, period, unit for update""";

	private static final String PUT = "update reporting.total set amounts = ?, counts = ?, tallies = ?, weights = ? where (regime, period, unit) = (?, ?, ?)";

	private static final String INSERT = "insert into reporting.total (amounts, counts, tallies, weights, regime, period, unit) values (?, ?, ?, ?, ?, ?, ?)";

	private static final String TOTALS = """
			select unit, period, amounts, counts, tallies, weights from reporting.total
			where regime = ? and period between ? and ? and unit = any(?) order by period, unit limit 100000""";

	private static final String TALLIES = """
			select unit, period, tallies from reporting.total
			where regime = ? and period between ? and ? and unit = any(?) order by period, unit limit 100000""";

	private static final String OF_PERIOD = "select unit, period, amounts, counts, tallies, weights from reporting.total where regime = ? and period = ?";

	private static final String EMPTIED = "delete from reporting.total where regime = ? and period = ?";

	/** One statement sees one moment: what is in the queue at that moment is in the sheets and tallies of that moment. */
	private static final String ALL = """
			with counted as (delete from reporting.pending where regime = ? and period = ?)
			select agency, amounts, null::smallint[] as tallies from reporting.sheet where regime = ? and period = ?
			union all select agency, null, tallies from reporting.tally where regime = ? and period = ?""";

	private static final String AMOUNTS = "select agency, amounts from reporting.sheet where regime = ? and period = ?";

	private final JdbcTemplate jdbc;

	TotalStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** A row of totals. */
	record Row(int regime, LocalDate period, int unit) implements Comparable<Row> {

		@Override
		public int compareTo(Row other) {
			int byRegime = Integer.compare(regime, other.regime);
			int byPeriod = byRegime != 0 ? byRegime : period.compareTo(other.period);
			return byPeriod != 0 ? byPeriod : Integer.compare(unit, other.unit);
		}

	}

	/** What waits in the queue: cells of an entry, or tallies. */
	record Waiting(SheetKeyRow key, int[] places, long[] amounts, long[] befores, int[] tallies) {

		long before(int index) {
			return befores.length == 0 ? Amounts.EMPTY : befores[index];
		}

	}

	record SheetKeyRow(Period period, int agency) {
	}

	/** Many may add at once, each locking its rows in their order; whoever counts again does it alone. */
	void countTogether() {
		lock(COUNT_TOGETHER);
	}

	void countAlone() {
		lock(COUNT_ALONE);
	}

	List<Waiting> take(int most) {
		return jdbc.query(TAKE, (row, _) -> waiting(row), most);
	}

	/** All that waits for a period. */
	List<Waiting> take(Period period) {
		return jdbc.query(TAKE_OF_PERIOD, (row, _) -> waiting(row), period.regime(), period.starts());
	}

	/** Rows in their order, made where they are missing, held until the transaction ends. */
	Map<Row, Sum> lock(Collection<Row> sorted) {
		int[] regimes = sorted.stream().mapToInt(Row::regime).toArray();
		String[] periods = sorted.stream().map(row -> row.period().toString()).toArray(String[]::new);
		int[] units = sorted.stream().mapToInt(Row::unit).toArray();
		jdbc.update(MAKE, regimes, periods, units);
		Map<Row, Sum> sums = new TreeMap<>();
		jdbc.query(LOCKED, row -> {
			sums.put(new Row(row.getInt("regime"), row.getObject("period", LocalDate.class), row.getInt("unit")), sum(row));
		}, regimes, periods, units);
		return sums;
	}

	void put(Map<Row, Sum> sums) {
		batch(PUT, sums);
	}

	void replace(Period period, Map<Row, Sum> sums) {
		jdbc.update(EMPTIED, period.regime(), period.starts());
		batch(INSERT, sums);
	}

	/** Everything reported for a period; the queue before that moment is taken as counted. One of amounts and tallies is null. */
	void all(Period period, int regime, ReportedRow taker) {
		jdbc.query(ALL, row -> {
			boolean sheet = row.getArray("amounts") != null;
			taker.take(row.getInt("agency"), sheet ? Columns.longs(row, "amounts") : null, sheet ? null : Columns.ints(row, "tallies"));
		}, regime, period.starts(), regime, period.starts(), regime, period.starts());
	}

	@FunctionalInterface
	interface ReportedRow {

		void take(int agency, long @Nullable [] amounts, int @Nullable [] tallies);

	}

	void amounts(Period period, BiConsumer<Integer, long[]> taker) {
		jdbc.query(AMOUNTS, row -> {
			taker.accept(row.getInt("agency"), Columns.longs(row, "amounts"));
		}, period.regime(), period.starts());
	}

	List<Total> totals(int regime, LocalDate from, LocalDate to, int[] units, int places) {
		return jdbc.query(TOTALS, (row, _) -> total(row, places), regime, from, to, units);
	}

	List<Total> tallies(int regime, LocalDate from, LocalDate to, int[] units) {
		return jdbc.query(TALLIES, (row, _) -> new Total(row.getInt("unit"), row.getObject("period", LocalDate.class), new long[0], new int[0],
				tallies(row), new long[0]), regime, from, to, units);
	}

	Map<Row, Sum> ofPeriod(Period period) {
		Map<Row, Sum> sums = new TreeMap<>();
		jdbc.query(OF_PERIOD, row -> {
			sums.put(new Row(period.regime(), period.starts(), row.getInt("unit")), sum(row));
		}, period.regime(), period.starts());
		return sums;
	}

	private static Total total(ResultSet row, int places) throws SQLException {
		long[] amounts = Columns.longs(row, "amounts");
		int room = Math.max(places, amounts.length);
		int[] counts = java.util.Arrays.copyOf(Columns.ints(row, "counts"), room);
		return new Total(row.getInt("unit"), row.getObject("period", LocalDate.class), Sum.read(amounts, counts, room), counts, tallies(row),
				Columns.longs(row, "weights"));
	}

	private static int[] tallies(ResultSet row) throws SQLException {
		return java.util.Arrays.copyOf(Columns.ints(row, "tallies"), Totals.Tally.values().length);
	}

	private static Waiting waiting(ResultSet row) throws SQLException {
		SheetKeyRow key = new SheetKeyRow(new Period(row.getInt("regime"), row.getObject("period", LocalDate.class)), row.getInt("agency"));
		return new Waiting(key, Columns.ints(row, "places"), Columns.longs(row, "amounts"), Columns.longs(row, "befores"), Columns.ints(row, "tallies"));
	}

	private static Sum sum(ResultSet row) throws SQLException {
		return new Sum(Columns.longs(row, "amounts"), Columns.ints(row, "counts"), Columns.ints(row, "tallies"), Columns.longs(row, "weights"));
	}

	private void batch(String statement, Map<Row, Sum> sums) {
		jdbc.batchUpdate(statement, sums.entrySet(), 1000, (prepared, entry) -> {
			prepared.setObject(1, entry.getValue().amounts());
			prepared.setObject(2, entry.getValue().counts());
			prepared.setObject(3, entry.getValue().tallies());
			prepared.setObject(4, entry.getValue().weights());
			prepared.setInt(5, entry.getKey().regime());
			prepared.setObject(6, entry.getKey().period());
			prepared.setInt(7, entry.getKey().unit());
		});
	}

	private void lock(String statement) {
		jdbc.query(statement, _ -> {
		});
	}

}
