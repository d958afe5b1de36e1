package vn.motcua.reporting.value;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.value.ValueBatch.Group;

/** Many sheets at once: what stands is read and locked in one query, new sheets and all entries go in by COPY, changed sheets by one update. */
@Component
class BulkWriting {

	private static final String LOCKED = """
			select regime, period, agency, version, amounts from reporting.sheet
			where (regime, period, agency) in (select * from unnest(?::int[], ?::date[], ?::int[])) order by regime, period, agency for update""";

	private static final String ENTRIES = "reporting.entry (regime, period, agency, version, source, places, amounts, befores, account, account_name, at)";

	private static final String PENDING = "reporting.pending (regime, period, agency, version)";

	private static final String SHEETS = "reporting.sheet (regime, period, agency, version, amounts, saved_at)";

	private static final String STAGE = "create temporary table if not exists reporting_sheets (like reporting.sheet) on commit delete rows";

	private static final String EMPTIED = "truncate pg_temp.reporting_sheets";

	private static final String STAGED = "pg_temp.reporting_sheets (regime, period, agency, version, amounts, saved_at)";

	private static final String REPLACE = """
			update reporting.sheet s set version = n.version, amounts = n.amounts, saved_at = n.saved_at from pg_temp.reporting_sheets n
			where (s.regime, s.period, s.agency) = (n.regime, n.period, n.agency)""";

	/** Up to here each by its key: a table aside costs more than it saves. */
	private static final int FEW = 20;

	private static final String REPLACE_ONE = "update reporting.sheet set version = ?, amounts = ?, saved_at = ? where regime = ? and period = ? and agency = ?";

	private final JdbcTemplate jdbc;

	private final Clock clock;

