package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Regimes.Stage;
import vn.motcua.site.Page;

/** Closes the periods of regimes that say how long after the deadline they close, as the platform's own act; whichever node is first. */
@Service
class ClosingByRule {

	private static final Logger LOG = LoggerFactory.getLogger(ClosingByRule.class);

	/** A year's period, and the longest time after its deadline. */
	private static final int LOOK_BACK_DAYS = 900;

	private final Regimes regimes;

	private final PeriodClosing closing;

	private final Clock clock;

	ClosingByRule(@Lazy Regimes regimes, PeriodClosing closing, Clock clock) {
		this.regimes = regimes;
		this.closing = closing;
		this.clock = clock;
	}

	/** How many were closed. */
	int closeDue() {
		Instant now = clock.instant();
		int closed = 0;
		for (Regime regime : regimes.all()) {
			try {
				closed += closeDue(regime, now);
			}
			catch (RuntimeException failed) {
				LOG.error("periods of regime {} are not closed; others go on", regime.code(), failed);
			}
		}
		return closed;
	}

	/** Those of one regime that close by a moment. */
	int closeDue(Regime regime, Instant by) {
		LocalDate day = LocalDate.ofInstant(by, Page.ZONE);
		int closed = 0;
		for (Opening opening : regimes.periods(regime.number(), day.minusDays(LOOK_BACK_DAYS), day)) {
			closed += mayClose(regime, opening, by) && closing.closeByRule(regime, opening, by) ? 1 : 0;
		}
		return closed;
	}

	/** By the rule alone, which is asked of every period; one that was made out late closes later. */
	private boolean mayClose(Regime regime, Opening opening, Instant by) {
		return opening.stage(by) == Stage.PAST_DUE && regimes.closesAt(regime.number(), opening, null).filter(closes -> !closes.isAfter(by)).isPresent();
	}

}
