package vn.motcua.reporting.formula;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;

/** What formulas over the sheets of a regime may name: figures that have a place there, whichever version of the template gave it to them. */
public record PlaceNames(int regime, Cells cells, Indicators indicators) implements FormulaNames {

	@Override
	public boolean known(IndicatorCode indicator) {
		return indicators.find(indicator).isPresent();
	}

	@Override
	public List<Breakdown> parts(IndicatorCode indicator) {
		return cells.of(regime).stream().filter(cell -> cell.indicator().equals(indicator) && !cell.breakdown().whole()).map(Cell::breakdown).toList();
	}

	@Override
	public boolean has(IndicatorCode indicator, Breakdown breakdown) {
		return cells.find(regime, indicator, breakdown).isPresent();
	}

	@Override
	public @Nullable String unit(IndicatorCode indicator) {
		return indicators.find(indicator).map(Indicator::unit).orElse(null);
	}

}
