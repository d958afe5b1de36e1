package vn.motcua.identity.oauth;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.access.ClientCertificate;
import vn.motcua.identity.domain.AccessTokens;

/** What our tokens say beyond the standard: that they open the interfaces, for which agency, and a person's name in identity tokens. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final Accounts accounts;

	TokenClaims(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			context.getClaims().claim(AccessTokens.USE, AccessTokens.API).id(UUID.randomUUID().toString());
			if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
				context.getClaims().claim("kind", "system");
				bind(context);
				Object agency = context.getRegisteredClient().getClientSettings().getSetting(Clients.AGENCY);
				if (agency != null) {
					context.getClaims().claim(AccessTokens.AGENCY, agency);
				}
			}
		}
		else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue()) && context.getAuthorizedScopes().contains("profile")) {
			Optional<Account> account = accounts.find(UUID.fromString(context.getPrincipal().getName()));
			account.ifPresent(known -> context.getClaims().claim("name", known.fullName()).claim("preferred_username", known.login()));
		}
	}

	/** A system with certificates gets tokens only over one of them, bound to it. RFC 8705 section 3. */
	private static void bind(JwtEncodingContext context) {
		Set<String> certificates = context.getRegisteredClient().getClientSettings().getSetting(Clients.CERTIFICATES);
		if (certificates.isEmpty()) {
			return;
		}
		String shown = ClientCertificate.ofThisRequest();
		if (shown == null || !certificates.contains(shown)) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
		}
		context.getClaims().claim("cnf", Map.of(ClientCertificate.CLAIM, shown));
	}

}
