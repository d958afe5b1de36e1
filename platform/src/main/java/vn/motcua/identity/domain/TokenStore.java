package vn.motcua.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens people made, and which tokens no longer count. */
@Repository
class TokenStore {

	private static final String INSERT = """
			insert into identity.token (id, account, name, agency, created_at, expires_at) values (:id, :account, :name, :agency, :at, :expiresAt)
			""";

	private static final String LIVE = """
			select id, name, agency, created_at, expires_at from identity.token
			where account = :account and revoked_at is null and expires_at > :now order by created_at desc limit 100
			""";

	private static final String REVOKE = """
			with revoked as (update identity.token set revoked_at = :now where id = :id and account = :account and revoked_at is null
				returning id, expires_at)
			insert into identity.revocation (id, expires_at) select id::text, expires_at from revoked on conflict do nothing
			""";

	private static final String REVOKE_ALL = """
			with revoked as (update identity.token set revoked_at = :now where account = :account and revoked_at is null and expires_at > :now
				returning id, expires_at)
			insert into identity.revocation (id, expires_at) select id::text, expires_at from revoked on conflict do nothing
			""";

	private static final String REVOKED = "insert into identity.revocation (id, expires_at) values (:id, :expiresAt) on conflict do nothing";

	private static final String IS_REVOKED = "select exists (select 1 from identity.revocation where id = :id)";

	private static final String FORGET = """
			delete from identity.revocation where id in (select id from identity.revocation where expires_at < :now limit 10000)
			""";

	private final JdbcClient sql;

	TokenStore(JdbcClient sql) {
		this.sql = sql;
	}

	/** A token as its owner sees it. */
	record Row(UUID id, String name, @Nullable Integer agency, Instant createdAt, Instant expiresAt) {
	}

	void insert(UUID account, Row token) {
		sql.sql(INSERT).param("id", token.id()).param("account", account).param("name", token.name()).param("agency", token.agency())
			.param("at", utc(token.createdAt())).param("expiresAt", utc(token.expiresAt())).update();
	}

	List<Row> live(UUID account, Instant now) {
		return sql.sql(LIVE).param("account", account).param("now", utc(now)).query(TokenStore::row).list();
	}

	boolean revoke(UUID account, UUID id, Instant now) {
		return sql.sql(REVOKE).param("account", account).param("id", id).param("now", utc(now)).update() == 1;
	}

	void revokeAll(UUID account, Instant now) {
		sql.sql(REVOKE_ALL).param("account", account).param("now", utc(now)).update();
	}

	void revoked(String id, Instant expiresAt) {
		sql.sql(REVOKED).param("id", id).param("expiresAt", utc(expiresAt)).update();
	}

	boolean isRevoked(String id) {
		return sql.sql(IS_REVOKED).param("id", id).query(Boolean.class).single();
	}

	void forget(Instant now) {
		sql.sql(FORGET).param("now", utc(now)).update();
	}

	private static Row row(ResultSet row, int index) throws SQLException {
		return new Row(row.getObject("id", UUID.class), row.getString("name"), row.getObject("agency", Integer.class),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("expires_at", OffsetDateTime.class).toInstant());
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
