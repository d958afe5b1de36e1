package vn.motcua.exchange;

import java.time.Instant;

/** One batch of an agency's system, as it was recorded together with what it brought. */
public record SyncCall(long number, Instant at, int lines, long bytes, int applied, int duplicate, int stale, int rejected) {
}
