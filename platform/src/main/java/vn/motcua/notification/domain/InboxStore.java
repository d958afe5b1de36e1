package vn.motcua.notification.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications.Received;

/** Inboxes. */
@Repository
class InboxStore {

	private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {
	};

	private static final String INSERT = """
			insert into notification.inbox (key, account, at, template, arguments, href)
			select key, account, :at, template, arguments::jsonb, href
			from unnest(:keys::text[], :accounts::uuid[], :templates::text[], :arguments::text[], :hrefs::text[]) as m(key, account, template, arguments, href)
			on conflict (key) do nothing
			""";

	private static final String PAGE = """
			select number, at, template, arguments, href, read_at from notification.inbox
			where account = :account and number < :before order by number desc limit :limit
			""";

	private static final String UNREAD = """
			select count(*) from (select 1 from notification.inbox where account = :account and read_at is null limit 100) u
			""";

	private static final String READ = """
			update notification.inbox set read_at = :at where account = :account and number = :number and read_at is null
			""";

	private static final String READ_UP_TO = """
			update notification.inbox set read_at = :at where account = :account and number <= :number and read_at is null
			""";

	private final JdbcClient sql;

	private final JsonMapper json;

	InboxStore(JdbcClient sql, JsonMapper json) {
		this.sql = sql;
		this.json = json;
	}

	void insert(List<Message> messages, Instant at) {
		sql.sql(INSERT).param("at", utc(at)).param("keys", messages.stream().map(Message::key).toArray(String[]::new))
			.param("accounts", messages.stream().map(Message::account).toArray(UUID[]::new))
			.param("templates", messages.stream().map(Message::template).toArray(String[]::new))
			.param("arguments", messages.stream().map(message -> json.writeValueAsString(message.values())).toArray(String[]::new))
			.param("hrefs", messages.stream().map(Message::href).toArray(String[]::new)).update();
	}

	List<Received> page(UUID account, long before, int limit) {
		return sql.sql(PAGE).param("account", account).param("before", before).param("limit", limit).query(this::received).list();
	}

	/** At most 100: nobody needs to know more exactly. */
	int unread(UUID account) {
		return sql.sql(UNREAD).param("account", account).query(Integer.class).single();
	}

	void markRead(UUID account, long number, Instant at) {
		sql.sql(READ).param("account", account).param("number", number).param("at", utc(at)).update();
	}

	void markReadUpTo(UUID account, long number, Instant at) {
		sql.sql(READ_UP_TO).param("account", account).param("number", number).param("at", utc(at)).update();
	}

	private Received received(ResultSet row, int index) throws SQLException {
		OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
		return new Received(row.getLong("number"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("template"),
				json.readValue(row.getString("arguments"), VALUES), row.getString("href"), readAt == null ? null : readAt.toInstant());
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
