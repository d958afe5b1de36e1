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

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
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
			insert into exchange.call (sender, sender_name, agency, at, lines, bytes, applied, duplicate, stale, rejected)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning number""";

	private static final String REJECT = """
			insert into exchange.rejection (call, line, sender, at, pointer, rule, values, text) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

	private static final String CALLS = """
			select number, at, lines, bytes, applied, duplicate, stale, rejected from exchange.call where sender = ? and number < ?
			order by number desc limit ?""";

	private static final String REJECTIONS = """
			select call, line, at, pointer, rule, values::text as values, text from exchange.rejection where sender = ? and (call, line) < (?, ?)
			order by call desc, line desc limit ?""";

	private static final String FORGET = "delete from exchange.rejection where ctid = any (array(select ctid from exchange.rejection where at < ? limit 5000))";

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

	/** In the caller's transaction: the record of a call stands when, and only when, what it brought does. */
	public void keep(Actor sender, List<Arrived> batch, List<SyncOutcome> outcomes, long bytes) {
		Object now = utc(clock.instant());
		long[] counts = new long[Result.values().length];
		for (SyncOutcome outcome : outcomes) {
			counts[outcome.result().ordinal()]++;
		}
		Long call = jdbc.queryForObject(KEEP, Long.class, sender.account(), sender.name(), sender.agency() == null ? null : sender.agency().value(), now,
				outcomes.size(), bytes, counts[Result.APPLIED.ordinal()], counts[Result.DUPLICATE.ordinal()], counts[Result.STALE.ordinal()],
				counts[Result.REJECTED.ordinal()]);
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

	@Override
	public List<SyncCall> calls(Actor sender, int limit, long before) {
		return jdbc.query(CALLS, (row, _) -> new SyncCall(row.getLong("number"), moment(row), row.getInt("lines"), row.getLong("bytes"),
				row.getInt("applied"), row.getInt("duplicate"), row.getInt("stale"), row.getInt("rejected")), sender.account(), before, limit);
	}

	@Override
	public List<SyncRejection> rejections(Actor sender, int limit, long beforeCall, int beforeLine) {
		return jdbc.query(REJECTIONS, (row, _) -> new SyncRejection(row.getLong("call"), row.getInt("line"), moment(row), new FieldProblem(
				row.getString("pointer"), row.getString("rule"), json.readValue(row.getString("values"), VALUES)), row.getString("text")), sender.account(),
				beforeCall, beforeLine, limit);
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	private static Instant moment(ResultSet row) throws SQLException {
		return row.getObject("at", OffsetDateTime.class).toInstant();
	}

	/** Forgets rejected lines of a month ago, in small bites. */
	int forget() {
		Instant oldest = clock.instant().atOffset(ZoneOffset.UTC).minusDays(DAYS_KEPT).toInstant();
		return jdbc.update(FORGET, utc(oldest));
	}

	@org.springframework.stereotype.Component
	@ConditionalOnBooleanProperty("motcua.work")
	static class Forgetting {

		private final CallStore store;

		Forgetting(CallStore store) {
			this.store = store;
		}

		@Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT1H")
		void forget() {
			while (store.forget() > 0) {
				Thread.onSpinWait();
			}
		}

	}

}
