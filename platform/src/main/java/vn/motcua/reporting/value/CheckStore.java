package vn.motcua.reporting.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.reporting.value.PeriodDays.Period;
import vn.motcua.reporting.value.SheetStore.Entry;

/** SQL of the check of sheets and totals. */
@Repository
class CheckStore {

	private static final String STOP_SAVING = "lock table reporting.sheet, reporting.tally in exclusive mode";

	private static final String PERIODS = """
			select regime, period from reporting.counted_period union select distinct regime, period from reporting.sheet
			union select distinct regime, period from reporting.entry union select distinct regime, period from reporting.pending
			union select distinct regime, period from reporting.tally
			order by regime, period limit 100000""";

	private static final String ENTRIES = """
			select agency, version, source, places, amounts, befores, account, account_name, at from reporting.entry
			where regime = ? and period = ? order by agency, version""";

	private static final String SHEETS = "select agency, version, amounts, saved_at from reporting.sheet where regime = ? and period = ?";

	private static final String PUT = """
			insert into reporting.sheet (regime, period, agency, version, amounts, saved_at) values (?, ?, ?, ?, ?, ?)
			on conflict (regime, period, agency) do update set version = excluded.version, amounts = excluded.amounts, saved_at = excluded.saved_at""";

	private static final String REMOVE = "delete from reporting.sheet where regime = ? and period = ? and agency = ?";

	private static final String TALLIES = "select agency, tallies from reporting.tally where regime = ? and period = ?";

	private static final String PUT_TALLIES = """
			insert into reporting.tally (regime, period, agency, tallies) values (?, ?, ?, ?)
			on conflict (regime, period, agency) do update set tallies = excluded.tallies""";

	private static final int AT_A_TIME = 1_000;

	private final JdbcTemplate jdbc;

	private final JdbcTemplate streaming;

	CheckStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.streaming = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
		this.streaming.setFetchSize(AT_A_TIME);
	}

	/** A sheet without its key. */
	record State(int version, long[] amounts, Instant at) {

		static final State NONE = new State(0, new long[0], Instant.EPOCH);

	}

	/** Readers go on; whoever saves, or counts a report as further, waits until the transaction ends. */
	void stopSaving() {
		jdbc.execute(STOP_SAVING);
	}

	List<Period> periods() {
		return jdbc.query(PERIODS, (row, _) -> new Period(row.getInt("regime"), row.getObject("period", LocalDate.class)));
	}

	void entries(Period period, BiConsumer<Integer, Entry> taker) {
		streaming.query(ENTRIES, row -> {
			taker.accept(row.getInt("agency"), Entry.read(row));
		}, period.regime(), period.starts());
	}

	Map<Integer, State> sheets(Period period) {
		Map<Integer, State> sheets = new HashMap<>();
		streaming.query(SHEETS, row -> {
			sheets.put(row.getInt("agency"), new State(row.getInt("version"), Columns.longs(row, "amounts"), row.getObject("saved_at", OffsetDateTime.class).toInstant()));
		}, period.regime(), period.starts());
		return sheets;
	}

	/** What reports count as, by agency. */
	Map<Integer, int[]> tallies(Period period) {
		Map<Integer, int[]> tallies = new HashMap<>();
		streaming.query(TALLIES, row -> {
			tallies.put(row.getInt("agency"), Columns.ints(row, "tallies"));
		}, period.regime(), period.starts());
		return tallies;
	}

	void putTallies(Period period, int agency, int[] tallies) {
		jdbc.update(PUT_TALLIES, period.regime(), period.starts(), agency, Columns.shorts(tallies));
	}

	void put(Period period, int agency, State state) {
		jdbc.update(PUT, period.regime(), period.starts(), agency, state.version(), state.amounts(), state.at().atOffset(ZoneOffset.UTC));
	}

	void remove(Period period, int agency) {
		jdbc.update(REMOVE, period.regime(), period.starts(), agency);
	}

}
