package vn.motcua.exchange.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.exchange.inbox.InboxEntry.Kind;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;

/** SQL of what agencies' own systems are to fetch. */
@Repository
class InboxStore {

	private static final String SELECT = """
			select number, system, agency, procedure, kind, code, seq, at, fetched_at, recorded_at, acked_at from exchange.inbox_entry\s""";

	private static final String PUT = """
			insert into exchange.inbox_entry (system, agency, above, procedure, kind, code, seq, at)
			values (:system, :agency, :above, :procedure, :kind, :code, :seq, :at) on conflict do nothing returning number""";

	private static final String WAITING = SELECT + """
			where system = :system and acked_at is null and number > :after and (:agency::integer is null or above @> array[:agency::integer])
			order by number limit :limit""";

	private static final String FIND = SELECT + "where number = :number and system = :system";

	private static final String FETCHED = """
			update exchange.inbox_entry set fetched_at = coalesce(fetched_at, :at), recorded_at = :at where number in (:numbers)""";

	private static final String ACK = """
			update exchange.inbox_entry set acked_at = coalesce(acked_at, :at) where number = :number and system = :system""";

	private static final String LATEST = SELECT + "where system = :system and number < :before order by number desc limit :limit";

	private static final String BACKLOG = """
			select count(*) as waiting, min(at) as oldest, count(*) filter (where at < :late) as late
			from (select at from exchange.inbox_entry where system = :system and acked_at is null order by number limit 10000) as open""";

	private static final String LATE = """
			select number, system, agency, procedure, kind, code, seq, at, fetched_at, recorded_at, acked_at from exchange.inbox_entry
			where acked_at is null and at < :late and (alarmed_at is null or alarmed_at < :again)
				and system <> all (array(select distinct system from exchange.inbox_entry where acked_at is null and alarmed_at > :told))
			order by at limit 1000 for update skip locked""";

	private static final String ALARMED = "update exchange.inbox_entry set alarmed_at = :at where number in (:numbers)";

	private static final String OPEN_SYSTEMS = "select distinct system from exchange.inbox_entry where acked_at is null limit 5000";

	private static final String HAND_ON = """
			update exchange.inbox_entry set system = :to, fetched_at = null, recorded_at = null, alarmed_at = null
			where system = :from and agency = :agency and procedure = :procedure and acked_at is null""";

	private static final String OPEN_OF = "select distinct agency, procedure from exchange.inbox_entry where system = :system and acked_at is null limit 5000";

	private static final String ALL_OPEN = """
			select count(*) as waiting, min(at) as oldest, count(*) filter (where at < :late) as late
			from (select at from exchange.inbox_entry where acked_at is null order by at limit 100000) as open""";

	private final JdbcClient sql;

	InboxStore(JdbcClient sql) {
		this.sql = sql;
	}

	/** @param late of those that wait, how many longer than they may */
	record Backlog(long waiting, @Nullable Instant oldest, long late) {
	}

	record Place(AgencyId agency, ProcedureCode procedure) {
	}

	/** Its number; empty when the event is there already. */
	Optional<Long> put(UUID system, Place place, List<AgencyId> above, Kind kind, DossierCode code, int seq, Instant at) {
		return sql.sql(PUT).param("system", system).param("agency", place.agency().value()).param("above", above.stream().map(AgencyId::value).toArray(Integer[]::new))
			.param("procedure", place.procedure().value()).param("kind", kind.word()).param("code", code.value()).param("seq", seq).param("at", utc(at))
			.query(Long.class).optional();
	}

	List<InboxEntry> waiting(UUID system, @Nullable AgencyId agency, long after, int limit) {
		return sql.sql(WAITING).param("system", system).param("agency", agency == null ? null : agency.value()).param("after", after).param("limit", limit)
			.query(InboxStore::entry).list();
	}

	Optional<InboxEntry> find(long number, UUID system) {
		return sql.sql(FIND).param("number", number).param("system", system).query(InboxStore::entry).optional();
	}

	void fetched(Collection<Long> numbers, Instant at) {
		if (!numbers.isEmpty()) {
			sql.sql(FETCHED).param("numbers", numbers).param("at", utc(at)).update();
		}
	}

	void ack(long number, UUID system, Instant at) {
		sql.sql(ACK).param("number", number).param("system", system).param("at", utc(at)).update();
	}

	/** Newest first, whether fetched or not. */
	List<InboxEntry> latest(UUID system, long before, int limit) {
		return sql.sql(LATEST).param("system", system).param("before", before).param("limit", limit).query(InboxStore::entry).list();
	}

	/** Counted up to 10,000. */
	Backlog backlog(UUID system, Instant late) {
		return sql.sql(BACKLOG).param("system", system).param("late", utc(late)).query(InboxStore::backlog).single();
	}

	/** Of all systems, counted up to 100,000. */
	Backlog backlog(Instant late) {
		return sql.sql(ALL_OPEN).param("late", utc(late)).query(InboxStore::backlog).single();
	}

	/** Waiting longer than they may and not told of since {@code again}, of systems that were not told of since {@code told}; held until the transaction ends. */
	List<InboxEntry> late(Instant late, Instant again, Instant told) {
		return sql.sql(LATE).param("late", utc(late)).param("again", utc(again)).param("told", utc(told)).query(InboxStore::entry).list();
	}

	void alarmed(Collection<Long> numbers, Instant at) {
		sql.sql(ALARMED).param("numbers", numbers).param("at", utc(at)).update();
	}

	List<UUID> openSystems() {
		return sql.sql(OPEN_SYSTEMS).query(UUID.class).list();
	}

	List<Place> openOf(UUID system) {
		return sql.sql(OPEN_OF).param("system", system)
			.query((row, _) -> new Place(new AgencyId(row.getInt("agency")), new ProcedureCode(row.getString("procedure")))).list();
	}

	void handOn(UUID from, UUID to, Place place) {
		sql.sql(HAND_ON).param("from", from).param("to", to).param("agency", place.agency().value()).param("procedure", place.procedure().value()).update();
	}

	private static Backlog backlog(ResultSet row, int index) throws SQLException {
		return new Backlog(row.getLong("waiting"), moment(row, "oldest"), row.getLong("late"));
	}

	private static InboxEntry entry(ResultSet row, int index) throws SQLException {
		return new InboxEntry(row.getLong("number"), row.getObject("system", UUID.class), new AgencyId(row.getInt("agency")), new ProcedureCode(row.getString("procedure")),
				Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), new DossierCode(row.getString("code")), row.getInt("seq"),
				row.getObject("at", OffsetDateTime.class).toInstant(), moment(row, "fetched_at"), moment(row, "recorded_at"), moment(row, "acked_at"));
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return moment == null ? null : moment.toInstant();
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
