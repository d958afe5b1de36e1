package vn.motcua.exchange;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One call of an agency's system: a batch as it was recorded together with what it brought, or any other call as it was answered.
 *
 * @param sender {@code null} when nobody knows who called
 * @param operation {@code events}, {@code inbox} …
 * @param purpose as the call named it, {@code null} for the one that the system was registered for
 * @param status of HTTP
 * @param outcome {@code ok}, or the code of the refusal
 * @param bytes of a batch unpacked, of another call as its head said
 * @param sha256 of a recorded batch as it was sent, in hexadecimal; {@code null} for every other call
 */
public record SyncCall(long number, @Nullable UUID sender, Instant at, String operation, @Nullable String purpose, int status, String outcome, int lines,
		long bytes, int applied, int duplicate, int stale, int rejected, @Nullable Integer tookMs, @Nullable String requestId, @Nullable String sha256) {
}
