package vn.motcua.reporting.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.calendar.ToldTime;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.work.PeriodOpening;
import vn.motcua.site.Page;

/** The last months of a regime whose deadline has passed, made out to everybody at the time they opened, and marked as made up. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class PastPeriods {

	private final Regimes regimes;

	private final PeriodOpening periods;

	private final StoryStore store;

	private final Instant now;

	PastPeriods(Regimes regimes, PeriodOpening periods, StoryStore store, Clock clock) {
		this.regimes = regimes;
		this.periods = periods;
		this.store = store;
		this.now = clock.instant();
	}

	/** Earliest first; those that were closed meanwhile are left out. @param months how many months back they may begin */
	List<Opening> open(Regime regime, int months) {
		LocalDate today = LocalDate.ofInstant(now, Page.ZONE);
		List<Opening> past = regimes.periods(regime.number(), today.minusMonths(months).withDayOfMonth(1), today).stream()
			.filter(opening -> opening.graceUntil().isBefore(now) && opening.closedAt() == null).toList();
		past.forEach(opening -> {
			store.markSynthetic(regime.number(), opening.period().starts());
			ToldTime.at(opening.opensAt().plus(Duration.ofHours(8)), () -> periods.open(regime, opening));
		});
		return past;
	}

	/** When the program started: all that is told happened before, what people do comes after. */
	Instant now() {
		return now;
	}

}
