package vn.motcua.identity.oauth;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Repository;

/**
 * Programs that may ask for tokens. One with a secret is an agency's own system and gets tokens for itself; one without runs
 * at a citizen's, and gets tokens by authorization code with PKCE after the citizen agreed.
 */
@Repository
class Clients implements RegisteredClientRepository {

	static final String AGENCY = "motcua.agency";

	private static final Duration SYSTEM_TOKEN = Duration.ofHours(1);

	private static final Duration PERSON_TOKEN = Duration.ofHours(1);

	static final String CERTIFICATES = "motcua.certificates";

	private static final String COLUMNS = """
			select id, client_id, system, name, agency, redirect_uris, scopes, certificates,
				(select string_agg(hash, ' ' order by created_at desc) from identity.client_secret s where s.client = c.id and (ends_at is null or ends_at > :now)) as hashes
			from identity.client c where disabled_at is null and suspended_at is null and""";

	private static final String BY_ID = COLUMNS + " id = :id";

	private static final String BY_CLIENT_ID = COLUMNS + " client_id = :clientId";

	private static final String WAITING = """
			select string_agg(s.hash, ' ' order by s.created_at desc) from identity.client c join identity.client_secret s on s.client = c.id
			where c.client_id = :clientId and c.system and c.disabled_at is null and c.suspended_at is not null and (s.ends_at is null or s.ends_at > :now)""";

	private static final String INSERT = """
			insert into identity.client (id, client_id, name, redirect_uris, scopes, created_at)
			values (:id, :clientId, :name, :redirectUris, :scopes, :at) on conflict (client_id) do nothing
			""";

	private final JdbcClient sql;

	private final Clock clock;

	Clients(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** A program at a citizen's. Does nothing when the client exists. */
	void add(String clientId, String name, List<String> redirectUris, List<String> scopes) {
		sql.sql(INSERT).param("id", UUID.randomUUID()).param("clientId", clientId).param("name", name)
			.param("redirectUris", redirectUris.toArray(String[]::new)).param("scopes", scopes.toArray(String[]::new)).param("at", now()).update();
	}

	/** The server would store a client again to write its secret by a newer algorithm; secrets here are random and stay. */
	@Override
	public void save(RegisteredClient client) {
		throw new UnsupportedOperationException("programs are kept by Programs and SystemClients");
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return sql.sql(BY_ID).param("now", now()).param("id", UUID.fromString(id)).query(Clients::client).optional().orElse(null);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		if (!possible(clientId)) {
			return null;
		}
		return sql.sql(BY_CLIENT_ID).param("now", now()).param("clientId", clientId).query(Clients::client).optional().orElse(null);
	}

	/** What is kept of the secrets of a system that is not approved yet, or is suspended. */
	Optional<String> waiting(String clientId) {
		return possible(clientId) ? sql.sql(WAITING).param("now", now()).param("clientId", clientId).query((row, _) -> Optional.ofNullable(row.getString(1))).single()
				: Optional.empty();
	}

	private static boolean possible(String clientId) {
		return clientId.length() <= 60 && clientId.indexOf('\0') < 0;
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static RegisteredClient client(ResultSet row, int index) throws SQLException {
		String secrets = row.getString("hashes");
		RegisteredClient.Builder client = RegisteredClient.withId(row.getString("id")).clientId(row.getString("client_id"))
			.clientName(row.getString("name")).scopes(scopes -> scopes.addAll(textsOf(row, "scopes")));
		if (!row.getBoolean("system")) {
			return client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUris(uris -> uris.addAll(textsOf(row, "redirect_uris")))
				.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(true).build())
				.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(PERSON_TOKEN).build()).build();
		}
		ClientSettings.Builder settings = ClientSettings.builder().setting(CERTIFICATES, textsOf(row, "certificates"));
		Integer agency = row.getObject("agency", Integer.class);
		if (agency != null) {
			settings.setting(AGENCY, agency);
		}
		return client.clientSecret(secrets == null ? "" : secrets).clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).clientSettings(settings.build())
			.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(SYSTEM_TOKEN).build()).build();
	}

	private static Set<String> textsOf(ResultSet row, String column) {
		try {
			Array array = row.getArray(column);
			return Set.of((String[]) array.getArray());
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

}
