package vn.motcua.reporting.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;

/** What the formula of an indicator may name: any indicator, broken down by its own dimensions. */
public final class IndicatorNames implements FormulaNames {

	private final Function<IndicatorCode, Optional<Indicator>> indicators;

	public IndicatorNames(Function<IndicatorCode, Optional<Indicator>> indicators) {
		this.indicators = indicators;
	}

	@Override
	public boolean known(IndicatorCode indicator) {
		return indicators.apply(indicator).isPresent();
	}

	@Override
	public List<Breakdown> parts(IndicatorCode indicator) {
		return List.of();
	}

	@Override
	public boolean has(IndicatorCode indicator, Breakdown breakdown) {
		List<String> dimensions = indicators.apply(indicator).map(Indicator::dimensions).orElse(List.of());
		return breakdown.whole() || Arrays.stream(breakdown.value().split(",")).allMatch(part -> dimensions.contains(part.substring(0, part.indexOf('='))));
	}

	@Override
	public @Nullable String unit(IndicatorCode indicator) {
		return indicators.apply(indicator).map(Indicator::unit).orElse(null);
	}

}
