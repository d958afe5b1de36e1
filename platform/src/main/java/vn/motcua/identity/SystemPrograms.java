package vn.motcua.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Sha256;

/**
 * OAuth 2 programs of agencies' systems: what asks {@code /oauth2/token} for tokens of its own. Who may have one is decided by the
 * room of the exchange, which also writes down who did what.
 */
public interface SystemPrograms {

	/** Secrets that hold at one time: a new one before the old one goes. */
	int MOST_SECRETS = 2;

	/** Certificates that hold at one time. */
	int MOST_CERTIFICATES = 2;

	/** What the authorization server knows of a system. */
	record Known(String clientId, String name, @Nullable AgencyId agency) {
	}

	/**
	 * A secret without its letters.
	 *
	 * @param beginning its first letters, for people to tell two apart
	 * @param endsAt when it ends by itself, {@code null} for not
	 */
	record Secret(UUID id, String beginning, Instant createdAt, @Nullable Instant endsAt) {
	}

	/** The account that stands for a system in every record; it follows from the client id. */
	static UUID account(String clientId) {
		return UUID.nameUUIDFromBytes(("client:" + clientId).getBytes(StandardCharsets.UTF_8));
	}

	static boolean isClientId(String text) {
		return text.matches("[a-z][a-z0-9-]{2,59}");
	}

	/** What binds a certificate: base64url of its SHA-256 (RFC 8705). */
	static String thumbprint(X509Certificate certificate) {
		try {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.begun().digest(certificate.getEncoded()));
		}
		catch (GeneralSecurityException unreadable) {
			throw new IllegalArgumentException("not a certificate", unreadable);
		}
	}

	/** All that are in force, by client id. */
	List<Known> all();

	/**
	 * Adds a system that gets no tokens yet: it has no secret and is not resumed.
	 * @throws vn.motcua.kernel.problem.ProblemException {@link IdentityProblem#CLIENT_EXISTS}
	 */
	void add(String clientId, String name, AgencyId agency);

	/** Its tokens may also be for reading and filling reports: its agency's and those that its agency answers for. */
	void allowReporting(String clientId);

	/** It may get tokens. */
	void resume(String clientId);

	/** It gets no tokens until it is resumed, and those it has end. */
	void suspend(String clientId);

	/** It gets no tokens for ever, and those it has end; its name stays taken. */
	void close(String clientId);

	/** Those that hold, the oldest first. */
	List<Secret> secrets(String clientId);

	/**
	 * A new secret, the only moment it can be read.
	 * @param grace how long the one before goes on
	 * @throws vn.motcua.kernel.problem.ProblemException {@link IdentityProblem#TOO_MANY_SECRETS}
	 */
	String addSecret(String clientId, Duration grace);

	/** Ends a secret now, and with it every token of the system, since nobody can say which secret brought it. */
	void endSecret(String clientId, UUID secret);

	/** SHA-256 of the certificates that are bound, base64url. */
	List<String> certificates(String clientId);

	/** Tokens are given to and taken from the bearers of these certificates only (RFC 8705); for none, from whoever has the secret. Tokens there are end. */
	void bind(String clientId, List<String> certificates);

}
