package vn.motcua.reporting;

import java.time.LocalDate;

import vn.motcua.kernel.AgencyId;

/**
 * What one agency reports under one regime for one period (<i>báo cáo của một đơn vị cho một kỳ</i>).
 *
 * @param regime number of the regime, not its code
 * @param period first day of the period as it is named, {@link ReportPeriod#starts}
 */
public record SheetKey(int regime, LocalDate period, AgencyId agency) {
}
