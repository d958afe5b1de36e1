package vn.motcua.exchange.webhook;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One message to a system and what became of it.
 *
 * @param entry of its inbox, {@code null} for a test
 * @param message its id at the receiver, the same with every try
 * @param tries so far
 * @param status of the last answer, {@code null} when there was none
 * @param outcome of the last try, a message key, {@code null} before the first
 */
public record Delivery(long number, UUID system, @Nullable Long entry, UUID message, String kind, @Nullable String code, State state, Instant madeAt, Instant nextAt,
		int tries, @Nullable Instant triedAt, @Nullable Integer status, @Nullable String outcome) {

	public enum State {
		/** For its time, or on its way. */
		WAITING, DELIVERED,
		/** Nobody took it for a day. */
		GIVEN_UP,
		/** The system fetched the entry without being told. */
		NEEDLESS
	}

}
