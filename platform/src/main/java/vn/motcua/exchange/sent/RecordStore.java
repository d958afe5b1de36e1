package vn.motcua.exchange.sent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.SyncOutcome.Result;
import vn.motcua.exchange.SentRecord;
import vn.motcua.exchange.SentRecord.Kind;
import vn.motcua.exchange.SentRecords.Figures;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;

/** SQL of the records of agencies' systems. */
@Repository
class RecordStore {

	private static final String COLUMNS = "number, kind, agency, own_id, dossier, at, recorded_at, body::text as body";

	private static final String PUT = """
			insert into exchange.record as known (agency, kind, own_id, dossier, period, at, recorded_at, sender, digest, body)
			values (:agency, :kind, :id, :dossier, :period, :at, :now, :sender, :digest, :body::jsonb)
			on conflict (agency, kind, own_id) do update set dossier = excluded.dossier, period = excluded.period, at = excluded.at, recorded_at = excluded.recorded_at,
				sender = excluded.sender, digest = excluded.digest, body = excluded.body, counted_at = null
			where known.at <= excluded.at and known.digest <> excluded.digest returning number""";

	private static final String SAME = "select digest = :digest from exchange.record where agency = :agency and kind = :kind and own_id = :id";

	private static final String OF_DOSSIER = "select " + COLUMNS + " from exchange.record where dossier = :dossier order by at, number limit 200";

	private static final String LIST = "select " + COLUMNS + " from exchange.record where kind = :kind and number < :before and agency in (:agencies) order by number desc limit :limit";

	private static final String EVERYBODYS = "select " + COLUMNS + " from exchange.record where kind = :kind and number < :before order by number desc limit :limit";

	private static final String FIND = "select " + COLUMNS + " from exchange.record where kind = :kind and number = :number";

	private static final String OWN = "select " + COLUMNS + " from exchange.record where kind = :kind and agency = :agency and own_id = :id";

	private static final String STATISTICS = "select " + COLUMNS + ", period, own_received, own_finished, own_on_time, counted_at from exchange.record "
			+ "where kind = 'STATISTICS' and agency in (:agencies) order by period desc, number desc limit :limit";

	private static final String UNCOUNTED = "select " + COLUMNS + ", period from exchange.record where kind = 'STATISTICS' and (counted_at is null or at > :changing and counted_at < :before) "
			+ "order by counted_at nulls first, number limit :limit";

	private static final String COUNTED = """
			update exchange.record set own_received = :received, own_finished = :finished, own_on_time = :onTime, counted_at = :now where number = :number""";

	private final JdbcClient sql;

	private final JsonMapper json;

	RecordStore(JdbcClient sql, JsonMapper json) {
		this.sql = sql;
		this.json = json;
	}

	/** A statistic with its period and what was counted. */
	record Counted(SentRecord sent, String period, @Nullable Figures own, @Nullable Instant countedAt) {
	}

	/** What became of it: new or newer, the same again, or older than what is known. */
	Result put(Actor sender, RecordLine line, Instant now) {
		Optional<Long> written = sql.sql(PUT).param("agency", line.agency().value()).param("kind", line.kind().name()).param("id", line.id())
			.param("dossier", line.dossier()).param("period", line.period()).param("at", utc(line.at())).param("now", utc(now)).param("sender", sender.account())
			.param("digest", line.digest()).param("body", json.writeValueAsString(line.body())).query(Long.class).optional();
		if (written.isPresent()) {
			return Result.APPLIED;
		}
		boolean same = sql.sql(SAME).param("digest", line.digest()).param("agency", line.agency().value()).param("kind", line.kind().name()).param("id", line.id())
			.query(Boolean.class).single();
		return same ? Result.DUPLICATE : Result.STALE;
	}

	List<SentRecord> ofDossier(String dossier) {
		return sql.sql(OF_DOSSIER).param("dossier", dossier).query(this::read).list();
	}

	List<SentRecord> list(Kind kind, Collection<Integer> agencies, int limit, long before) {
		return agencies.isEmpty() ? List.of() : sql.sql(LIST).param("kind", kind.name()).param("agencies", agencies).param("limit", limit).param("before", before)
			.query(this::read).list();
	}

	/** Of all agencies: for what agencies publish. */
	List<SentRecord> list(Kind kind, int limit, long before) {
		return sql.sql(EVERYBODYS).param("kind", kind.name()).param("limit", limit).param("before", before).query(this::read).list();
	}

	Optional<SentRecord> find(Kind kind, long number) {
		return sql.sql(FIND).param("kind", kind.name()).param("number", number).query(this::read).optional();
	}

	Optional<SentRecord> find(Kind kind, AgencyId agency, String id) {
		return sql.sql(OWN).param("kind", kind.name()).param("agency", agency.value()).param("id", id).query(this::read).optional();
	}

	List<Counted> statistics(Collection<Integer> agencies, int limit) {
		return agencies.isEmpty() ? List.of() : sql.sql(STATISTICS).param("agencies", agencies).param("limit", limit).query((row, index) -> {
			OffsetDateTime counted = row.getObject("counted_at", OffsetDateTime.class);
			Figures own = counted == null ? null : new Figures(row.getLong("own_received"), row.getLong("own_finished"), row.getLong("own_on_time"));
			return new Counted(read(row, index), row.getString("period"), own, counted == null ? null : counted.toInstant());
		}).list();
	}

	List<Counted> uncounted(Instant before, Instant changing, int limit) {
		return sql.sql(UNCOUNTED).param("before", utc(before)).param("changing", utc(changing)).param("limit", limit).query((row, index) -> new Counted(read(row, index), row.getString("period"), null, null)).list();
	}

	void counted(long number, Figures own, Instant now) {
		sql.sql(COUNTED).param("received", own.received()).param("finished", own.finished()).param("onTime", own.onTime()).param("now", utc(now)).param("number", number).update();
	}

	private SentRecord read(ResultSet row, int index) throws SQLException {
		return new SentRecord(row.getLong("number"), Kind.valueOf(row.getString("kind")), new AgencyId(row.getInt("agency")), row.getString("own_id"), row.getString("dossier"),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("recorded_at", OffsetDateTime.class).toInstant(), (ObjectNode) json.readTree(row.getString("body")));
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