	BulkWriting(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A sheet as it is to stand, with what changes in it. */
	private record Written(SheetKey key, int version, long[] amounts, short[] places, long[] values, long[] befores) {
	}

	/**
	 * @param keys sheets that something changed in
	 * @param created of the changed values those that were not there before
	 */
	record Outcome(List<SheetKey> keys, int values, int created) {
	}

	/** Within the caller's transaction. */
	Outcome write(List<Group> groups, ValueSource source, Actor actor) {
		return jdbc.execute((ConnectionCallback<Outcome>) connection -> write(connection, groups, source, actor));
	}

	private Outcome write(Connection connection, List<Group> groups, ValueSource source, Actor actor) throws SQLException {
		Map<SheetKey, Written> there = lock(connection, groups);
		List<Written> fresh = new ArrayList<>();
		List<Written> changed = new ArrayList<>();
		for (Group group : groups) {
			Written before = there.get(group.key());
			Written written = before == null ? made(group) : changed(before, group);
			if (written != null) {
				(before == null ? fresh : changed).add(written);
			}
		}
		long at = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
		copy(connection, SHEETS, fresh, at);
		replace(connection, changed, at);
		List<Written> all = new ArrayList<>(fresh);
		all.addAll(changed);
		enter(connection, all, source, actor, at);
		return new Outcome(all.stream().map(Written::key).toList(), all.stream().mapToInt(written -> written.places().length).sum(),
				all.stream().mapToInt(BulkWriting::created).sum());
	}

	private static int created(Written written) {
		int created = written.befores().length == 0 ? written.values().length : 0;
		for (long before : written.befores()) {
			created += before == Amounts.EMPTY ? 1 : 0;
		}
		return created;
	}

	private static Map<SheetKey, Written> lock(Connection connection, List<Group> groups) throws SQLException {
		Map<SheetKey, Written> there = new HashMap<>();
		try (PreparedStatement statement = connection.prepareStatement(LOCKED)) {
			statement.setObject(1, groups.stream().mapToInt(group -> group.key().regime()).toArray());
			statement.setArray(2, connection.createArrayOf("date", groups.stream().map(group -> group.key().period().toString()).toArray()));
			statement.setObject(3, groups.stream().mapToInt(group -> group.key().agency().value()).toArray());
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					SheetKey key = new SheetKey(row.getInt("regime"), row.getObject("period", LocalDate.class), new AgencyId(row.getInt("agency")));
					there.put(key, new Written(key, row.getInt("version"), Columns.longs(row, "amounts"), new short[0], new long[0], new long[0]));
				}
			}
		}
		return there;
	}

	private static Written made(Group group) {
		int count = 0;
		for (long amount : group.amounts()) {
			count += amount == Amounts.EMPTY ? 0 : 1;
		}
		return count == 0 ? null : written(group, new long[0], 1, count);
	}

	private static Written changed(Written before, Group group) {
		int count = 0;
		for (int i = 0; i < group.places().length; i++) {
			count += Amounts.at(before.amounts(), group.places()[i]) == group.amounts()[i] ? 0 : 1;
		}
		return count == 0 ? null : written(group, before.amounts(), before.version() + 1, count);
	}

	private static Written written(Group group, long[] before, int version, int count) {
		short[] places = new short[count];
		long[] values = new long[count];
		long[] befores = new long[version == 1 ? 0 : count];
		long[] amounts = Amounts.withRoom(before, group.places()[group.places().length - 1] + 1);
		int at = 0;
		for (int i = 0; i < group.places().length; i++) {
			short place = group.places()[i];
			if (amounts[place] != group.amounts()[i]) {
				places[at] = place;
				values[at] = group.amounts()[i];
				if (version > 1) {
					befores[at] = amounts[place];
				}
				amounts[place] = group.amounts()[i];
				at++;
			}
		}
		return new Written(group.key(), version, amounts, places, values, befores);
	}

	private static void replace(Connection connection, List<Written> changed, long at) throws SQLException {
		if (changed.size() <= FEW) {
			replaceEach(connection, changed, at);
			return;
		}
		try (Statement statement = connection.createStatement()) {
			statement.execute(STAGE);
			copy(connection, STAGED, changed, at);
			if (statement.executeUpdate(REPLACE) != changed.size()) {
				throw new IllegalStateException("a sheet that was held is gone");
			}
			statement.execute(EMPTIED);
		}
	}

	private static void replaceEach(Connection connection, List<Written> changed, long at) throws SQLException {
		OffsetDateTime moment = Instant.EPOCH.plus(at, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
		try (PreparedStatement statement = connection.prepareStatement(REPLACE_ONE)) {
			for (Written sheet : changed) {
				statement.setInt(1, sheet.version());
				statement.setObject(2, sheet.amounts());
				statement.setObject(3, moment);
				statement.setInt(4, sheet.key().regime());
				statement.setObject(5, sheet.key().period());
				statement.setInt(6, sheet.key().agency().value());
				if (statement.executeUpdate() != 1) {
					throw new IllegalStateException("a sheet that was held is gone");
				}
			}
		}
	}

	private static void copy(Connection connection, String table, List<Written> sheets, long at) throws SQLException {
		if (sheets.isEmpty()) {
			return;
		}
		try (BinaryRows rows = new BinaryRows(connection, table)) {
			for (Written sheet : sheets) {
				key(rows.row(6), sheet).number(sheet.version()).longs(sheet.amounts(), sheet.amounts().length).moment(at);
			}
			rows.end();
		}
	}

	private static void enter(Connection connection, List<Written> sheets, ValueSource source, Actor actor, long at) throws SQLException {
		if (sheets.isEmpty()) {
			return;
		}
		try (BinaryRows rows = new BinaryRows(connection, ENTRIES)) {
			for (Written sheet : sheets) {
				key(rows.row(11), sheet).number(sheet.version()).text(source.name()).shorts(sheet.places(), sheet.places().length)
					.longs(sheet.values(), sheet.values().length).longs(sheet.befores(), sheet.befores().length).id(actor.account()).text(actor.name()).moment(at);
			}
			rows.end();
		}
		try (BinaryRows rows = new BinaryRows(connection, PENDING)) {
			for (Written sheet : sheets) {
				key(rows.row(4), sheet).number(sheet.version());
			}
			rows.end();
		}
	}

	private static BinaryRows key(BinaryRows rows, Written sheet) {
		return rows.number(sheet.key().regime()).day(sheet.key().period()).number(sheet.key().agency().value());
	}

}
