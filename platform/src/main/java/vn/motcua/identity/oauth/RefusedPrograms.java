package vn.motcua.identity.oauth;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * What a program hears that did not prove who it is: nothing but that (RFC 6749, 5.2). Only one whose secret is right hears that its system is not approved or is
 * suspended, so that nobody else learns of it.
 */
final class RefusedPrograms implements AuthenticationFailureHandler {

	private static final String NOT_APPROVED = "The centre has not approved this system yet, or has suspended it.";

	private final Clients clients;

	private final EitherSecret secrets = new EitherSecret();

	private final ClientSecretBasicAuthenticationConverter basic = new ClientSecretBasicAuthenticationConverter();

	private final ClientSecretPostAuthenticationConverter post = new ClientSecretPostAuthenticationConverter();

	RefusedPrograms(Clients clients) {
		this.clients = clients;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) throws IOException {
		String code = refused instanceof OAuth2AuthenticationException said ? said.getError().getErrorCode() : OAuth2ErrorCodes.INVALID_CLIENT;
		if (!code.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
			answer(response, HttpServletResponse.SC_BAD_REQUEST, "{\"error\":\"" + code + "\"}");
		}
		else if (waits(given(request))) {
			answer(response, HttpServletResponse.SC_BAD_REQUEST,
					"{\"error\":\"" + OAuth2ErrorCodes.UNAUTHORIZED_CLIENT + "\",\"error_description\":\"" + NOT_APPROVED + "\"}");
		}
		else {
			stranger(response);
		}
	}

	static void stranger(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		answer(response, HttpServletResponse.SC_UNAUTHORIZED, "{\"error\":\"" + OAuth2ErrorCodes.INVALID_CLIENT + "\"}");
	}

	private @Nullable Authentication given(HttpServletRequest request) {
		try {
			Authentication named = basic.convert(request);
			return named == null ? post.convert(request) : named;
		}
		catch (OAuth2AuthenticationException unreadable) {
			return null;
		}
	}

	private boolean waits(@Nullable Authentication given) {
		Object secret = given == null ? null : given.getCredentials();
		return given != null && secret != null && clients.waiting(given.getName()).filter(hashes -> secrets.matches(secret.toString(), hashes)).isPresent();
	}

	private static void answer(HttpServletResponse response, int status, String body) throws IOException {
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getWriter().write(body);
	}

}
