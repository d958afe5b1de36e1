package vn.motcua.identity.oauth;

import java.util.Optional;
import java.util.UUID;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
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

}
