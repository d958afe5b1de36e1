package vn.motcua.reporting.burden;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Service;

import vn.motcua.reporting.PeriodType;
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

	/** As it stands: of a year from today on, or from when the regime comes into force; of rounds that nobody has named yet, of the year until today. */
	public RegimeBurden of(Regime regime) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		LocalDate from = regime.validFrom().isAfter(today) ? regime.validFrom() : today;
		if (regime.periodType() == PeriodType.WINDOW && periods(regime, from) == 0) {
			from = today.minusYears(1);
		}
		BurdenRule rule = rules.on(today);
		return new RegimeBurden(reporters.of(regime, from), periods(regime, from), from, regime.burden().hoursOnPaper(), regime.burden().source(),
				hours.measure(regime.number(), today.minusMonths(rule.months()), rule), rule);
	}

	/** That begin in a year. */
	private int periods(Regime regime, LocalDate from) {
		return regimes.periods(regime.number(), from, from.plusYears(1).minusDays(1)).size();
	}

}
