package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import vn.motcua.reporting.Totals;

/** Reads many sheets at once: a few places of each, a column a period, as the bytes the database sends. */
@Component
class FigureStore {

	/** By one process: several that hand each other their arrays are slower. */
	private static final String SHEETS = """
			copy (select period - date '2000-01-01', array_agg(agency), %s from reporting.sheet
				where regime = %d and period between '%s' and '%s'%s and (select set_config('max_parallel_workers_per_gather', '0', true)) is not null
				group by period) to stdout (format binary)
			""";

	private static final String TALLIES = "select agency, period, tallies from reporting.tally where regime = ? and period between ? and ? and agency = any(?)";

	private static final String TARGETS = """
			select indicator, year, agency, amount, source from reporting.target
			where indicator = any(?) and year between ? and ? and (agency = any(?))
			""";

	private static final String SYNTHETIC = "select period from reporting.synthetic where regime = ? and period between ? and ? order by period limit 20000";

	private static final String MARK = "insert into reporting.synthetic (regime, period) values (?, ?) on conflict do nothing";

	private static final String REPORTED = "select exists (select 1 from reporting.sheet where regime = ? and period = ?)";

	private static final String REPORTED_WITHIN = "select exists (select 1 from reporting.sheet where regime = ? and period between ? and ?)";

	private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

	/** Signature, flags and extension of the binary form. */
	private static final int HEADER_BYTES = 19;

	/** Takes the sheets of one period. */
	interface Taker {

		/** @param amounts by the place asked for, and by agency as they stand beside it */
		void take(LocalDate period, int[] agencies, long[][] amounts);

	}

	/** Takes how far one report is. */
	interface TallyTaker {

		/** @param tallies by {@link Totals.Tally#ordinal()} */
		void take(int agency, LocalDate period, Short[] tallies);

	}

	record Target(String indicator, int year, int agency) {
	}

	/** @param source the plan that says so; {@code synthetic} where it was made up for demonstration */
	record Planned(BigDecimal amount, String source) {

		/** What must be said beside it. */
		int flags() {
			return source.equals(DemoFigures.SOURCE) ? Flag.SYNTHETIC.bit() : 0;
		}

	}

	private final JdbcTemplate jdbc;

	private final Remembered<Boolean> reported = new Remembered<>(2_000);

	FigureStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** @param agencies {@code null} for all */
	void sheets(int regime, LocalDate from, LocalDate to, int[] places, int @Nullable [] agencies, Taker taker) {
		read(regime, from, to, places, agencies == null ? "" : " and agency = any('{" + IntStream.of(agencies).mapToObj(Integer::toString).collect(Collectors.joining(",")) + "}')", taker);
	}

	/** Of all agencies whose number is below another. */
	void sheetsBelow(int regime, LocalDate from, LocalDate to, int[] places, int agency, Taker taker) {
		read(regime, from, to, places, " and agency < " + agency, taker);
	}

	/** Of all others. */
	void sheetsFrom(int regime, LocalDate from, LocalDate to, int[] places, int agency, Taker taker) {
		read(regime, from, to, places, " and agency >= " + agency, taker);
	}

	private void read(int regime, LocalDate from, LocalDate to, int[] places, String those, Taker taker) {
		String columns = IntStream.of(places).mapToObj(place -> "array_agg(amounts[" + (place + 1) + "])").collect(Collectors.joining(", "));
		String sql = SHEETS.formatted(columns, regime, from, to, those);
		jdbc.execute((ConnectionCallback<Void>) connection -> {
			copy(connection, sql, places.length, taker);
			return null;
		});
	}

	/** How far the reports of single agencies are. */
	void tallies(int regime, LocalDate from, LocalDate to, int[] agencies, TallyTaker taker) {
		jdbc.query(TALLIES, row -> {
			taker.take(row.getInt(1), row.getObject(2, LocalDate.class), (Short[]) row.getArray(3).getArray());
		}, regime, from, to, IntStream.of(agencies).boxed().toArray(Integer[]::new));
	}

	/** What was planned, by indicator, year and agency (0 for the country). */
	Map<Target, Planned> targets(List<String> indicators, int fromYear, int toYear, int[] agencies) {
		Map<Target, Planned> targets = new HashMap<>();
		jdbc.query(TARGETS, row -> {
			targets.put(new Target(row.getString(1), row.getInt(2), row.getInt(3)), new Planned(row.getBigDecimal(4), row.getString(5)));
		}, indicators.toArray(String[]::new), fromYear, toYear, IntStream.of(agencies).boxed().toArray(Integer[]::new));
		return targets;
	}

	/** Periods of a regime whose values were made up for demonstration. */
	Set<LocalDate> synthetic(int regime, LocalDate from, LocalDate to) {
		return new HashSet<>(jdbc.queryForList(SYNTHETIC, LocalDate.class, regime, from, to));
	}

	/** Marks a period as made up; false when it was already. */
	boolean mark(int regime, LocalDate period) {
		return jdbc.update(MARK, regime, period) == 1;
	}

	/** Whether anybody has a sheet for the period. */
	boolean reported(int regime, LocalDate period) {
		return Boolean.TRUE.equals(jdbc.queryForObject(REPORTED, Boolean.class, regime, period));
	}

	/** Whether anybody reported under a regime for a period that begins within the days. That somebody did is remembered for a minute. */
	boolean reportedWithin(int regime, LocalDate from, LocalDate to) {
		List<Object> key = List.of(regime, from, to);
		if (reported.find(key).isPresent()) {
			return true;
		}
		boolean any = Boolean.TRUE.equals(jdbc.queryForObject(REPORTED_WITHIN, Boolean.class, regime, from, to));
		if (any) {
			reported.get(key, () -> true);
		}
		return any;
	}

	private static void copy(Connection connection, String sql, int places, Taker taker) throws SQLException {
		CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
		boolean first = true;
		try {
			for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
				ByteBuffer bytes = ByteBuffer.wrap(row);
				if (first) {
					bytes.position(HEADER_BYTES);
					first = false;
				}
				if (bytes.remaining() < 2 || bytes.getShort() < 0) {
					continue;
				}
				bytes.getInt();
				LocalDate period = EPOCH.plusDays(bytes.getInt());
				int[] agencies = new int[size(bytes)];
				for (int i = 0; i < agencies.length; i++) {
					bytes.getInt();
					agencies[i] = bytes.getInt();
				}
				long[][] amounts = new long[places][agencies.length];
				for (long[] column : amounts) {
					size(bytes);
					for (int i = 0; i < column.length; i++) {
						column[i] = bytes.getInt() < 0 ? Totals.EMPTY : bytes.getLong();
					}
				}
				taker.take(period, agencies, amounts);
			}
		}
		finally {
			if (out.isActive()) {
				out.cancelCopy();
			}
		}
	}

	/** Elements of the array that begins here, in the binary form: length, dimensions, whether some are missing, type, size, first index. */
	private static int size(ByteBuffer array) {
		array.position(array.position() + 16);
		int size = array.getInt();
		array.getInt();
		return size;
	}

}
