package vn.motcua.reporting.value;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.value.SheetStore.SheetRow;
import vn.motcua.reporting.value.ValueBatch.Group;

/** Many sheets at once: what stands is read and locked in one query, new sheets and all entries go in by COPY, changed sheets by their keys. */
@Component
class BulkWriting {

	private static final String STANDING = """
			select regime, period, agency, version, amounts, saved_at from reporting.sheet
			where (regime, period, agency) in (select * from unnest(?::int[], ?::date[], ?::int[])) order by regime, period, agency""";

	private static final String LOCKED = STANDING + " for update";

	private static final String ENTRIES = "reporting.entry (regime, period, agency, version, source, places, amounts, befores, account, account_name, at)";

	private static final String PENDING = "reporting.pending (regime, period, agency, version)";

	private static final String SHEETS = "reporting.sheet (regime, period, agency, version, amounts, saved_at)";

	private static final String REPLACE = "update reporting.sheet set version = ?, amounts = ?, saved_at = ? where regime = ? and period = ? and agency = ?";

	/** Up to here each by a statement of its own. */
	private static final int FEW = 4;

	private static final long[] NOTHING = new long[0];

	private final JdbcTemplate jdbc;

	private final SheetStore store;

	private final Following following;

	private final Clock clock;

	BulkWriting(JdbcTemplate jdbc, SheetStore store, Following following, Clock clock) {
		this.jdbc = jdbc;
		this.store = store;
		this.following = following;
		this.clock = clock;
	}

	/** A sheet as it is to stand, with what changes in it. */
	private record Written(SheetKey key, int version, long[] amounts, short[] places, long[] values, long[] befores) {

		static Written of(SheetKey key, int version, long[] before, long[] after) {
			int count = 0;
			for (int place = 0; place < after.length; place++) {
				count += after[place] == Amounts.at(before, place) ? 0 : 1;
			}
			Written written = new Written(key, version, after, new short[count], new long[count], new long[version == 1 ? 0 : count]);
			int at = 0;
			for (int place = 0; at < count; place++) {
				if (after[place] != Amounts.at(before, place)) {
					written.places[at] = (short) place;
					written.values[at] = after[place];
					if (version > 1) {
						written.befores[at] = Amounts.at(before, place);
					}
					at++;
				}
			}
			return written;
		}

		int[] wide() {
			int[] wide = new int[places.length];
			Arrays.setAll(wide, i -> places[i]);
			return wide;
		}

	}

	/**
	 * @param keys sheets that something changed in
	 * @param values that stood there otherwise or not at all; what follows from them is not counted
	 * @param created of these those that were not there before
	 * @param emptied of these those that are no more
	 * @param left that were not taken, because the strategy takes only others
	 */
	record Outcome(List<SheetKey> keys, int values, int created, int emptied, int left) {
	}

	/** What writing would change as things stand: nothing is held, nothing written. */
	Outcome compare(List<Group> groups, ImportStrategy strategy) {
		Map<SheetKey, SheetRow> there = jdbc.execute((ConnectionCallback<Map<SheetKey, SheetRow>>) connection -> rows(connection, STANDING, groups));
		return counted(groups, there, strategy);
	}

	/** Within the caller's transaction. */
	Outcome write(List<Group> groups, ImportStrategy strategy, ValueSource source, Actor actor) {
		Following.Together computed = following.of(groups.stream().map(Group::key).toList());
		boolean few = groups.size() <= FEW;
		Map<SheetKey, SheetRow> there = few ? lockEach(groups) : jdbc.execute((ConnectionCallback<Map<SheetKey, SheetRow>>) connection -> rows(connection, LOCKED, groups));
		List<Written> all = new ArrayList<>();
		Outcome counted = counted(groups, there, strategy);
		for (Group group : groups) {
			SheetRow before = there.get(group.key());
			long[] stood = before == null ? NOTHING : before.amounts();
			Written written = Written.of(group.key(), before == null ? 1 : before.version() + 1, stood, computed.complete(group.key(), stood, put(stood, group)));
			if (written.places().length > 0) {
				all.add(written);
			}
		}
		if (few) {
			writeEach(all, source, actor);
		}
		else if (!all.isEmpty()) {
			jdbc.execute((ConnectionCallback<Void>) connection -> write(connection, all, source, actor));
		}
		return new Outcome(all.stream().map(Written::key).toList(), counted.values(), counted.created(), counted.emptied(), counted.left());
	}

