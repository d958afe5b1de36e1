package vn.motcua.dossier.domain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.LedgerAppend;
import vn.motcua.kernel.DossierCode;

/**
 * Many events at once: states that exist are read and locked in one query, everything is folded in memory, events and
 * states go in by COPY.
 */
@Component
class BulkAppend implements LedgerAppend {

	private static final String EVENTS = """
			copy dossier.event (received_on, code, seq, type, status, at, actor_kind, actor_account, actor_name, agency, channel, reason, detail) from stdin""";

	private static final String NEW_STATES = "copy dossier.dossier (" + StateRow.COLUMNS + ") from stdin";

	private static final String LOCKED = "select " + StateRow.COLUMNS
			+ " from dossier.dossier where (received_on, code) in (select * from unnest(?::date[], ?::text[])) order by received_on, code for update";

	private static final String STAGE = "create temporary table if not exists ledger_states (like dossier.dossier) on commit delete rows";

	private static final String STAGED = "copy pg_temp.ledger_states (" + StateRow.COLUMNS + ") from stdin";

	private static final String REPLACE = """
			update dossier.dossier d set version = s.version, status = s.status, accepted_at = s.accepted_at, due_at = s.due_at, paused_at = s.paused_at,
				completed_at = s.completed_at, ended_at = s.ended_at, holder_owner = s.holder_owner, holder_role = s.holder_role,
				step_due_at = s.step_due_at, verification_token = s.verification_token, detail = s.detail
			from pg_temp.ledger_states s where d.received_on = s.received_on and d.code = s.code""";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final LedgerPartitions partitions;

	BulkAppend(JdbcTemplate jdbc, TransactionTemplate transaction, LedgerPartitions partitions) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.partitions = partitions;
	}

	@Override
	public void append(Collection<DossierEvent> events) {
		if (events.isEmpty()) {
			return;
		}
		TreeSet<YearMonth> months = new TreeSet<>();
		events.forEach(event -> months.add(YearMonth.from(event.code().receivedOn())));
		partitions.ensure(months);
		transaction.executeWithoutResult(_ -> jdbc.execute((ConnectionCallback<Void>) connection -> {
			append(connection, events);
			return null;
		}));
	}

	private static void append(Connection connection, Collection<DossierEvent> events) throws SQLException {
		Map<String, StateRow> known = lock(connection, begunBefore(events));
		Map<String, DossierState> folded = new LinkedHashMap<>(events.size());
		for (DossierEvent event : events) {
			String code = event.code().value();
			DossierState before = folded.get(code);
			if (before == null && known.containsKey(code)) {
				before = known.get(code).state();
			}
			folded.put(code, Fold.fold(before, event));
		}
		write(connection, events, folded, known.keySet());
	}

	/** Events and the states they lead to; {@code known} are the codes of dossiers that were there before. */
	static void write(Connection connection, Collection<DossierEvent> events, Map<String, DossierState> folded, Set<String> known) throws SQLException {
		try (CopyRows rows = new CopyRows(connection, EVENTS)) {
			for (DossierEvent event : events) {
				rows.row(event.code().receivedOn(), event.code().value(), event.seq(), event.type().name(), event.status().number(), event.at(),
						event.actorKind().name(), event.actorAccount(), event.actorName(), event.agency(), event.channel().number(), event.reason(), event.detail());
			}
			rows.end();
		}
		List<DossierState> fresh = new ArrayList<>();
		List<DossierState> moved = new ArrayList<>();
		folded.forEach((code, state) -> (known.contains(code) ? moved : fresh).add(state));
		copy(connection, NEW_STATES, fresh);
		replace(connection, moved);
	}

	/** Dossiers whose first event is not among these. */
	private static Set<DossierCode> begunBefore(Collection<DossierEvent> events) {
		Set<DossierCode> older = new LinkedHashSet<>();
		Set<DossierCode> begun = new HashSet<>();
		for (DossierEvent event : events) {
			if (event.seq() == 1) {
				begun.add(event.code());
			}
			else if (!begun.contains(event.code())) {
				older.add(event.code());
			}
		}
		return older;
	}

	/** What is known of these dossiers, held against others until the transaction ends. */
	static Map<String, StateRow> lock(Connection connection, Collection<DossierCode> codes) throws SQLException {
		Map<String, StateRow> known = new HashMap<>();
		if (codes.isEmpty()) {
			return known;
		}
		try (PreparedStatement statement = connection.prepareStatement(LOCKED)) {
			statement.setArray(1, connection.createArrayOf("date", codes.stream().map(code -> java.sql.Date.valueOf(code.receivedOn())).toArray()));
			statement.setArray(2, connection.createArrayOf("text", codes.stream().map(DossierCode::value).toArray()));
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					StateRow row = StateRow.read(rows, 0);
					known.put(row.code(), row);
				}
			}
		}
		return known;
	}

	private static void replace(Connection connection, List<DossierState> moved) throws SQLException {
		if (moved.isEmpty()) {
			return;
		}
		try (var statement = connection.createStatement()) {
			statement.execute(STAGE);
			copy(connection, STAGED, moved);
			if (statement.executeUpdate(REPLACE) != moved.size()) {
				throw new IllegalStateException("a dossier vanished while its events were appended");
			}
		}
	}

	static void copy(Connection connection, String statement, Collection<DossierState> states) throws SQLException {
		if (states.isEmpty()) {
			return;
		}
		try (CopyRows rows = new CopyRows(connection, statement)) {
			for (DossierState state : states) {
				rows.row(StateRow.of(state).values());
			}
			rows.end();
		}
	}

}
