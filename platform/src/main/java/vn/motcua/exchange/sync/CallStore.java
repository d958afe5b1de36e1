package vn.motcua.exchange.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.LedgerSync.Arrived;
import vn.motcua.dossier.SyncOutcome;
import vn.motcua.dossier.SyncOutcome.Result;
import vn.motcua.exchange.SyncCall;
import vn.motcua.exchange.SyncCalls;
import vn.motcua.exchange.SyncRejection;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;

/** SQL of the calls of agencies' systems and of the lines that were rejected, for their senders to see. */
@Repository
public class CallStore implements SyncCalls {

	/** Rejected lines hold data of people and are kept no longer than a sender needs to mend them. */
	private static final int DAYS_KEPT = 30;

	private static final String KEEP = """
			insert into exchange.call (sender, sender_name, agency, at, lines, bytes, applied, duplicate, stale, rejected, operation, purpose, status, outcome,
				took_ms, request_id, sha256)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning number""";

	private static final String REJECT = """
			insert into exchange.rejection (call, line, sender, at, pointer, rule, values, text) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

	private static final String SELECT = """
			select number, sender, at, operation, purpose, status, outcome, lines, bytes, applied, duplicate, stale, rejected, took_ms, request_id, sha256
			from exchange.call where sender = ? and""";

	private static final String CALLS = SELECT + " number < ? order by number desc limit ?";

	private static final String BATCHES = SELECT + " sha256 is not null and number < ? order by number desc limit ?";

	private static final String CALL = SELECT + " number = ?";

	private static final String REJECTIONS = """
			select call, line, at, pointer, rule, values::text as values, text from exchange.rejection where sender = ? and (call, line) < (?, ?)
			order by call desc, line desc limit ?""";

	private static final String FORGET = "delete from exchange.rejection where ctid = any (array(select ctid from exchange.rejection where at < ? limit 5000))";

	private static final String FORGET_LOOKS = """
			delete from exchange.call where ctid = any (array(select ctid from exchange.call where at < ? and sha256 is null limit 5000))""";

	private static final String FORGET_BATCHES = "delete from exchange.call where ctid = any (array(select ctid from exchange.call where at < ? limit 5000))";

	/** Calls that brought nothing: refused ones and looks. */
	private static final int CALL_DAYS_KEPT = 90;

	/** Batches: as long as somebody may want evidence. */
	private static final int BATCH_DAYS_KEPT = 3_653;

	private final JdbcTemplate jdbc;

	private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
	};

	private final JsonMapper json;

	private final Clock clock;

	CallStore(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * In the caller's transaction: the record of a call stands when, and only when, what it brought does. Who calls it says {@link CurrentCall#kept()} when the
	 * transaction stands.
	 */
	public void keep(Actor sender, List<Arrived> batch, List<SyncOutcome> outcomes, long bytes, String sha256) {
		Object now = utc(clock.instant());
		long[] counts = new long[Result.values().length];
		for (SyncOutcome outcome : outcomes) {
			counts[outcome.result().ordinal()]++;
		}
		Optional<CurrentCall> current = CurrentCall.current();
		Long call = jdbc.queryForObject(KEEP, Long.class, sender.account(), sender.name(), sender.agency() == null ? null : sender.agency().value(), now,
				outcomes.size(), bytes, counts[Result.APPLIED.ordinal()], counts[Result.DUPLICATE.ordinal()], counts[Result.STALE.ordinal()],
				counts[Result.REJECTED.ordinal()], current.map(CurrentCall::operation).orElse("events"), current.map(CurrentCall::purpose).orElse(null), 200, "ok",
				current.map(CurrentCall::tookMs).orElse(null), current.map(CurrentCall::requestId).orElse(null), sha256);
		List<Object[]> rejected = new ArrayList<>();
		for (int line = 0; line < outcomes.size(); line++) {
			FieldProblem problem = outcomes.get(line).problem();
			if (problem != null) {
				rejected.add(new Object[] { call, line + 1, sender.account(), now, problem.pointer(), problem.code(), json.writeValueAsString(problem.values()),
						batch.get(line).text() });
			}
		}
		if (!rejected.isEmpty()) {
			jdbc.batchUpdate(REJECT, rejected);
		}
	}

	/** A call that brought nothing, when it was answered. */
	void keep(CurrentCall call, int status, String outcome, long bytes) {
		Actor sender = call.sender();
		jdbc.queryForObject(KEEP, Long.class, sender == null ? null : sender.account(), sender == null ? null : sender.name(),
				sender == null || sender.agency() == null ? null : sender.agency().value(), utc(clock.instant()), 0, bytes, 0, 0, 0, 0, call.operation(),
				call.purpose(), status, outcome, call.tookMs(), call.requestId(), null);
	}

	@Override
	public List<SyncCall> calls(UUID sender, boolean all, int limit, long before) {
		return jdbc.query(all ? CALLS : BATCHES, CallStore::call, sender, before, limit);
	}

	@Override
	public Optional<SyncCall> call(UUID sender, long number) {
		return jdbc.query(CALL, CallStore::call, sender, number).stream().findFirst();
	}

	private static SyncCall call(ResultSet row, int index) throws SQLException {
		return new SyncCall(row.getLong("number"), row.getObject("sender", UUID.class), moment(row), row.getString("operation"), row.getString("purpose"),
				row.getInt("status"), row.getString("outcome"), row.getInt("lines"), row.getLong("bytes"), row.getInt("applied"), row.getInt("duplicate"),
				row.getInt("stale"), row.getInt("rejected"), row.getObject("took_ms", Integer.class), row.getString("request_id"), row.getString("sha256"));
	}

	@Override
	public List<SyncRejection> rejections(UUID sender, int limit, long beforeCall, int beforeLine) {
		return jdbc.query(REJECTIONS, (row, _) -> new SyncRejection(row.getLong("call"), row.getInt("line"), moment(row), new FieldProblem(
				row.getString("pointer"), row.getString("rule"), json.readValue(row.getString("values"), VALUES)), row.getString("text")), sender,
				beforeCall, beforeLine, limit);
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	private static Instant moment(ResultSet row) throws SQLException {
		return row.getObject("at", OffsetDateTime.class).toInstant();
	}

	/** Forgets rejected lines of a month ago and calls of long ago, in small bites. */
	int forget() {
		OffsetDateTime now = utc(clock.instant());
		return jdbc.update(FORGET, now.minusDays(DAYS_KEPT)) + jdbc.update(FORGET_LOOKS, now.minusDays(CALL_DAYS_KEPT))
				+ jdbc.update(FORGET_BATCHES, now.minusDays(BATCH_DAYS_KEPT));
	}

}
