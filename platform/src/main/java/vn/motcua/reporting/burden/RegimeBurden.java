package vn.motcua.reporting.burden;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a regime costs who reports (<i>gánh nặng báo cáo</i>) with what it is computed from.
 *
 * @param reporters agencies that owe a report for one period
 * @param periods that begin in the year
 * @param yearFrom first day of that year
 * @param hoursOnPaper for one report before it went electronic, as the regime says; 0 when it says nothing
 * @param paperSource where that comes from
 * @param here hours for one report on this platform
 */
public record RegimeBurden(int reporters, int periods, LocalDate yearFrom, BigDecimal hoursOnPaper, String paperSource, MeasuredHours here, BurdenRule rule) {

	public long reportsInYear() {
		return (long) reporters * periods;
	}

	/** {@code null} while hours on paper are not said or too few reports were measured. */
	public @Nullable Saving saving() {
		BigDecimal median = here.median();
		return median == null || hoursOnPaper.signum() == 0 ? null : Saving.of(reportsInYear(), hoursOnPaper, median, rule.hourVnd());
	}

}
