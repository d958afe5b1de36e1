package vn.motcua.reporting.regime;

import java.util.Map;

import vn.motcua.reporting.IndicatorCode;

/** A table names an indicator that there is not. */
record UnknownIndicator(String table, IndicatorCode indicator) {

	/** For the words of {@code reporting.design.unknown}. */
	Map<String, Object> values() {
		return Map.of("table", table, "indicator", indicator.value());
	}

}
