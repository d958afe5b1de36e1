package vn.motcua.reporting;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the platform counted last for a report, beside what stands in its sheet. A figure follows its count until the agency corrects it; then the correction
 * stands with its explanation and the count goes on beside it. Writing the counted figure again ends the correction.
 */
public interface CountedFigures {

	/** By position, without what the form computes from it; empty for reports that nothing is counted for. */
	Map<Integer, BigDecimal> of(SheetKey key);

}
