package vn.motcua.reporting.regime;

import java.time.LocalDate;
import java.time.YearMonth;

import vn.motcua.reporting.PeriodType;

/**
 * Which days the data of a period are of (<i>thời gian chốt số liệu</i>).
 *
 * @param fromMonth month of the first day, counted from the first month of the period: −1 is the month before
 * @param fromDay day of that month, 31 for its last
 * @param toMonth month of the last day, counted from the last month of the period
 * @param toDay day of that month, 31 for its last
 * @param shiftDays for periods shorter than a month, by how many days the data begin and end later (or, below 0, earlier) than the period
 */
record CutOff(int fromMonth, int fromDay, int toMonth, int toDay, int shiftDays) {

	/** From the 15th of the month before to the 14th of the last month: Decree 09/2019/NĐ-CP art. 12. */
	static final CutOff DECREE = new CutOff(-1, 15, 0, 14, 0);

	/** The days of the period itself. */
	static final CutOff CALENDAR = new CutOff(0, 1, 0, 31, 0);

	CutOff {
		if (Math.abs(fromMonth) > 12 || Math.abs(toMonth) > 12 || fromDay < 1 || fromDay > 31 || toDay < 1 || toDay > 31 || Math.abs(shiftDays) > 31) {
			throw new IllegalArgumentException("a cut-off lies at most 12 months or 31 days from its period");
		}
	}

	LocalDate from(PeriodType type, LocalDate starts) {
		return inDays(type) ? starts.plusDays(shiftDays) : day(YearMonth.from(starts).plusMonths(fromMonth), fromDay);
	}

	LocalDate to(PeriodType type, LocalDate starts) {
		LocalDate last = NamedPeriods.last(type, starts);
		return inDays(type) ? last.plusDays(shiftDays) : day(YearMonth.from(last).plusMonths(toMonth), toDay);
	}

	static boolean inDays(PeriodType type) {
		return type == PeriodType.DAY || type == PeriodType.WEEK || type == PeriodType.TEN_DAYS;
	}

	private static LocalDate day(YearMonth month, int day) {
		return month.atDay(Math.min(day, month.lengthOfMonth()));
	}

}
