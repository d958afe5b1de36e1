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
		LocalDate today = LocalDate.ofInstant(now, Page.ZONE);
		int closed = 0;
		for (Regime regime : regimes.all()) {
			try {
				for (Opening opening : regimes.periods(regime.number(), today.minusDays(LOOK_BACK_DAYS), today)) {
					closed += due(regime, opening, now) && closing.closeByRule(regime, opening) ? 1 : 0;
				}
			}
			catch (RuntimeException failed) {
				LOG.error("periods of regime {} are not closed; others go on", regime.code(), failed);
			}
		}
		return closed;
	}

	private boolean due(Regime regime, Opening opening, Instant now) {
		return opening.stage(now) == Stage.PAST_DUE && regimes.closesAt(regime.number(), opening).filter(closes -> !closes.isAfter(now)).isPresent();
	}

}
