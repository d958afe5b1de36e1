package vn.motcua.identity.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import vn.motcua.identity.domain.Secrets;

/**
 * Tokens that tell a form of ours from a forged one, without a session for strangers and without a row for anybody: a keyed
 * digest of the session's identifier, or, for a stranger, of a random cookie set when a form is drawn.
 */
@Component
class FormTokens implements CsrfTokenRepository {

	private static final String FIELD = "_csrf";

	private static final String HEADER = "X-CSRF-TOKEN";

	private static final String COOKIE = "bieu-mau";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Secrets secrets;

	FormTokens(Secrets secrets) {
		this.secrets = secrets;
	}

	private record Token(String value, @Nullable String cookie) implements CsrfToken {

		@Override
		public String getHeaderName() {
			return HEADER;
		}

		@Override
		public String getParameterName() {
			return FIELD;
		}

		@Override
		public String getToken() {
			return value;
		}

	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		byte[] random = new byte[24];
		RANDOM.nextBytes(random);
		String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		return new Token(digest("cookie", cookie), cookie);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		if (token instanceof Token fresh && fresh.cookie != null) {
			ResponseCookie cookie = ResponseCookie.from(COOKIE, fresh.cookie).path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax")
				.maxAge(Duration.ofDays(1)).build();
			response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		}
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			return new Token(digest("session", session.getId()), null);
		}
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return cookie == null || cookie.getValue().length() != 32 ? null : new Token(digest("cookie", cookie.getValue()), null);
	}

	private String digest(String kind, String value) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secrets.formKey(), "HmacSHA256"));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal((kind + ':' + value).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
