package vn.motcua.identity.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

import vn.motcua.kernel.Sha256;

/**
 * A system's secret is one of those it has: the hashes stand beside each other with a space between. Secrets that we make are 256 random bits, which
 * nobody guesses: one SHA-256 keeps them, and who tries many costs nothing. Others keep the slow hash that they have.
 */
final class EitherSecret implements PasswordEncoder {

	private static final String RANDOM = "{sha256-random}";

	private final PasswordEncoder each = PasswordEncoderFactories.createDelegatingPasswordEncoder();

	@Override
	public String encode(@Nullable CharSequence secret) {
		throw new UnsupportedOperationException("secrets are made by SystemClients");
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
		if (secret == null || hashes == null || hashes.isEmpty() || secret.length() > 200) {
			return false;
		}
		for (String hash : hashes.split(" ")) {
			if (hash.startsWith(RANDOM) ? same(hash, ofRandom(secret.toString())) : each.matches(secret, hash)) {
				return true;
			}
		}
		return false;
	}

	/** What is kept of a secret of {@link SystemClients}. */
	static String ofRandom(String secret) {
		return RANDOM + Sha256.of(secret);
	}

	private static boolean same(String hash, String other) {
		return MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
	}

}
