package vn.motcua.reporting.counted;

import java.util.List;
import java.util.Map;

/** One form of the report, counted from what the platform knows. */
interface CountedForm {

	/** For each of the periods in their order: counts by unit and position in its sheet, of the units that there is something to count for. */
	List<Map<Integer, Map<Integer, Long>>> counts(List<CountedPeriod> periods);

}
