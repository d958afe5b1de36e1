package vn.motcua.reporting.counted;

import java.util.Map;

import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes.Opening;

/** One form of the report, counted from what the platform knows. */
interface CountedForm {

	/** Counts by unit and position in its sheet, of the units that there is something to count for. */
	Map<Integer, Map<Integer, Long>> counts(Regime regime, Opening opening);

}
