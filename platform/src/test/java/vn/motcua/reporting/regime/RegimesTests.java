package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	/** Whoever writes one may begin with a comment, or with its name. */
	@Test
	void aRegimeIsKnownByWhatItSays() {
		String regime = PackagedDesign.files().get("regimes/byt-btn-tuan.yaml");
		assertThat(loading.takes("# Báo cáo tuần\n\n---\n" + regime)).isTrue();
		assertThat(loading.takes(regime.replaceFirst("code: (\\S+)\n", "") + "\ncode: BYT.BTN.TUAN\n")).isTrue();
		assertThat(loading.takes("code: \"BYT.BTN.TUAN\" # đổi\n")).isTrue();
		assertThat(loading.takes("\n" + DesignCsv.TARGETS + "\n")).isTrue();
		assertThat(loading.takes("name: Trà\ncode: TRA\n")).as("something else").isFalse();
		assertThat(loading.takes("tables:\n  - code: B1\n    name: x\n    period: y\n    owner: z\n")).isFalse();
	}

	@Test
	void aPartThatNoDimensionHasIsRefused() throws IOException {
		String regime = PackagedDesign.files().get("regimes/btc-bhxh-thang.yaml").replace("BTC.BHXH.THANG", "THU.PHANTO.THANG").replace("breakdown: SEX=M", "breakdown: SEX=X");
		assertThat(load(regime, false).findings()).containsExactly("line 1: breakdown: table B01, row R1, column M: no dimension has SEX=X, there are SEX=F, SEX=M",
				"line 1: breakdown: table B01, row R2, column M: no dimension has SEX=X, there are SEX=F, SEX=M",
				"line 1: breakdown: table B01, row R3, column M: no dimension has SEX=X, there are SEX=F, SEX=M");
		assertThat(regimes.find(new RegimeCode("THU.PHANTO.THANG"))).isEmpty();
	}

	@Test
	void moreCellsOfWordsThanAReportHoldsAreRefused() throws IOException {
		String columns = IntStream.rangeClosed(1, 667).mapToObj(at -> "      - {code: W" + at + ", name: \"Ghi chú\", kind: text}\n").collect(Collectors.joining());
		String regime = PackagedDesign.files().get("regimes/btc-bhxh-thang.yaml").replace("BTC.BHXH.THANG", "THU.NHIEUCHU.THANG").replaceFirst("    rows:\n", columns + "    rows:\n");
		assertThat(load(regime, false).findings()).containsExactly("line 1: tables: 2001 cells of words, at most 2000");
	}

	@Test
	void howBurdenIsMeasuredIsLoadedWithinItsLimits() throws IOException {
		assertThat(load(DesignCsv.BURDEN + "\n2030-01-01,0,10,500,12,64800000,2112,thu\n1/1/2030,30,10,5,12,64800000,2112,thu\n", false).findings())
			.containsExactly("line 2: value: idle_minutes is from 1 to 240", "line 3: value: a day is written like 2026-01-31");
		assertThat(load(DesignCsv.BURDEN + "\n2030-01-01,20,5,100,6,70000000,2000,thu\n", true).findings()).isEmpty();
	}

	/** A formula that does not compile, figures that need each other, a mean without its weight. */
	@Test
	void indicatorsThatCannotBeComputedAreRefused() throws IOException {
		assertThat(load(indicators("THUKHONG,TC0101 + THUNGO,SUM,SUM,"), false).findings()).singleElement().asString().startsWith("line 2: formula: at 9: ");
		assertThat(load(indicators("THUVONG1,THUVONG2 + 1,SUM,SUM,", "THUVONG2,THUVONG1 * 2,SUM,SUM,"), false).findings())
			.containsExactly("line 2: cycle: THUVONG1 → THUVONG2 → THUVONG1");
		assertThat(load(indicators("THUTRUOC,prev(THUTRUOC2),SUM,SUM,", "THUTRUOC2,,SUM,SUM,"), true).findings()).as("an earlier period is no cycle").isEmpty();
		assertThat(load(indicators("THUQUYEN,,WEIGHTED_MEAN,LAST,", "THUCUOI,,LAST,SUM,", "THUTYSO,,RATIO_OF_SUMS,LAST,"), false).findings()).containsExactly(
				"line 2: weight: a weighted mean names the indicator that weighs it", "line 3: over_units: the last is of periods, not of units",
				"line 4: formula: a ratio of sums has the formula that it is computed again by");
		assertThat(indicators.find(new IndicatorCode("THUCUOI"))).isEmpty();
	}

	/** A plan of the country, and those of single agencies by their codes at the end of its year. */
	@Test
	void targetsAreOfKnownIndicatorsAndAgencies() throws IOException {
		assertThat(load("indicator,year,agency,amount,source\nTC0101,2024,27,5000,thu\nTC0101,2024,,90000,thu\n", true).findings()).isEmpty();
		assertThat(load("indicator,year,agency,amount,source\nTC0101,2026,27,5000,thu\nTC9999,2026,24,1,thu\nTC0101,1999,,1,thu\nTC0101,2026,,1e9,thu\n", false).findings()).containsExactly(
				"line 2: value: no agency has the code 27 at the end of 2026", "line 3: value: no indicator is called TC9999", "line 4: value: a year is from 2000 to 2100",
				"line 5: value: an amount is a plain decimal, at most 15 digits and 6 after the point");
	}

	/** @param indicators each {@code code,formula,over_units,over_time,weight} */
	private static String indicators(String... indicators) {
		return DesignCsv.INDICATORS + "\n" + java.util.Arrays.stream(indicators).map(one -> {
			String[] parts = one.split(",", -1);
			return parts[0] + ",growth,Thử,Test,case,0,Thử,Test," + parts[1] + ",," + parts[2] + "," + parts[3] + "," + parts[4] + ",bo-tai-chinh,MONTH,unverified\n";
		}).collect(java.util.stream.Collectors.joining());
	}

	private Loading.Loaded load(String text, boolean dryRun) throws IOException {
		assertThat(loading.takes(text.lines().findFirst().orElseThrow())).isTrue();
		return loading.load(new BufferedReader(new StringReader(text)), dryRun);
	}

}
