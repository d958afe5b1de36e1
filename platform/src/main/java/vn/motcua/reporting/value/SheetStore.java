package vn.motcua.reporting.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets.Column;
import vn.motcua.reporting.ValueSource;

/** SQL of sheets and entries. */
@Repository
class SheetStore {

	private static final String SHEET = "select regime, period, agency, version, amounts, saved_at from reporting.sheet where (regime, period, agency) = (?, ?, ?)";

	private static final String LOCKED = SHEET + " for update";

	private static final String SHEETS = """
			select regime, period, agency, version, amounts, saved_at from reporting.sheet
			where (regime, period, agency) in (select * from unnest(?::int[], ?::date[], ?::int[]))""";

	private static final String INSERT = """
			insert into reporting.sheet (regime, period, agency, version, amounts, saved_at) values (?, ?, ?, 1, ?, ?) on conflict do nothing""";

	private static final String QUEUED = """
			with queued as (insert into reporting.pending (regime, period, agency, version) values (?, ?, ?, ?))
			insert into reporting.entry (regime, period, agency, version, source, places, amounts, befores, account, account_name, at)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String UPDATE = """
			with queued as (insert into reporting.pending (regime, period, agency, version) values (?, ?, ?, ?)),
				entered as (insert into reporting.entry (regime, period, agency, version, source, places, amounts, befores, account, account_name, at)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
			update reporting.sheet set version = ?, amounts = ?, saved_at = ? where (regime, period, agency) = (?, ?, ?)""";

	private static final String ENTRY = """
			select version, source, places, amounts, befores, account, account_name, at from reporting.entry where (regime, period, agency) = (?, ?, ?)""";

	private static final String AFTER = ENTRY + " and version > ? order by version limit ?";

	private static final String SINCE = ENTRY + " and at > ? and version > ? order by version limit ?";

	private static final String CAME = "select exists (select 1 from reporting.entry where (regime, period, agency) = (?, ?, ?) and source = ?)";

	private static final String UP_TO = ENTRY + " and version <= ? order by version";

	private static final String OF_PLACE = ENTRY + " and places @> array[?]::smallint[] order by version desc limit 200";

	private static final String COLUMN = """
			select period, array_agg(agency) as agencies, array_agg(coalesce(amounts[?], -9223372036854775808)) as amounts from reporting.sheet
			where regime = ? and period between ? and ?""";

	private static final String COLUMN_OF_ALL = COLUMN + " group by period order by period";

	private static final String COLUMN_OF_SOME = COLUMN + " and agency = any(?) group by period order by period";

	private final JdbcTemplate jdbc;

	SheetStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	record SheetRow(SheetKey key, int version, long[] amounts, Instant savedAt) {
	}

	/** Cells changed together. */
	record Entry(int version, ValueSource source, int[] places, long[] amounts, long[] befores, UUID account, String by, Instant at) {

		long before(int index) {
			return befores.length == 0 ? Amounts.EMPTY : befores[index];
		}

		static Entry read(ResultSet row) throws SQLException {
			return new Entry(row.getInt("version"), ValueSource.valueOf(row.getString("source")), Columns.ints(row, "places"), Columns.longs(row, "amounts"),
					Columns.longs(row, "befores"), row.getObject("account", UUID.class), row.getString("account_name"),
					row.getObject("at", OffsetDateTime.class).toInstant());
		}

		static Entry by(Actor actor, int version, ValueSource source, int[] places, long[] amounts, long[] befores, Instant at) {
			return new Entry(version, source, places, amounts, befores, actor.account(), actor.name(), at);
		}

	}

	Optional<SheetRow> find(SheetKey key) {
		return jdbc.query(SHEET, (row, _) -> sheet(row), key.regime(), key.period(), key.agency().value()).stream().findFirst();
	}

	/** Held until the transaction ends. */
	Optional<SheetRow> lock(SheetKey key) {
		return jdbc.query(LOCKED, (row, _) -> sheet(row), key.regime(), key.period(), key.agency().value()).stream().findFirst();
	}

	List<SheetRow> find(Collection<SheetKey> keys) {
		return jdbc.query(SHEETS, (row, _) -> sheet(row), keys.stream().mapToInt(SheetKey::regime).toArray(),
				keys.stream().map(key -> key.period().toString()).toArray(String[]::new), keys.stream().mapToInt(key -> key.agency().value()).toArray());
	}

	/** False when somebody else was first. */
	boolean insert(SheetKey key, long[] amounts, Entry entry) {
		OffsetDateTime at = entry.at().atOffset(ZoneOffset.UTC);
		if (jdbc.update(INSERT, key.regime(), key.period(), key.agency().value(), amounts, at) == 0) {
			return false;
		}
		jdbc.update(QUEUED, key.regime(), key.period(), key.agency().value(), entry.version(), key.regime(), key.period(), key.agency().value(), entry.version(),
				entry.source().name(), Columns.shorts(entry.places()), entry.amounts(), entry.befores(), entry.account(), entry.by(), at);
		return true;
	}

	void update(SheetKey key, long[] amounts, Entry entry) {
		OffsetDateTime at = entry.at().atOffset(ZoneOffset.UTC);
		jdbc.update(UPDATE, key.regime(), key.period(), key.agency().value(), entry.version(), key.regime(), key.period(), key.agency().value(), entry.version(),
				entry.source().name(), Columns.shorts(entry.places()), entry.amounts(), entry.befores(), entry.account(), entry.by(), at, entry.version(), amounts,
				at, key.regime(), key.period(), key.agency().value());
	}

	/** Oldest first. */
	List<Entry> after(SheetKey key, int version, int limit) {
		return jdbc.query(AFTER, (row, _) -> Entry.read(row), key.regime(), key.period(), key.agency().value(), version, limit);
	}

	/** Those after a moment and a version, oldest first. */
	List<Entry> since(SheetKey key, Instant moment, int version, int limit) {
		return jdbc.query(SINCE, (row, _) -> Entry.read(row), key.regime(), key.period(), key.agency().value(), moment.atOffset(ZoneOffset.UTC), version, limit);
	}

	boolean came(SheetKey key, ValueSource source) {
		return Boolean.TRUE.equals(jdbc.queryForObject(CAME, Boolean.class, key.regime(), key.period(), key.agency().value(), source.name()));
	}

	List<Entry> upTo(SheetKey key, int version) {
		return entries(UP_TO, key, version);
	}

	List<Entry> ofPlace(SheetKey key, int place) {
		return entries(OF_PLACE, key, place);
	}

	List<Column> column(int regime, int position, LocalDate from, LocalDate to, Collection<Integer> agencies) {
		if (agencies.isEmpty()) {
			return jdbc.query(COLUMN_OF_ALL, (row, _) -> column(row), position + 1, regime, from, to);
		}
		return jdbc.query(COLUMN_OF_SOME, (row, _) -> column(row), position + 1, regime, from, to, agencies.stream().mapToInt(Integer::intValue).toArray());
	}

	private List<Entry> entries(String query, SheetKey key, int number) {
		return jdbc.query(query, (row, _) -> Entry.read(row), key.regime(), key.period(), key.agency().value(), number);
	}

	private static Column column(ResultSet row) throws SQLException {
		return new Column(row.getObject("period", LocalDate.class), Columns.ints(row, "agencies"), Columns.longs(row, "amounts"));
	}

	static SheetRow sheet(ResultSet row) throws SQLException {
		SheetKey key = new SheetKey(row.getInt("regime"), row.getObject("period", LocalDate.class), new AgencyId(row.getInt("agency")));
		return new SheetRow(key, row.getInt("version"), Columns.longs(row, "amounts"), row.getObject("saved_at", OffsetDateTime.class).toInstant());
	}

}
