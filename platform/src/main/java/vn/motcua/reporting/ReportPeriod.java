package vn.motcua.reporting;

import java.time.LocalDate;

/**
 * One period of a regime (<i>kỳ báo cáo</i>).
 *
 * @param code as it is written: {@code 2020-08-19}, {@code 2020-W34}, {@code 2020-08-D2}, {@code 2020-08}, {@code 2020-Q3}, {@code 2020-H1},
 * {@code 2020-9M}, {@code 2020}, {@code 2020-SY} (school year 2020–2021), {@code W2020-08-19} (a window by its first day)
 * @param starts first day of the period as it is named; with the regime it identifies the period
 * @param from first day the data are of; by default the 15th before the period (Decree 09/2019/NĐ-CP art. 12)
 * @param to last day the data are of; its day names the tree of agencies the period is summed by
 */
public record ReportPeriod(PeriodType type, String code, LocalDate starts, LocalDate from, LocalDate to) {

	public ReportPeriod {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException("a period ends after it begins");
		}
	}

}
