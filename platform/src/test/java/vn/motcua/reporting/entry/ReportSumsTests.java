package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.DossierCourse;
import vn.motcua.MotCuaTest;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.ValueSource;

/** Computed cells over sums: of what is summed, never of a sum and the agency's own part. */
@MotCuaTest
class ReportSumsTests {

	private static final String REGIME = """
			code: THU.NHAP.TONG
			owner: van-phong-chinh-phu
			version: 1
			valid_from: 2020-01-01
			period: MONTH
			name: Thử số tổng hợp | Trial of sums
			content: Thử | Trial
			legal_basis: Không có
			source: unverified
			subjects: [PROVINCE]
			methods: [system]
			outline: [Tình hình | How it went]
			guidance: Thử | Trial
			rule: {cut_off: decree, working_days: 5, opens_days_before: 29}
			burden: {hours_on_paper: 1, hours_electronic: 1, reports_in_year: 1, source: unverified}
			tables:
			  - code: B1
			    title: Tiếp nhận | Received
			    columns:
			      - {code: C1, name: Trong kỳ | In the period, indicator: TTHC0101}
			      - {code: C2, name: Kỳ trước | The period before, indicator: TTHC0102, formula: "prev(TTHC0101{})"}
			      - {code: C3, name: Tăng | More, formula: "TTHC0101{} - TTHC0102{}"}
			      - {code: C4, name: Gấp đôi | Twice, formula: "TTHC0101{} * 2"}
			    rows:
			      - {code: R1, name: Công thương | Industry and trade, breakdown: LV=G02}
			""";

	@Autowired
	private BeanFactory program;

	@Autowired
	private Regimes regimes;

	@Test
	void whatReadsAnEarlierReportIsNoSumNorWhatFollowsFromIt() {
		if (regimes.find(new RegimeCode("THU.NHAP.TONG")).isEmpty()) {
			EntryFixture.load((ListableBeanFactory) program, REGIME);
		}
		int number = regimes.find(new RegimeCode("THU.NHAP.TONG")).orElseThrow().number();
		Actor province = new DossierCourse(program).actor("baocao.bacninh");
		int place = program.getBean(Cells.class).find(number, new IndicatorCode("TTHC0101"), new Breakdown("LV=G02")).orElseThrow().position();
		program.getBean(Sheets.class).save(key(number, "2026-11", province), List.of(new Sheets.CellChange(place, new BigDecimal(7), null)), ValueSource.COUNTED, province);
		ReportForm form = program.getBean(ReportForms.class).of(key(number, "2026-12", province));
		long[] amounts = new long[place + 1];
		Arrays.fill(amounts, Totals.EMPTY);
		amounts[place] = 100;
		int[] counts = new int[place + 1];
		counts[place] = 3;
		Totals.Total total = new Totals.Total(province.agency().value(), form.address().key().period(), amounts, counts, new int[Totals.Tally.values().length], new long[0]);

		ReportSums sums = program.getBean(ReportSums.Gathered.class).of(form, Map.of(), total);
		assertThat(sums.computed()).containsOnlyKeys("k-B1-0-3");
		assertThat(sums.computed().get("k-B1-0-3")).isEqualByComparingTo("200");
		assertThat(program.getBean(ComputedCells.class).drawn(form, Map.of(place, new BigDecimal(9))).get("k-B1-0-2")).as("of its own part").isEqualByComparingTo("2");
	}

	private SheetKey key(int regime, String period, Actor of) {
		regimes.open(regime, period);
		return new SheetKey(regime, regimes.period(regime, period).orElseThrow().period().starts(), of.agency());
	}

}