	/** Amounts that the strategy does not take become what stands. */
	private static Outcome counted(List<Group> groups, Map<SheetKey, SheetRow> there, ImportStrategy strategy) {
		int values = 0;
		int created = 0;
		int emptied = 0;
		int left = 0;
		for (Group group : groups) {
			SheetRow before = there.get(group.key());
			for (int i = 0; i < group.places().length; i++) {
				long stood = Amounts.at(before == null ? NOTHING : before.amounts(), group.places()[i]);
				if (!strategy.takes(stood != Amounts.EMPTY)) {
					group.amounts()[i] = stood;
					left++;
				}
				else if (stood != group.amounts()[i]) {
					values++;
					created += stood == Amounts.EMPTY ? 1 : 0;
					emptied += group.amounts()[i] == Amounts.EMPTY ? 1 : 0;
				}
			}
		}
		return new Outcome(List.of(), values, created, emptied, left);
	}

	private static long[] put(long[] stood, Group group) {
		long[] amounts = Amounts.withRoom(stood, group.places()[group.places().length - 1] + 1);
		for (int i = 0; i < group.places().length; i++) {
			amounts[group.places()[i]] = group.amounts()[i];
		}
		return amounts;
	}

	private Map<SheetKey, SheetRow> lockEach(List<Group> groups) {
		Map<SheetKey, SheetRow> there = new HashMap<>();
		groups.forEach(group -> store.lock(group.key()).ifPresent(row -> there.put(row.key(), row)));
		return there;
	}

	private static Map<SheetKey, SheetRow> rows(Connection connection, String sql, List<Group> groups) throws SQLException {
		Map<SheetKey, SheetRow> there = new HashMap<>();
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setObject(1, groups.stream().mapToInt(group -> group.key().regime()).toArray());
			statement.setArray(2, connection.createArrayOf("date", groups.stream().map(group -> group.key().period().toString()).toArray()));
			statement.setObject(3, groups.stream().mapToInt(group -> group.key().agency().value()).toArray());
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					SheetRow sheet = SheetStore.sheet(row);
					there.put(sheet.key(), sheet);
				}
			}
		}
		return there;
	}

	/** A statement for each costs less than a copy of one row. */
	private void writeEach(List<Written> all, ValueSource source, Actor actor) {
		Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
		for (Written sheet : all) {
			SheetStore.Entry entry = SheetStore.Entry.by(actor, sheet.version(), source, sheet.wide(), sheet.values(), sheet.befores(), at);
			if (sheet.version() > 1) {
				store.update(sheet.key(), sheet.amounts(), entry);
			}
			else if (!store.insert(sheet.key(), sheet.amounts(), entry)) {
				throw new DuplicateKeyException("somebody else made the sheet meanwhile");
			}
		}
	}

	private Void write(Connection connection, List<Written> all, ValueSource source, Actor actor) throws SQLException {
		long at = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
		copy(connection, SHEETS, all.stream().filter(sheet -> sheet.version() == 1).toList(), at);
		replace(connection, all.stream().filter(sheet -> sheet.version() > 1).toList(), at);
		enter(connection, all, source, actor, at);
		return null;
	}

	/** Each by its key, sent together: however large the table is, nothing else of it is read. */
	private static void replace(Connection connection, List<Written> changed, long at) throws SQLException {
		OffsetDateTime moment = Instant.EPOCH.plus(at, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
		try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
			for (Written sheet : changed) {
				statement.setInt(1, sheet.version());
				statement.setObject(2, sheet.amounts());
				statement.setObject(3, moment);
				statement.setInt(4, sheet.key().regime());
				statement.setObject(5, sheet.key().period());
				statement.setInt(6, sheet.key().agency().value());
				statement.addBatch();
			}
			if (Arrays.stream(statement.executeBatch()).anyMatch(rows -> rows != 1)) {
				throw new IllegalStateException("a sheet that was held is gone");
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
