package vn.motcua.identity.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

import vn.motcua.identity.domain.AccessTokens;

/** Authorizations in the database, forgotten a day after they ended; a token that is given back stops opening the interfaces. */
@Component
class Authorizations implements OAuth2AuthorizationService {

	private static final Duration KEPT = Duration.ofDays(1);

	private static final String FORGET = """
			delete from identity.oauth2_authorization where id in (
				select id from identity.oauth2_authorization
				where coalesce(access_token_expires_at, authorization_code_expires_at, :before) < :before limit 10000)
			""";

	private final JdbcOAuth2AuthorizationService stored;

	private final AccessTokens tokens;

	private final JdbcClient sql;

	private final Clock clock;

	private final boolean work;

	Authorizations(DataSource dataSource, Clients clients, AccessTokens tokens, JdbcClient sql, Clock clock, @Value("${motcua.work}") boolean work) {
		this.stored = new JdbcOAuth2AuthorizationService(new OwnSchema(dataSource), clients);
		this.tokens = tokens;
		this.sql = sql;
		this.clock = clock;
		this.work = work;
	}

	@Override
	public void save(OAuth2Authorization authorization) {
		OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
		if (access != null && access.isInvalidated() && access.getClaims() != null) {
			Instant expiresAt = access.getToken().getExpiresAt();
			tokens.revoke(String.valueOf(access.getClaims().get("jti")), expiresAt == null ? clock.instant().plus(KEPT) : expiresAt);
		}
		stored.save(authorization);
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		stored.remove(authorization);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return stored.findById(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		return token.length() > 8_000 || token.indexOf('\0') >= 0 ? null : stored.findByToken(token, type);
	}

	@Scheduled(fixedDelay = 3_600_000, initialDelay = 240_000)
	void forget() {
		if (work) {
			sql.sql(FORGET).param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
		}
	}

}
