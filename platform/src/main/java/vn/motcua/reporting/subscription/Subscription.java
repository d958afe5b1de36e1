package vn.motcua.reporting.subscription;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;

/**
 * Somebody's wish to get figures by e-mail: of a board, or of one question with a name of its own.
 *
 * @param agency for which its reader acted
 * @param token secret of the link by which it is ended without signing in
 * @param nextAt when the next letter is due, or periods are looked at again
 * @param sentAt when the last letter was written
 */
public record Subscription(long number, UUID account, AgencyId agency, @Nullable Long board, @Nullable String name, @Nullable String question, Rhythm rhythm, String token,
		Instant nextAt, @Nullable Instant sentAt) {
}
