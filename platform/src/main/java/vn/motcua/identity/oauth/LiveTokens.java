package vn.motcua.identity.oauth;

import java.text.ParseException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import com.nimbusds.jwt.SignedJWT;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.identity.domain.AccessTokens;

/** Ends every token that a program holds: each is put among the revoked, and what the authorization server knows of it goes. */
@Component
class LiveTokens {

	private static final String LIVE = """
			select access_token_value, access_token_expires_at from identity.oauth2_authorization
			where registered_client_id = :client and access_token_expires_at > :now
			""";

	private static final String DELETE = "delete from identity.oauth2_authorization where registered_client_id = :client";

	private final JdbcClient sql;

	private final AccessTokens tokens;

	private final Clock clock;

	LiveTokens(JdbcClient sql, AccessTokens tokens, Clock clock) {
		this.sql = sql;
		this.tokens = tokens;
		this.clock = clock;
	}

	void end(UUID client) {
		sql.sql(LIVE).param("client", client.toString()).param("now", clock.instant().atOffset(ZoneOffset.UTC))
			.query(row -> {
				tokens.revoke(id(row.getString("access_token_value")), row.getObject("access_token_expires_at", OffsetDateTime.class).toInstant());
			});
		sql.sql(DELETE).param("client", client.toString()).update();
	}

	private static String id(String token) {
		try {
			return SignedJWT.parse(token).getJWTClaimsSet().getJWTID();
		}
		catch (ParseException notOurs) {
			throw new IllegalStateException("a stored token is none", notOurs);
		}
	}

}
