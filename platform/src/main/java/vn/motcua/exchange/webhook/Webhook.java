package vn.motcua.exchange.webhook;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where a system is told that something waits for it.
 *
 * @param secret signs what is sent
 * @param before the secret before it, which signs too until a moment, {@code null} for none
 */
record Webhook(UUID system, String url, byte[] secret, byte @Nullable [] before, @Nullable Instant beforeUntil, String setByName, Instant setAt) {

	/** Never the secrets. */
	@Override
	public String toString() {
		return "webhook of " + system;
	}

}
