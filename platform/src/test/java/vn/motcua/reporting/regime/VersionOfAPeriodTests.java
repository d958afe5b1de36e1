package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency.Level;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.work.PeriodOpening;
import vn.motcua.site.Page;

/** A regime was reported under by provinces, and by ministries since a fortnight. */
@MotCuaTest
class VersionOfAPeriodTests {

	private static final RegimeCode CODE = new RegimeCode("THU.PHIENBAN.TUAN");

	private static final LocalDate BEFORE_MERGERS = LocalDate.of(2025, 3, 3);

	@Autowired
	Regimes regimes;

	@Autowired
	Reports reports;

	@Autowired
	PeriodOpening opening;

	@Autowired
	Agencies agencies;

	@Autowired
	BeanFactory program;

	private final LocalDate today = LocalDate.now(Page.ZONE);

	@Test
	void aPeriodIsOwedByWhomItsVersionNamesAndByTheTreeOfItsDay() {
		load(1, LocalDate.of(2020, 1, 6), "PROVINCE");
		load(2, today.minusWeeks(2), "MINISTRY");
		Regime now = regimes.find(CODE).orElseThrow();
		assertThat(now.subjects()).containsExactly(Level.MINISTRY);

		assertOwedBy(now, weekOf(now, BEFORE_MERGERS), Level.PROVINCE);
		assertOwedBy(now, weekOf(now, today.minusWeeks(5)), Level.PROVINCE);
		assertOwedBy(now, weekOf(now, today.minusWeeks(1)), Level.MINISTRY);
		assertThat(agencies.all(Level.PROVINCE, BEFORE_MERGERS)).as("the tree of that day").hasSize(63);
	}

	private void assertOwedBy(Regime now, Opening week, Level level) {
		var owing = agencies.all(level, week.period().to());
		assertThat(opening.open(now, week)).as(week.period().code()).isEqualTo(owing.size());
		assertThat(owing).allSatisfy(agency -> assertThat(reports.find(new SheetKey(now.number(), week.period().starts(), agency.id()))).isPresent());
	}

	private Opening weekOf(Regime regime, LocalDate day) {
		return regimes.periods(regime.number(), day.minusDays(6), day).getFirst();
	}

	private void load(int version, LocalDate from, String subjects) {
		PackagedRegime.load(program, "regimes/byt-btn-tuan.yaml", text -> text.replace("BYT.BTN.TUAN", CODE.value()).replace("version: 1", "version: " + version)
			.replace("valid_from: 2020-01-01", "valid_from: " + from).replace("subjects: [COMMUNE, DISTRICT, PROVINCE]", "subjects: [" + subjects + "]"));
	}

}
