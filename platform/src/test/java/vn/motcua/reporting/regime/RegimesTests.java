package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.MotCuaTest;
import vn.motcua.kernel.cli.Loading;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Template;

@MotCuaTest
class RegimesTests {

	private static final RegimeCode CONTROL = new RegimeCode("VPCP.KSTTHC.THANG");

	@Autowired
	Regimes regimes;

	@Autowired
	Indicators indicators;

	@Autowired
	Cells cells;

	@Autowired
	DesignLoading loading;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void packagedRegimesAreThereWithTheirCells() {
		Regime regime = regimes.find(CONTROL).orElseThrow();
		assertThat(regime.periodType()).isEqualTo(PeriodType.MONTH);
		Template template = regimes.template(regime.number(), LocalDate.of(2026, 11, 1));
		assertThat(template.tables()).extracting(table -> table.code() + " " + table.cells().size()).containsExactly("B06A " + 11 * 18, "B07B " + 3 * 4);
		assertThat(cells.find(regime.number(), new IndicatorCode("TTHC0101"), new Breakdown("LV=G15"))).isPresent();
		assertThat(cells.find(regime.number(), new IndicatorCode("TTHC0100"), Breakdown.WHOLE)).as("totals have places too").isPresent();
	}

	/** Circular 02/2017/TT-VPCP, form II.06a: received = online + direct + carried over; a total row sums the fields. */
	@Test
	void computedCellsSayHow() {
		Template.Table table = regimes.template(regimes.find(CONTROL).orElseThrow().number(), LocalDate.of(2026, 11, 1)).tables().getFirst();
		Map<String, String> formulas = table.cells().stream().filter(cell -> cell.formula() != null)
			.collect(java.util.stream.Collectors.toMap(cell -> cell.row() + "/" + cell.column(), Template.TableCell::formula));
		assertThat(formulas).containsEntry("R1/C1", "sum(TTHC0101[LV=G01], TTHC0102[LV=G01], TTHC0103[LV=G01])").containsEntry("T/C2", "sum(TTHC0101[LV=*])")
			.containsEntry("T/C1", "sum(TTHC0101, TTHC0102, TTHC0103)");
	}

	@Test
	void indicatorsCoverTheNineFields() {
		List<Indicator> all = indicators.all();
		assertThat(all.stream().map(Indicator::field).distinct()).contains("growth", "finance", "stability", "business", "labour", "social", "environment",
				"administration", "infrastructure");
		assertThat(all).hasSizeGreaterThanOrEqualTo(140).allSatisfy(indicator -> {
			assertThat(indicator.responsible()).as(indicator.code() + " responsible").isNotNull();
			assertThat(indicator.source()).isNotBlank();
		});
	}

	@Test
	void periodsFollowTheRuleUntilOpened() {
		int number = regimes.find(CONTROL).orElseThrow().number();
		assertThat(regimes.periods(number, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))).hasSize(12);
		Regimes.Opening opening = regimes.period(number, "2031-03").orElseThrow();
		assertThat(opening.period().to()).isEqualTo("2031-03-14");
		assertThat(regimes.period(number, "2019-03")).as("before the regime was in force").isEmpty();
		transaction.executeWithoutResult(status -> {
			assertThat(regimes.open(number, "2031-03")).isEqualTo(opening);
			status.setRollbackOnly();
		});
	}

	@Test
	void aFileIsLoadedWholeOrNotAtAll() throws IOException {
		assertThat(load("dimension,item,name_vi,name_en\nTESTDIM,,Thử,Test\nTESTDIM,A\n", false).findings()).containsExactly("line 3: columns: 2 instead of 4");
		assertThat(load("code: THU.NGHIEM\nowner: bo-la\n", false).findings()).hasSize(1);
		String regime = PackagedDesign.files().get("regimes/byt-btn-tuan.yaml").replace("BYT.BTN.TUAN", "THU.TAI.TUAN").replace("XH0305", "XH9999");
		assertThat(load(regime, false).findings()).containsExactly("line 1: indicator: table B02 names XH9999, which no file of indicators has");
		assertThat(load(regime.replace("XH9999", "XH0305"), true).findings()).isEmpty();
		assertThat(regimes.find(new RegimeCode("THU.TAI.TUAN"))).isEmpty();
	}

	private Loading.Loaded load(String text, boolean dryRun) throws IOException {
		assertThat(loading.takes(text.lines().findFirst().orElseThrow())).isTrue();
		return loading.load(new BufferedReader(new StringReader(text)), dryRun);
	}

}
