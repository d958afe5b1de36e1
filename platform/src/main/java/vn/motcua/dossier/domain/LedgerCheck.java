package vn.motcua.dossier.domain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.kernel.DossierCode;

/**
 * Folds the whole ledger again and compares with, or replaces, the rows that were derived from it. Both tables are walked
 * once, side by side in the order of their primary keys: memory does not grow with the ledger.
 */
@Component
class LedgerCheck {

	/** Differences that are told; all are counted. */
	static final int TOLD = 20;

	private static final int FETCH = 2000;

	private static final String EVENTS = "select " + EventRows.COLUMNS + " from dossier.event order by received_on, code, seq";

	private static final String STATES = "select " + StateRow.COLUMNS + " from dossier.dossier order by received_on, code";

	/** Takes the lock that every append needs too. */
	private static final String CLEAR = "truncate dossier.dossier";

	private static final String FILL = "copy dossier.dossier (" + StateRow.COLUMNS + ") from stdin";

	private final DataSource dataSource;

	LedgerCheck(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/** @param told the first differences, one line each */
	record Report(long events, long dossiers, long differences, List<String> told) {
	}

	Report verify() throws SQLException {
		try (Connection connection = snapshot()) {
			Comparison comparison = new Comparison();
			try (Rows<StateRow> states = new Rows<>(connection, STATES, StateRow::read)) {
				long events = fold(connection, (code, state) -> comparison.folded(code, state, states));
				comparison.rest(states);
				return new Report(events, comparison.dossiers, comparison.differences, List.copyOf(comparison.told));
			}
			finally {
				connection.rollback();
			}
		}
	}

	/** Replaces every derived row in one transaction; writers wait until it is done. */
	Report rebuild() throws SQLException {
		try (Connection reading = dataSource.getConnection(); Connection writing = dataSource.getConnection()) {
			writing.setAutoCommit(false);
			try (var lock = writing.createStatement()) {
				lock.execute(CLEAR);
			}
			reading.setAutoCommit(false);
			List<String> broken = new ArrayList<>();
			long[] dossiers = { 0 };
			long events;
			try (CopyRows rows = new CopyRows(writing, FILL)) {
				events = fold(reading, (code, state) -> write(rows, code, state, broken, dossiers));
				rows.end();
			}
			writing.commit();
			reading.rollback();
			return new Report(events, dossiers[0], broken.size(), broken.subList(0, Math.min(TOLD, broken.size())));
		}
	}

	private static void write(CopyRows rows, String code, @Nullable DossierState state, List<String> broken, long[] dossiers) {
		if (state == null) {
			broken.add(code + ": its events do not follow each other");
			return;
		}
		try {
			rows.row(StateRow.of(state).values());
			dossiers[0]++;
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	/** Hands over the state of each dossier in order, {@code null} where its events cannot be folded; answers the number of events. */
	private static long fold(Connection connection, BiConsumer<String, @Nullable DossierState> taker) throws SQLException {
		long count = 0;
		try (Rows<DossierEvent> events = new Rows<>(connection, EVENTS, EventRows::read)) {
			DossierState state = null;
			DossierCode current = null;
			boolean broken = false;
			for (DossierEvent event = events.next(); event != null; event = events.next()) {
				count++;
				if (!event.code().equals(current)) {
					if (current != null) {
						taker.accept(current.value(), broken ? null : state);
					}
					current = event.code();
					state = null;
					broken = false;
				}
				broken = broken || event.seq() != (state == null ? 1 : state.version() + 1);
				state = broken ? state : Fold.fold(state, event);
			}
			if (current != null) {
				taker.accept(current.value(), broken ? null : state);
			}
		}
		return count;
	}

	private Connection snapshot() throws SQLException {
		Connection connection = dataSource.getConnection();
		connection.setAutoCommit(false);
		try (var statement = connection.createStatement()) {
			statement.execute("set transaction isolation level repeatable read, read only");
		}
		return connection;
	}

	/** Both walks side by side. */
	private static final class Comparison {

		private long dossiers;

		private long differences;

		private final List<String> told = new ArrayList<>();

		void folded(String code, @Nullable DossierState state, Rows<StateRow> states) {
			dossiers++;
			StateRow row = states.peek();
			while (row != null && before(row, code, state)) {
				different(row.code() + ": a row without events");
				states.next();
				row = states.peek();
			}
			if (row == null || !row.code().equals(code)) {
				different(code + ": no row for its events");
				return;
			}
			states.next();
			if (state == null) {
				different(code + ": its events do not follow each other");
			}
			else if (!StateRow.of(state).asStored().equals(row)) {
				different(code + ": " + StateRow.of(state).asStored().difference(row));
			}
		}

		void rest(Rows<StateRow> states) {
			for (StateRow row = states.next(); row != null; row = states.next()) {
				different(row.code() + ": a row without events");
			}
		}

		private static boolean before(StateRow row, String code, @Nullable DossierState state) {
			int days = row.receivedOn().compareTo(new DossierCode(code).receivedOn());
			return days < 0 || days == 0 && row.code().compareTo(code) < 0;
		}

		private void different(String what) {
			differences++;
			if (told.size() < TOLD) {
				told.add(what);
			}
		}

	}

	/** Reads a long result in batches and lets look at the next row. */
	private static final class Rows<T> implements AutoCloseable {

		private final PreparedStatement statement;

		private final ResultSet result;

		private final org.springframework.jdbc.core.RowMapper<T> mapper;

		private @Nullable T ahead;

		Rows(Connection connection, String query, org.springframework.jdbc.core.RowMapper<T> mapper) throws SQLException {
			this.mapper = mapper;
			this.statement = connection.prepareStatement(query);
			statement.setFetchSize(FETCH);
			this.result = statement.executeQuery();
			this.ahead = read();
		}

		@Nullable T peek() {
			return ahead;
		}

		@Nullable T next() {
			T row = ahead;
			ahead = row == null ? null : read();
			return row;
		}

		private @Nullable T read() {
			try {
				return result.next() ? mapper.mapRow(result, 0) : null;
			}
			catch (SQLException failed) {
				throw new IllegalStateException(failed);
			}
		}

		@Override
		public void close() throws SQLException {
			statement.close();
		}

	}

}
