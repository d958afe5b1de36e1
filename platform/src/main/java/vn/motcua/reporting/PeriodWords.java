package vn.motcua.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;

import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** What people call a period (<i>kỳ báo cáo</i>): tháng 11/2026, quý 3/2026, 6 tháng đầu năm 2026. */
public final class PeriodWords {

	private static final DateTimeFormatter VIETNAMESE_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

	private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

	private PeriodWords() {
	}

	/** As it stands in a sentence. */
	public static String of(Page page, ReportPeriod period) {
		return page.t(key(period), values(period, page.english()));
	}

	/** As it stands alone, in a table or a heading. */
	public static String alone(Page page, ReportPeriod period) {
		String words = of(page, period);
		return words.substring(0, 1).toUpperCase(page.locale()) + words.substring(1);
	}

	/** In the language of a letter or a document. */
	public static String of(Messages messages, Locale language, ReportPeriod period) {
		return messages.text(language, key(period), values(period, language.getLanguage().equals("en")));
	}

	private static String key(ReportPeriod period) {
		String name = "reporting.period." + period.type();
		return switch (period.type()) {
			case TEN_DAYS -> name + "." + (Math.min((period.starts().getDayOfMonth() - 1) / 10, 2) + 1);
			case HALF -> name + "." + (period.starts().getMonthValue() < 7 ? 1 : 2);
			case DAY, WEEK, MONTH, QUARTER, NINE_MONTHS, YEAR, SCHOOL_YEAR, WINDOW -> name;
		};
	}

	private static Map<String, String> values(ReportPeriod period, boolean english) {
		LocalDate day = period.starts();
		boolean week = period.type() == PeriodType.WEEK;
		return Map.of("day", (english ? ENGLISH_DAY : VIETNAMESE_DAY).format(day), "month", english ? ENGLISH_MONTH.format(day) : String.format(Locale.ROOT, "%02d", day.getMonthValue()), "n",
				String.valueOf(day.get(week ? IsoFields.WEEK_OF_WEEK_BASED_YEAR : IsoFields.QUARTER_OF_YEAR)), "year",
				String.valueOf(week ? day.get(IsoFields.WEEK_BASED_YEAR) : day.getYear()), "next", String.valueOf(day.getYear() + 1));
	}

}
