package vn.motcua.reporting;

/** How long the periods of a regime are (<i>tần suất, kỳ báo cáo</i>). Decree 09/2019/NĐ-CP art. 12, 13. */
public enum PeriodType {
	DAY, WEEK, TEN_DAYS, MONTH, QUARTER, HALF, NINE_MONTHS, YEAR, SCHOOL_YEAR,
	/** A window of its own dates: thematic and ad hoc reports (<i>chuyên đề, đột xuất</i>). */
	WINDOW
}
