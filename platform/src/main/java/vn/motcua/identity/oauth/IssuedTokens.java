package vn.motcua.identity.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.stereotype.Component;

import vn.motcua.identity.SystemTokens;
import vn.motcua.identity.access.BearerActors;
import vn.motcua.identity.access.ClientCertificate;
import vn.motcua.kernel.Actor;

/** Asks the authorization server's own steps for a token, as a request to {@code /oauth2/token} would. */
@Component
@ConditionalOnWebApplication
class IssuedTokens implements SystemTokens {

	private static final int LONGEST = 200;

	private final ClientSecretAuthenticationProvider secrets;

	private final OAuth2ClientCredentialsAuthenticationProvider tokens;

	private final AuthorizationServerSettings settings;

	private final BearerActors actors;

	IssuedTokens(Clients clients, Authorizations authorizations, JWKSource<SecurityContext> keys, TokenClaims claims, AuthorizationServerSettings settings,
			BearerActors actors) {
		JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(keys));
		generator.setJwtCustomizer(claims);
		this.secrets = new ClientSecretAuthenticationProvider(clients, authorizations);
		this.secrets.setPasswordEncoder(new EitherSecret());
		this.tokens = new OAuth2ClientCredentialsAuthenticationProvider(authorizations, generator);
		this.settings = settings;
		this.actors = actors;
	}

	@Override
	public Optional<Issued> issue(String clientId, String secret) {
		if (clientId.length() > LONGEST || secret.length() > LONGEST) {
			return Optional.empty();
		}
		AuthorizationServerContextHolder.setContext(new Here(settings));
		try {
			Authentication client = secrets.authenticate(new OAuth2ClientAuthenticationToken(clientId, ClientAuthenticationMethod.CLIENT_SECRET_POST, secret, Map.of()));
			if (client == null) {
				return Optional.empty();
			}
			Authentication granted = tokens.authenticate(new OAuth2ClientCredentialsAuthenticationToken(client, Set.of("sync"), Map.of()));
			if (!(granted instanceof OAuth2AccessTokenAuthenticationToken issued)) {
				return Optional.empty();
			}
			Instant expiresAt = Objects.requireNonNull(issued.getAccessToken().getExpiresAt());
			return Optional.of(new Issued(issued.getAccessToken().getTokenValue(), expiresAt));
		}
		catch (OAuth2AuthenticationException refused) {
			return Optional.empty();
		}
		finally {
			AuthorizationServerContextHolder.resetContext();
		}
	}

	@Override
	public Optional<Actor> actor(String token) {
		return actors.actor(token, ClientCertificate.ofThisRequest());
	}

	/** These tokens come from no address of the authorization server. */
	private record Here(AuthorizationServerSettings settings) implements AuthorizationServerContext {

		@Override
		public String getIssuer() {
			return "";
		}

		@Override
		public AuthorizationServerSettings getAuthorizationServerSettings() {
			return settings;
		}

	}

}
