package vn.motcua.identity.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A system's secret is one of those it has: the hashes stand beside each other with a space between. */
final class EitherSecret implements PasswordEncoder {

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
			if (each.matches(secret, hash)) {
				return true;
			}
		}
		return false;
	}

}
