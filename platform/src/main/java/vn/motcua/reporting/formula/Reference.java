package vn.motcua.reporting.formula;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;

/** A figure that a formula reads. */
public record Reference(IndicatorCode indicator, Breakdown breakdown, When when) {

	/** Of which period or level. */
	public enum When {
		/** The report itself. */
		NOW,
		/** {@code prev(…)}: the period before. */
		PREVIOUS,
		/** {@code lastyear(…)}: the same period a year before. */
		LAST_YEAR,
		/** {@code below(…)}: the sum of the reports directly below. */
		BELOW
	}

	/** The figure of the report itself. */
	public Reference now() {
		return when == When.NOW ? this : new Reference(indicator, breakdown, When.NOW);
	}

	@Override
	public String toString() {
		return breakdown.whole() ? indicator.value() : indicator + "[" + breakdown + "]";
	}

}
