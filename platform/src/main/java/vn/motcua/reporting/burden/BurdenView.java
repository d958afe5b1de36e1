package vn.motcua.reporting.burden;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The same for programs.
 *
 * @param yearFrom first day of the year that is meant
 * @param hoursOnPaper for one report, {@code null} when the regime says nothing
 * @param hoursHere median of the measured ones, {@code null} while they are too few
 * @param madeUpReports how many of them a demonstration told
 * @param saving in a year, {@code null} while it cannot be computed
 */
public record BurdenView(int reporters, int periodsInYear, LocalDate yearFrom, long reportsInYear, @Nullable BigDecimal hoursOnPaper, String paperSource, @Nullable BigDecimal hoursHere, int measuredReports,
		int madeUpReports, BurdenRule parameters, long hourVnd, @Nullable Saving saving) {

	public static BurdenView of(RegimeBurden burden) {
		return new BurdenView(burden.reporters(), burden.periods(), burden.yearFrom(), burden.reportsInYear(), burden.hoursOnPaper().signum() == 0 ? null : burden.hoursOnPaper(), burden.paperSource(),
				burden.here().median(), burden.here().reports(), burden.here().madeUp(), burden.rule(), burden.rule().hourVnd(), burden.saving());
	}

}
