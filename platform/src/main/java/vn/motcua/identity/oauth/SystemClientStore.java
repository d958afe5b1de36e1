package vn.motcua.identity.oauth;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.identity.SystemPrograms.Known;
import vn.motcua.identity.SystemPrograms.Secret;
import vn.motcua.kernel.AgencyId;

/** SQL of agencies' systems, their secrets and certificates. */
@Repository
class SystemClientStore {

	private static final String ALL = "select client_id, name, agency from identity.client where system and disabled_at is null order by client_id limit 5000";

	private static final String FIND = "select id from identity.client where client_id = :clientId and system";

	private static final String INSERT = """
			insert into identity.client (id, client_id, system, name, agency, redirect_uris, scopes, created_at, suspended_at)
			values (:id, :clientId, true, :name, :agency, '{}', '{sync}', :at, :suspendedAt) on conflict (client_id) do nothing""";

	private static final String ALLOW_REPORTING = "update identity.client set scopes = '{sync,reporting}' where client_id = :clientId and system";

	private static final String SUSPEND = "update identity.client set suspended_at = coalesce(suspended_at, :at) where client_id = :clientId and system";

	private static final String RESUME = "update identity.client set suspended_at = null where client_id = :clientId and system";

	private static final String CLOSE = "update identity.client set disabled_at = coalesce(disabled_at, :at) where client_id = :clientId and system";

	private static final String SECRETS = """
			select s.id, s.beginning, s.created_at, s.ends_at from identity.client_secret s join identity.client c on c.id = s.client
			where c.client_id = :clientId and (s.ends_at is null or s.ends_at > :now) order by s.created_at limit 10""";

	private static final String INSERT_SECRET = """
			insert into identity.client_secret (id, client, hash, beginning, created_at) values (:id, :client, :hash, :beginning, :at)""";

	private static final String END_LATER = "update identity.client_secret set ends_at = :at where client = :client and ends_at is null";

	private static final String END_SECRET = """
			update identity.client_secret set ends_at = :at where client = :client and id = :id and (ends_at is null or ends_at > :at)""";

	private static final String CERTIFICATES = "select unnest(certificates) from identity.client where client_id = :clientId";

	private static final String BIND = "update identity.client set certificates = :certificates where client_id = :clientId and system";

	private final JdbcClient sql;

	private final Clock clock;

	SystemClientStore(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	List<Known> all() {
		return sql.sql(ALL).query((row, _) -> {
			int agency = row.getInt("agency");
			return new Known(row.getString("client_id"), row.getString("name"), agency == 0 ? null : new AgencyId(agency));
		}).list();
	}

	Optional<UUID> find(String clientId) {
		return sql.sql(FIND).param("clientId", clientId).query(UUID.class).optional();
	}

	/** Its row held until the end of the transaction. */
	Optional<UUID> lock(String clientId) {
		return sql.sql(FIND + " and disabled_at is null for update").param("clientId", clientId).query(UUID.class).optional();
	}

	/** False when the name is taken. */
	boolean insert(String clientId, String name, AgencyId agency, boolean suspended) {
		return sql.sql(INSERT).param("id", UUID.randomUUID()).param("clientId", clientId).param("name", name).param("agency", agency.value()).param("at", now())
			.param("suspendedAt", suspended ? now() : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE).update() == 1;
	}

	void allowReporting(String clientId) {
		sql.sql(ALLOW_REPORTING).param("clientId", clientId).update();
	}

	void suspend(String clientId) {
		sql.sql(SUSPEND).param("clientId", clientId).param("at", now()).update();
	}

	void resume(String clientId) {
		sql.sql(RESUME).param("clientId", clientId).update();
	}

	void close(String clientId) {
		sql.sql(CLOSE).param("clientId", clientId).param("at", now()).update();
	}

	List<Secret> secrets(String clientId) {
		return sql.sql(SECRETS).param("clientId", clientId).param("now", now()).query((row, _) -> {
			OffsetDateTime ends = row.getObject("ends_at", OffsetDateTime.class);
			return new Secret(row.getObject("id", UUID.class), row.getString("beginning"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
					ends == null ? null : ends.toInstant());
		}).list();
	}

	void insertSecret(UUID client, String hash, String beginning) {
		sql.sql(INSERT_SECRET).param("id", UUID.randomUUID()).param("client", client).param("hash", hash).param("beginning", beginning).param("at", now()).update();
	}

	void endLater(UUID client, Instant at) {
		sql.sql(END_LATER).param("client", client).param("at", at.atOffset(ZoneOffset.UTC)).update();
	}

	boolean endSecret(UUID client, UUID id) {
		return sql.sql(END_SECRET).param("client", client).param("id", id).param("at", now()).update() == 1;
	}

	List<String> certificates(String clientId) {
		return sql.sql(CERTIFICATES).param("clientId", clientId).query(String.class).list();
	}

	void bind(String clientId, List<String> certificates) {
		sql.sql(BIND).param("clientId", clientId).param("certificates", certificates.toArray(String[]::new)).update();
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

}
