package vn.motcua.identity.oauth;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
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

	private static final String COLUMNS = "select id, client_id, secret_hash, name, agency, redirect_uris, scopes from identity.client ";

	private static final String BY_ID = COLUMNS + "where id = :id and disabled_at is null";

	private static final String BY_CLIENT_ID = COLUMNS + "where client_id = :clientId and disabled_at is null";

	private static final String INSERT = """
			insert into identity.client (id, client_id, secret_hash, name, agency, redirect_uris, scopes, created_at)
			values (:id, :clientId, :secretHash, :name, :agency, :redirectUris, :scopes, :at) on conflict (client_id) do nothing
			""";

	private static final String CHANGE_SECRET = "update identity.client set secret_hash = :secretHash where id = :id";

	private final JdbcClient sql;

	private final Clock clock;

	Clients(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Does nothing when the client exists.
	 *
	 * @param secretHash with the name of its algorithm before it, {@code null} for a program at a citizen's
	 */
	void add(String clientId, @Nullable String secretHash, String name, @Nullable Integer agency, List<String> redirectUris, List<String> scopes) {
		sql.sql(INSERT).param("id", UUID.randomUUID()).param("clientId", clientId).param("secretHash", secretHash).param("name", name)
			.param("agency", agency).param("redirectUris", redirectUris.toArray(String[]::new)).param("scopes", scopes.toArray(String[]::new))
			.param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
	}

	/** The server stores a client again only to write its secret by a newer algorithm. */
	@Override
	public void save(RegisteredClient client) {
		sql.sql(CHANGE_SECRET).param("id", UUID.fromString(client.getId())).param("secretHash", client.getClientSecret()).update();
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return sql.sql(BY_ID).param("id", UUID.fromString(id)).query(Clients::client).optional().orElse(null);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		if (clientId.length() > 60 || clientId.indexOf('\0') >= 0) {
			return null;
		}
		return sql.sql(BY_CLIENT_ID).param("clientId", clientId).query(Clients::client).optional().orElse(null);
	}

	private static RegisteredClient client(ResultSet row, int index) throws SQLException {
		String secret = row.getString("secret_hash");
		RegisteredClient.Builder client = RegisteredClient.withId(row.getString("id")).clientId(row.getString("client_id"))
			.clientName(row.getString("name")).scopes(scopes -> scopes.addAll(textsOf(row, "scopes")));
		if (secret == null) {
			return client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUris(uris -> uris.addAll(textsOf(row, "redirect_uris")))
				.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(true).build())
				.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(PERSON_TOKEN).build()).build();
		}
		ClientSettings.Builder settings = ClientSettings.builder();
		Integer agency = row.getObject("agency", Integer.class);
		if (agency != null) {
			settings.setting(AGENCY, agency);
		}
		return client.clientSecret(secret).clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
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
