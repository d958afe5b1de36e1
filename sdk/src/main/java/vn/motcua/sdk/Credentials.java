package vn.motcua.sdk;

import java.util.Objects;

/**
 * What an agency's system signs in with (OAuth 2, client credentials).
 *
 * @param id identifier of the system
 * @param secret its secret; never printed
 * @param scope what it may do, usually {@code sync}
 */
public record Credentials(String id, String secret, String scope) {

	/** Checks that nothing is missing. */
	public Credentials {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(secret, "secret");
		Objects.requireNonNull(scope, "scope");
	}

	/**
	 * Credentials for synchronisation.
	 * @param id identifier of the system
	 * @param secret its secret
	 * @return the credentials
	 */
	public static Credentials sync(String id, String secret) {
		return new Credentials(id, secret, "sync");
	}

	@Override
	public String toString() {
		return "Credentials[" + id + "]";
	}

}
