package vn.motcua.exchange.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;

/** SQL of addresses and of the queue. A delivery is leased before it is sent: no transaction is open while a receiver thinks. */
@Repository
class WebhookStore {

	/** Of one system at one time, on all nodes: who is slow takes no place from the others. */
	static final int AT_ONCE_OF_SYSTEM = 2;

	private static final String FIND = """
			select system, url, secret, secret_before, secret_before_until, set_by_name, set_at from exchange.webhook where system = :system""";

	private static final String SET = """
			insert into exchange.webhook (system, url, secret, set_by, set_by_name, set_at) values (:system, :url, :secret, :by, :byName, :at)
			on conflict (system) do update set url = excluded.url, set_by = excluded.set_by, set_by_name = excluded.set_by_name, set_at = excluded.set_at,
				secret_before = case when :changes then webhook.secret else webhook.secret_before end,
				secret_before_until = case when :changes then :until else webhook.secret_before_until end,
				secret = case when :changes then excluded.secret else webhook.secret end""";

	private static final String COLUMNS = "number, system, entry, message, kind, code, state, made_at, next_at, tries, tried_at, status, outcome";

	private static final String QUEUE = """
			insert into exchange.delivery (system, entry, message, kind, code, made_at, next_at) values (:system, :entry, gen_random_uuid(), :kind, :code, :at, :at)""";

	private static final String QUEUE_TEST = """
			insert into exchange.delivery (system, message, kind, made_at, next_at) select :system, gen_random_uuid(), 'test', :at, :at
			where (select count(*) from exchange.delivery where system = :system and state = 'WAITING' and entry is null) < 10""";

	private static final String NEEDLESS = "update exchange.delivery set state = 'NEEDLESS', leased_until = null where entry = :entry and state = 'WAITING'";

	private static final String LEASE = """
			with leased as (
				select system, count(*) as count from exchange.delivery where state = 'WAITING' and leased_until > :now group by system
			), due as (
				select ranked.number from (
					select d.number, d.system, d.next_at, row_number() over (partition by d.system order by d.next_at, d.number) as place
					from exchange.delivery d where d.state = 'WAITING' and d.next_at <= :now and (d.leased_until is null or d.leased_until <= :now)
				) as ranked left join leased on leased.system = ranked.system
				where place + coalesce(leased.count, 0) <= :atOnce order by next_at, number limit :limit
			), held as (
				select number from exchange.delivery where number in (select number from due) and state = 'WAITING'
					and (leased_until is null or leased_until <= :now) for update skip locked
			)
			update exchange.delivery set leased_until = :until, tries = tries + 1, tried_at = :now
			where number in (select number from held) returning\s""" + COLUMNS;

	private static final String DONE = """
			update exchange.delivery set state = :state, next_at = :next, leased_until = null, status = :status, outcome = :outcome
			where number = :number and tries = :tries and state = 'WAITING'""";

	private static final String LATEST = "select " + COLUMNS + " from exchange.delivery where system = :system order by number desc limit :limit";

	private static final String FORGET = """
			delete from exchange.delivery where number in (select number from exchange.delivery where state <> 'WAITING' and made_at < :before limit 5000)""";

	private final JdbcClient sql;

	WebhookStore(JdbcClient sql) {
		this.sql = sql;
	}

	Optional<Webhook> find(UUID system) {
		return sql.sql(FIND).param("system", system).query((row, _) -> new Webhook(row.getObject("system", UUID.class), row.getString("url"), row.getBytes("secret"),
				row.getBytes("secret_before"), moment(row, "secret_before_until"), row.getString("set_by_name"), row.getObject("set_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** @param secret {@code null} to keep the present one */
	void set(UUID system, String url, byte @Nullable [] secret, Instant beforeUntil, Actor by, Instant at) {
		sql.sql(SET).param("system", system).param("url", url).param("secret", secret == null ? new byte[0] : secret).param("changes", secret != null)
			.param("until", utc(beforeUntil)).param("by", by.account()).param("byName", by.name()).param("at", utc(at)).update();
	}

	boolean end(UUID system) {
		sql.sql("update exchange.delivery set state = 'NEEDLESS', leased_until = null where system = :system and state = 'WAITING'").param("system", system).update();
		return sql.sql("delete from exchange.webhook where system = :system").param("system", system).update() == 1;
	}

	void queue(UUID system, long entry, String kind, String code, Instant at) {
		sql.sql(QUEUE).param("system", system).param("entry", entry).param("kind", kind).param("code", code).param("at", utc(at)).update();
	}

	boolean queueTest(UUID system, Instant at) {
		return sql.sql(QUEUE_TEST).param("system", system).param("at", utc(at)).update() == 1;
	}

	void needless(long entry) {
		sql.sql(NEEDLESS).param("entry", entry).update();
	}

	/** Takes what is due for the caller alone, until the lease ends: a node that dies gives it back by that. */
	List<Delivery> lease(int limit, Instant now, Duration lease) {
		return sql.sql(LEASE).param("now", utc(now)).param("until", utc(now.plus(lease))).param("atOnce", AT_ONCE_OF_SYSTEM).param("limit", limit)
			.query(WebhookStore::delivery).list();
	}

	/** What became of a try; nothing when the lease went to somebody else meanwhile. */
	void tried(Delivery delivery, Delivery.State state, Instant next, @Nullable Integer status, @Nullable String outcome) {
		sql.sql(DONE).param("number", delivery.number()).param("tries", delivery.tries()).param("state", state.name()).param("next", utc(next))
			.param("status", status).param("outcome", outcome).update();
	}

	List<Delivery> latest(UUID system, int limit) {
		return sql.sql(LATEST).param("system", system).param("limit", limit).query(WebhookStore::delivery).list();
	}

	int forget(Instant before) {
		return sql.sql(FORGET).param("before", utc(before)).update();
	}

	private static Delivery delivery(ResultSet row, int index) throws SQLException {
		return new Delivery(row.getLong("number"), row.getObject("system", UUID.class), row.getObject("entry", Long.class), row.getObject("message", UUID.class),
				row.getString("kind"), row.getString("code"), Delivery.State.valueOf(row.getString("state")), row.getObject("made_at", OffsetDateTime.class).toInstant(),
				row.getObject("next_at", OffsetDateTime.class).toInstant(), row.getInt("tries"), moment(row, "tried_at"), row.getObject("status", Integer.class),
				row.getString("outcome"));
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return moment == null ? null : moment.toInstant();
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
