package vn.motcua.reporting.value;

import java.math.BigDecimal;
import java.time.Instant;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.ValueSource;

/**
 * A value as it stands in a report, and where it came from.
 *
 * @param version of the sheet by which it came
 */
record ReportedValue(IndicatorCode indicator, Breakdown breakdown, BigDecimal value, ValueSource source, int version, Instant at) {

	/** As intake reads it: no exponent, with the decimals of its cell. */
	String written() {
		return value.toPlainString();
	}

}
