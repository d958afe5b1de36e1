package vn.motcua.portal.home;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Three figures of the home page, counted from the catalogue and the ledger.
 *
 * @param received dossiers received in the last {@value #DAYS} days, {@code null} when not counted yet
 * @param onTimePercent share of the dossiers finished in that time that were finished by the promised moment, {@code null} when none was
 * @param countedAt when the ledger was counted
 */
public record Figures(int services, @Nullable Long received, @Nullable Integer onTimePercent, @Nullable Instant countedAt) {

	public static final int DAYS = 30;

}
