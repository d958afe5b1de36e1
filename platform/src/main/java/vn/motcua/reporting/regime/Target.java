package vn.motcua.reporting.regime;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.IndicatorCode;

/**
 * What an indicator should reach in a year (<i>chỉ tiêu kế hoạch</i>).
 *
 * @param agency number of the unit, 0 for the country
 * @param source the plan that says so, {@code unverified}, or {@code synthetic} when it was made up for demonstration
 * @param by who said it on the page, {@code null} for what came with a file
 */
record Target(IndicatorCode indicator, int year, int agency, BigDecimal amount, String source, @Nullable String by) {
}
