package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Who asks for no time in particular sees the figures that are being reported now. */
class AskedTimeTests {

	@Test
	void untilTheMonthThatReportsOfTodayAreAbout() {
		assertThat(asked("2026-11-14").to()).isEqualTo("2026-11");
		assertThat(asked("2026-11-15").to()).as("Decree 09/2019/NĐ-CP, article 12: from the 15th the next month is reported").isEqualTo("2026-12");
		assertThat(asked("2026-12-31").to()).isEqualTo("2027-01");
		assertThat(asked("2026-12-31").from()).isEqualTo("2025-12");
	}

	private static AnalysisForm asked(String today) {
		return AnalysisForm.of(Map.of(), List.of(), LocalDate.parse(today));
	}

}
