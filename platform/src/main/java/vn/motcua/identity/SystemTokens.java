package vn.motcua.identity;

import java.time.Instant;
import java.util.Optional;

import vn.motcua.kernel.Actor;

/**
 * Tokens of agencies' systems for the interface whose envelope carries user, password and session: the same clients, secrets and
 * tokens as at {@code /oauth2/token}, so that a secret that is changed or a system that is closed ends them at once.
 */
public interface SystemTokens {

	/** @param token what stands for the system until it ends */
	record Issued(String token, Instant expiresAt) {
	}

	/** Empty when there is no such system or it has another secret. */
	Optional<Issued> issue(String clientId, String secret);

	/** Empty when the token is not ours, has ended or was taken back. */
	Optional<Actor> actor(String token);

}
