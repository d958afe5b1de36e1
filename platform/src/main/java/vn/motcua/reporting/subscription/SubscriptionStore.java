package vn.motcua.reporting.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.AgencyId;

/** Subscriptions as rows, and of which periods their readers were told. */
@Repository
class SubscriptionStore {

	private static final String COLUMNS = "number, account, agency, board, name, question, rhythm, token, next_at, sent_at";

	private static final String INSERT = """
			insert into reporting.subscription (account, agency, board, name, question, rhythm, token, next_at, created_at)
			select :account, :agency, :board::bigint, :name::text, :question::text, :rhythm, :token, :next, :at
			where (select count(*) from reporting.subscription where account = :account) < :most
			on conflict do nothing
			""";

	private static final String CHANGE = """
			update reporting.subscription set rhythm = :rhythm, agency = :agency, name = :name::text, next_at = :next where account = :account
				and (board = :board::bigint or question = :question::text)
			""";

	private static final String OF_ACCOUNT = "select " + COLUMNS + " from reporting.subscription where account = :account order by number limit :limit";

	private static final String END = "delete from reporting.subscription where number = :number and account = :account";

	private static final String END_BY_TOKEN = "delete from reporting.subscription where token = :token";

	private static final String BY_TOKEN = "select " + COLUMNS + " from reporting.subscription where token = :token";

	private static final String DUE = "select number from reporting.subscription where next_at <= :now order by next_at, number limit :limit";

	/** Nobody else's: a node that has it already keeps it, and who comes after finds that it is not due any more. */
	private static final String TAKE = "select " + COLUMNS + " from reporting.subscription where number = :number and next_at <= :now for update skip locked";

	private static final String DONE = "update reporting.subscription set next_at = :next, sent_at = coalesce(:sent::timestamptz, sent_at) where number = :number";

	private static final String TOLD = "select period from reporting.told_period where subscription = :number and question = md5(:question) limit 20000";

	private static final String TELL = """
			insert into reporting.told_period (subscription, question, period)
			select :number, md5(:question), period from unnest(:periods::text[]) as p(period) on conflict do nothing
			""";

	private final JdbcClient sql;

	SubscriptionStore(JdbcClient sql) {
		this.sql = sql;
	}

	/** False when the account has one of the same, or as many as one can have. */
	boolean insert(Subscription fresh, Instant at, int most) {
		return sql.sql(INSERT).param("account", fresh.account()).param("agency", fresh.agency().value()).param("board", fresh.board()).param("name", fresh.name())
			.param("question", fresh.question()).param("rhythm", fresh.rhythm().name()).param("token", fresh.token()).param("next", utc(fresh.nextAt())).param("at", utc(at))
			.param("most", most).update() == 1;
	}

	/** Another rhythm for what the account gets already; false when it does not. */
	boolean change(Subscription other) {
		return sql.sql(CHANGE).param("rhythm", other.rhythm().name()).param("agency", other.agency().value()).param("name", other.name()).param("next", utc(other.nextAt()))
			.param("account", other.account()).param("board", other.board()).param("question", other.question()).update() == 1;
	}

	List<Subscription> of(UUID account, int limit) {
		return sql.sql(OF_ACCOUNT).param("account", account).param("limit", limit).query(SubscriptionStore::subscription).list();
	}

	boolean end(long number, UUID account) {
		return sql.sql(END).param("number", number).param("account", account).update() == 1;
	}

	void end(String token) {
		sql.sql(END_BY_TOKEN).param("token", token).update();
	}

	Optional<Subscription> find(String token) {
		return sql.sql(BY_TOKEN).param("token", token).query(SubscriptionStore::subscription).optional();
	}

	List<Long> due(Instant now, int limit) {
		return sql.sql(DUE).param("now", utc(now)).param("limit", limit).query(Long.class).list();
	}

	Optional<Subscription> take(long number, Instant now) {
		return sql.sql(TAKE).param("number", number).param("now", utc(now)).query(SubscriptionStore::subscription).optional();
	}

	/** @param sent {@code null} when no letter was written */
	void done(long number, Instant next, @Nullable Instant sent) {
		sql.sql(DONE).param("number", number).param("next", utc(next)).param("sent", sent == null ? null : utc(sent)).update();
	}

	Set<String> told(long number, String question) {
		return new HashSet<>(sql.sql(TOLD).param("number", number).param("question", question).query(String.class).list());
	}

	void tell(long number, String question, Collection<String> periods) {
		sql.sql(TELL).param("number", number).param("question", question).param("periods", periods.toArray(String[]::new)).update();
	}

	private static Subscription subscription(ResultSet row, int index) throws SQLException {
		OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
		return new Subscription(row.getLong("number"), row.getObject("account", UUID.class), new AgencyId(row.getInt("agency")), row.getObject("board", Long.class), row.getString("name"),
				row.getString("question"), Rhythm.valueOf(row.getString("rhythm")), row.getString("token"), row.getObject("next_at", OffsetDateTime.class).toInstant(),
				sentAt == null ? null : sentAt.toInstant());
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
