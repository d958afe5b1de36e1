package vn.motcua.notification.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.notification.gateway.Provider.Way;

/** E-mails and text messages on their way. */
@Repository
class OutboxStore {

	private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {
	};

	private static final String INSERT = """
			insert into notification.outbox (key, channel, recipient, template, arguments, language, created_at, next_attempt_at)
			select key, channel, recipient, template, arguments::jsonb, language, :at, :at
			from unnest(:keys::text[], :channels::text[], :recipients::text[], :templates::text[], :arguments::text[], :languages::text[])
				as m(key, channel, recipient, template, arguments, language)
			on conflict (key, channel) do nothing
			""";

	private static final String CLAIM = """
			update notification.outbox set attempts = attempts + 1, next_attempt_at = :leaseUntil
			where number in (select number from notification.outbox where next_attempt_at <= :now order by next_attempt_at, number limit :limit
				for update skip locked)
			returning number, key, channel, recipient, template, arguments, language, attempts
			""";

	private static final String SENT = """
			update notification.outbox set sent_at = :at, next_attempt_at = null, arguments = '{}', last_error = null where number = any(:numbers::bigint[])
			""";

	private static final String FAILED = """
			update notification.outbox set next_attempt_at = :next, last_error = left(:error, 200) where number = :number
			""";

	private static final String GIVEN_UP = """
			update notification.outbox set next_attempt_at = null, given_up_at = :at, arguments = '{}', last_error = left(:error, 200) where number = :number
			""";

	private static final String FORGET = """
			delete from notification.outbox where number in (
				select number from notification.outbox where next_attempt_at is null and created_at < :before order by number limit 10000)
			""";

	private final JdbcClient sql;

	private final JsonMapper json;

	OutboxStore(JdbcClient sql, JsonMapper json) {
		this.sql = sql;
		this.json = json;
	}

	/** A letter to be written. */
	record Order(String key, Way way, String recipient, String template, Map<String, String> values, String language) {
	}

	/** A letter whose turn it is; {@code attempt} counts from 1. */
	record Due(long number, Order order, int attempt) {
	}

	void insert(List<Order> orders, Instant at) {
		sql.sql(INSERT).param("at", utc(at)).param("keys", orders.stream().map(Order::key).toArray(String[]::new))
			.param("channels", orders.stream().map(order -> order.way().name()).toArray(String[]::new))
			.param("recipients", orders.stream().map(Order::recipient).toArray(String[]::new))
			.param("templates", orders.stream().map(Order::template).toArray(String[]::new))
			.param("arguments", orders.stream().map(order -> json.writeValueAsString(order.values())).toArray(String[]::new))
			.param("languages", orders.stream().map(Order::language).toArray(String[]::new)).update();
	}

	/** Takes letters whose turn it is; another node gets them when this one has not answered by the end of the lease. */
	List<Due> claim(Instant now, Instant leaseUntil, int limit) {
		return sql.sql(CLAIM).param("now", utc(now)).param("leaseUntil", utc(leaseUntil)).param("limit", limit).query(this::due).list();
	}

	/** What was sent is forgotten word by word: one-time codes do not stay. */
	void sent(List<Long> numbers, Instant at) {
		if (!numbers.isEmpty()) {
			sql.sql(SENT).param("numbers", numbers.toArray(Long[]::new)).param("at", utc(at)).update();
		}
	}

	void failed(long number, String error, Instant next) {
		sql.sql(FAILED).param("number", number).param("error", error).param("next", utc(next)).update();
	}

	void giveUp(long number, String error, Instant at) {
		sql.sql(GIVEN_UP).param("number", number).param("error", error).param("at", utc(at)).update();
	}

	void forget(Instant before) {
		sql.sql(FORGET).param("before", utc(before)).update();
	}

	private Due due(ResultSet row, int index) throws SQLException {
		Order order = new Order(row.getString("key"), Way.valueOf(row.getString("channel")), row.getString("recipient"), row.getString("template"),
				json.readValue(row.getString("arguments"), VALUES), row.getString("language"));
		return new Due(row.getLong("number"), order, row.getInt("attempts"));
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
