package vn.motcua.reporting.work;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Regimes.Stage;

/**
 * How a period stands over everybody who owes a report.
 *
 * @param madeOutAt when its reports were made out, {@code null} when that was never done
 * @param closing who closed it, {@code null} when nobody did on these pages
 * @param closesAt when it closes by itself, {@code null} where the owner closes it
 */
public record PeriodStanding(Regime regime, Opening opening, Counts counts, @Nullable Instant madeOutAt, @Nullable Closing closing, @Nullable Instant closesAt, Instant now) {

	/** @param outstanding how many reports had not come */
	public record Closing(int expected, int outstanding, String by, Instant at) {
	}

	public Stage stage() {
		return opening.stage(now);
	}

	/** Why nobody owes a report, {@code null} where somebody does. */
	public @Nullable Unowed unowed() {
		if (counts.expected() > 0) {
			return null;
		}
		if (madeOutAt != null) {
			return Unowed.NOBODY;
		}
		return stage() == Stage.PLANNED ? Unowed.PLANNED : opening.closedAt() == null && now.isBefore(opening.dueAt()) ? Unowed.COMING : Unowed.PASSED;
	}

	/** How many have not been handed in. */
	public int outstanding() {
		return counts.expected() - counts.sent();
	}

	/** How many lie with those they were sent to. */
	public int waiting() {
		return counts.sent() - counts.accepted();
	}

}
