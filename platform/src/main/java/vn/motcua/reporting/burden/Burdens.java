package vn.motcua.reporting.burden;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Service;

import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.work.Reporters;
import vn.motcua.site.Page;

/** Counts and measures what regimes cost. */
@Service
public class Burdens {

	private final Regimes regimes;

	private final Reporters reporters;

	private final BurdenRules rules;

	private final HoursStore hours;

	private final Clock clock;

	Burdens(Regimes regimes, Reporters reporters, BurdenRules rules, HoursStore hours, Clock clock) {
		this.regimes = regimes;
		this.reporters = reporters;
		this.rules = rules;
		this.hours = hours;
		this.clock = clock;
	}

	/** As it stands: of a year from today on, or from when the regime comes into force. */
	public RegimeBurden of(Regime regime) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		LocalDate from = regime.validFrom().isAfter(today) ? regime.validFrom() : today;
		BurdenRule rule = rules.on(today);
		return new RegimeBurden(reporters.of(regime, from), regimes.periods(regime.number(), from, from.plusYears(1).minusDays(1)).size(), regime.burden().hoursOnPaper(),
				regime.burden().source(), hours.measure(regime.number(), today.minusMonths(rule.months()), rule), rule);
	}

}
