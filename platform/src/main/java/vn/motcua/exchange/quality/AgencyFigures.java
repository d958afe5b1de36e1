package vn.motcua.exchange.quality;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/**
 * What is known of how an agency's own systems keep in step.
 *
 * @param code agency part of its dossier codes
 * @param day lag of the last 24 hours
 * @param week lag of the last 7 days
 * @param silentSince when its last line came, {@code null} while it is not silent
 */
public record AgencyFigures(String code, LocalizedText name, Instant lastRecordedAt, Lag day, Lag week, @Nullable Instant silentSince, Score score) {
}
