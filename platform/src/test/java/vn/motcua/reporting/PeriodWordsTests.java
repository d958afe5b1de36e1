package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import vn.motcua.site.Messages;

class PeriodWordsTests {

	private final Messages messages = Messages.load();

	@Test
	void aPeriodIsCalledAsPeopleCallIt() {
		assertThat(words(PeriodType.MONTH, "2026-11-01")).containsExactly("tháng 11/2026", "November 2026");
		assertThat(words(PeriodType.TEN_DAYS, "2026-08-21")).containsExactly("10 ngày cuối tháng 08/2026", "last days of August 2026");
		assertThat(words(PeriodType.WEEK, "2026-12-28")).containsExactly("tuần 53/2026", "week 53 of 2026");
		assertThat(words(PeriodType.QUARTER, "2026-07-01")).containsExactly("quý 3/2026", "Q3 2026");
		assertThat(words(PeriodType.HALF, "2026-07-01")).containsExactly("6 tháng cuối năm 2026", "second half of 2026");
		assertThat(words(PeriodType.SCHOOL_YEAR, "2025-09-01")).containsExactly("năm học 2025–2026", "school year 2025–2026");
		assertThat(Arrays.stream(PeriodType.values()).flatMap(type -> Arrays.stream(words(type, "2026-01-01")))).noneMatch(words -> words.contains("reporting.") || words.contains("{"));
	}

	private String[] words(PeriodType type, String starts) {
		LocalDate day = LocalDate.parse(starts);
		ReportPeriod period = new ReportPeriod(type, "x", day, day, day);
		return new String[] { PeriodWords.of(messages, Locale.of("vi"), period), PeriodWords.of(messages, Locale.ENGLISH, period) };
	}

}
