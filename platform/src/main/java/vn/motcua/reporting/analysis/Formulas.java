package vn.motcua.reporting.analysis;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.IndicatorNames;

/** Formulas of indicators, compiled once. */
@Component
class Formulas {

	private static final int MOST_KEPT = 5_000;

	private final IndicatorNames names;

	private final ConcurrentHashMap<String, Optional<Formula>> compiled = new ConcurrentHashMap<>();

	Formulas(Indicators indicators) {
		this.names = new IndicatorNames(indicators::find);
	}

	/** Empty when an indicator has no formula, or one that no longer can be read. */
	Optional<Formula> of(Indicator indicator) {
		if (indicator.formula() == null) {
			return Optional.empty();
		}
		if (compiled.size() > MOST_KEPT) {
			compiled.clear();
		}
		return compiled.computeIfAbsent(indicator.formula(), text -> Formula.number(text, names).formula());
	}

}
