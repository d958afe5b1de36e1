package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.FormulaOrder;
import vn.motcua.reporting.formula.IndicatorNames;
import vn.motcua.reporting.formula.Reference;

/** What is wrong with the indicators of a file among themselves and with those that are there: formulas, weights, dimensions, and figures that need each other. */
final class IndicatorCheck {

	private final Map<IndicatorCode, Indicator> all;

	private final Set<String> dimensions;

	private final List<String> findings = new ArrayList<>();

	private IndicatorCheck(Map<IndicatorCode, Indicator> all, Set<String> dimensions) {
		this.all = all;
		this.dimensions = dimensions;
	}

	/**
	 * @param read in the order of the lines after the heading
	 * @param known those that are there already
	 * @param dimensions codes of all dimensions
	 * @return each {@code line N: rule: message}
	 */
	static List<String> findings(List<Indicator> read, Map<IndicatorCode, Indicator> known, Set<String> dimensions) {
		Map<IndicatorCode, Indicator> all = new TreeMap<>(known);
		read.forEach(indicator -> all.put(indicator.code(), indicator));
		IndicatorCheck check = new IndicatorCheck(all, dimensions);
		for (int at = 0; at < read.size(); at++) {
			check.one(at + 2, read.get(at));
		}
		if (check.findings.isEmpty()) {
			check.cycle(read);
		}
		return List.copyOf(check.findings);
	}

	private void one(int line, Indicator indicator) {
		indicator.dimensions().stream().filter(dimension -> !dimensions.contains(dimension)).forEach(dimension -> find(line, "dimensions", "no dimension is called " + dimension));
		if (indicator.decimals() < 0 || indicator.decimals() > 6) {
			find(line, "decimals", "from 0 to 6");
		}
		if (indicator.overUnits() == Aggregation.LAST) {
			find(line, "over_units", "the last is of periods, not of units");
		}
		boolean weighted = indicator.overUnits() == Aggregation.WEIGHTED_MEAN || indicator.overTime() == Aggregation.WEIGHTED_MEAN;
		if (weighted && (indicator.weight() == null || !all.containsKey(indicator.weight()))) {
			find(line, "weight", "a weighted mean names the indicator that weighs it");
		}
		boolean ratio = indicator.overUnits() == Aggregation.RATIO_OF_SUMS || indicator.overTime() == Aggregation.RATIO_OF_SUMS;
		if (ratio && !indicator.computed()) {
			find(line, "formula", "a ratio of sums has the formula that it is computed again by");
		}
		if (indicator.formula() != null) {
			Formula.number(indicator.formula(), names()).findings().stream().filter(finding -> !finding.warning())
				.forEach(finding -> find(line, "formula", "at " + finding.at() + ": " + finding.rule() + " " + finding.values()));
		}
	}

	/** Also through indicators that were there before. */
	private void cycle(List<Indicator> read) {
		Map<IndicatorCode, Formula> formulas = new LinkedHashMap<>();
		Stream.concat(read.stream(), all.values().stream()).filter(Indicator::computed)
			.forEach(indicator -> Formula.number(indicator.formula(), names()).formula().ifPresent(formula -> formulas.putIfAbsent(indicator.code(), formula)));
		FormulaOrder<IndicatorCode> order = FormulaOrder.of(formulas, Reference::indicator);
		List<IndicatorCode> codes = read.stream().map(Indicator::code).toList();
		order.cycle().stream().filter(codes::contains).findFirst().ifPresent(code -> find(codes.indexOf(code) + 2, "cycle", order.cycleInWords()));
	}

	private IndicatorNames names() {
		return new IndicatorNames(code -> Optional.ofNullable(all.get(code)));
	}

	private void find(int line, String rule, String message) {
		findings.add("line " + line + ": " + rule + ": " + message);
	}

}
