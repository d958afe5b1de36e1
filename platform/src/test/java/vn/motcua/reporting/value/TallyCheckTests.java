package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.entry.EntryFixture;
import vn.motcua.reporting.value.PeriodDays.Period;

/** What reports count as is compared with how far they are, and put right. */
@MotCuaTest
class TallyCheckTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private TallyCheck check;

	@Autowired
	private Sheets sheets;

	@Test
	void saysWhichReportCountsAsWhatAndLetsItCountAsItIs() {
		EntryFixture report = EntryFixture.open(program, "THU.SOAT");
		Period period = new Period(report.key().regime(), report.key().period());
		String agency = "the report of agency " + report.key().agency();
		assertThat(told(period)).as("it was put there past the steps").containsExactly(agency + " is OPEN, its last step led to null",
				agency + " counts as nothing, being OPEN it should as EXPECTED");
		check.renew(period);
		sheets.save(report.key(), List.of(new CellChange(1, BigDecimal.ONE, null)), ValueSource.TYPED, report.clerk);
		assertThat(told(period)).isEmpty();
	}

	private List<String> told(Period period) {
		List<String> told = new ArrayList<>();
		check.compare(period, told::add);
		return told;
	}

}
