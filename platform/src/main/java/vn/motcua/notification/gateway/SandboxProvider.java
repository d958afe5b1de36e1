package vn.motcua.notification.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Delivers to nobody but a table, which the sample mailbox shows. Recipients ending in {@code .invalid} are refused, to try failures. */
@Component
public class SandboxProvider implements Provider {

	private static final int KEPT = 20_000;

	private static final String INSERT = """
			insert into notification.sandbox (key, channel, recipient, subject, body, at) values (:key, :way, :recipient, :subject, :body, :at)
			on conflict (key, channel) do nothing
			""";

	private static final String FORGET = """
			delete from notification.sandbox where number <= (select max(number) - :kept from notification.sandbox)
			""";

	private static final String LATEST = """
			select number, channel, recipient, subject, body, at from notification.sandbox
			where number < :before and (:recipient::text is null or recipient = :recipient) order by number desc limit :limit
			""";

	private final JdbcClient sql;

	private final Clock clock;

	SandboxProvider(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** A letter as it lies in the sample mailbox. */
	public record Delivered(long number, Way way, String recipient, String subject, String body, Instant at) {
	}

	@Override
	public void deliver(Letter letter) {
		if (letter.recipient().endsWith(".invalid")) {
			throw new CannotDeliver("the sandbox refuses this recipient");
		}
		sql.sql(INSERT).param("key", letter.key()).param("way", letter.way().name()).param("recipient", letter.recipient())
			.param("subject", letter.subject()).param("body", letter.body()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
	}

	/** Newest first. */
	public List<Delivered> latest(@Nullable String recipient, long before, int limit) {
		return sql.sql(LATEST).param("recipient", recipient).param("before", before).param("limit", limit).query(SandboxProvider::row).list();
	}

	public void forgetOld() {
		sql.sql(FORGET).param("kept", KEPT).update();
	}

	private static Delivered row(ResultSet row, int index) throws SQLException {
		return new Delivered(row.getLong("number"), Way.valueOf(row.getString("channel")), row.getString("recipient"), row.getString("subject"),
				row.getString("body"), row.getObject("at", OffsetDateTime.class).toInstant());
	}

}
