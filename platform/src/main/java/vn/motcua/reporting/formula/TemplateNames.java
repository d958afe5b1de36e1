package vn.motcua.reporting.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;

/** The figures of one template: what its computed cells and checks may name. */
final class TemplateNames implements FormulaNames {

	private final Map<IndicatorCode, List<Breakdown>> cells = new LinkedHashMap<>();

	private final Function<IndicatorCode, Optional<Indicator>> indicators;

	TemplateNames(Template template, Function<IndicatorCode, Optional<Indicator>> indicators) {
		this.indicators = indicators;
		for (Template.Table table : template.tables()) {
			for (Template.TableCell cell : table.cells()) {
				if (cell.indicator() != null) {
					cells.computeIfAbsent(cell.indicator(), _ -> new ArrayList<>()).add(cell.breakdown());
				}
			}
		}
	}

	@Override
	public boolean known(IndicatorCode indicator) {
		return cells.containsKey(indicator);
	}

	@Override
	public List<Breakdown> parts(IndicatorCode indicator) {
		return cells.getOrDefault(indicator, List.of()).stream().filter(part -> !part.whole()).distinct().toList();
	}

	@Override
	public boolean has(IndicatorCode indicator, Breakdown breakdown) {
		return cells.getOrDefault(indicator, List.of()).contains(breakdown);
	}

	@Override
	public @Nullable String unit(IndicatorCode indicator) {
		return indicators.apply(indicator).map(Indicator::unit).orElse(null);
	}

}
