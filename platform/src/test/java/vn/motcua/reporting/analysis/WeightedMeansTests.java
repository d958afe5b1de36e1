package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Totals;

/**
 * Only who gave a mean weighs in it, over units and over months. Bắc Ninh's mean is 10 with a weight of 100 in January and 40 with 300 in February, Bắc Giang's 20 with 100 in
 * February; in January Bắc Giang, and in both months a district of Bắc Ninh, gave nothing but a weight.
 */
@MotCuaTest
class WeightedMeansTests {

	private static final LocalDate THEN = LocalDate.of(2021, 2, 14);

	private static final RegimeCode REGIME = new RegimeCode("THU.QUYEN.THANG");

	private static final String INDICATORS = """
			code,field,name_vi,name_en,unit,decimals,definition_vi,definition_en,formula,dimensions,over_units,over_time,weight,responsible,frequency,source
			THUQUYENSO,labour,Quyền số thử,Trial weight,person,0,Thử,Trial,,,SUM,SUM,,bo-noi-vu,MONTH,unverified
			THUBINHQUAN,labour,Bình quân thử,Trial mean,percent,2,Thử,Trial,,,WEIGHTED_MEAN,WEIGHTED_MEAN,THUQUYENSO,bo-noi-vu,MONTH,unverified
			""";

	private static final String FILE = """
			code: THU.QUYEN.THANG
			owner: van-phong-chinh-phu
			version: 1
			valid_from: 2020-01-01
			period: MONTH
			name: Báo cáo thử bình quân | Trial of means
			content: Thử | Trial
			legal_basis: Không có
			source: unverified
			subjects: [PROVINCE]
			methods: [system]
			guidance: Thử | Trial
			rule: {cut_off: decree, working_days: 5, opens_days_before: 29}
			burden: {hours_on_paper: 1, hours_electronic: 1, reports_in_year: 1, source: unverified}
			tables:
			  - code: B1
			    title: Bình quân | Means
			    columns:
			      - {code: C1, path: [Quyền số | Weight], indicator: THUQUYENSO}
			      - {code: C2, path: [Bình quân | Mean], indicator: THUBINHQUAN}
			    rows:
			      - {code: R1, mark: "1", name: Cả đơn vị | The unit}
			""";

	private static boolean there;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Agencies agencies;

	@Autowired
	private JsonMapper json;

	@LocalServerPort
	private int port;

	private Visit officer;

	@BeforeEach
	void begin() {
		if (!there) {
			ReportedFigures figures = new ReportedFigures(program).load(INDICATORS).load(FILE);
			Agency bacNinh = figures.province("27", THEN);
			Agency bacGiang = figures.province("24", THEN);
			Agency district = agencies.children(bacNinh.id(), Agency.Level.DISTRICT, THEN).getFirst();
			report(figures, "2021-01", bacNinh, "100", "10");
			report(figures, "2021-01", bacGiang, "900", null);
			report(figures, "2021-01", district, "700", null);
			report(figures, "2021-02", bacNinh, "300", "40");
			report(figures, "2021-02", bacGiang, "100", "20");
			report(figures, "2021-02", district, "1000", null);
			figures.close(REGIME, "2021-01", "2021-02");
			counted("2021-01", "2021-02");
			there = true;
		}
		officer = Visit.signedIn(port, "baocao.bacninh");
	}

	@Test
	void aMonthWeighsWithThoseWhoGaveAFigureInIt() {
		assertThat(value("agency=27&from=2021-01&to=2021-02&periodType=QUARTER")).isEqualByComparingTo("32.5");
		assertThat(value("agency=VN&from=2021-01&to=2021-02&periodType=QUARTER")).isEqualByComparingTo("30");
	}

	@Test
	void theYearSoFarWeighsAlike() {
		JsonNode rows = ask("agency=27&from=2021-02&to=2021-02&cumulative=true").at("/rows");
		assertThat(rows.valueStream().filter(row -> row.at("/figure").asString().equals("cumulative")).findFirst().orElseThrow().at("/values/0").decimalValue()).isEqualByComparingTo("32.5");
	}

	/** Bắc Giang is Bắc Ninh now. */
	@Test
	void aRecastUnitWeighsItsPartsAlike() {
		assertThat(value("agency=24&from=2021-02&to=2021-02&asOf=2026-11-25")).isEqualByComparingTo("35");
		assertThat(value("agency=24&from=2021-01&to=2021-02&periodType=QUARTER&asOf=2026-11-25")).isEqualByComparingTo("30");
	}

	@Test
	void tablesForProgramsSayTheSame() {
		String address = "/api/reporting/v1/analysis?indicator=THUBINHQUAN&agency=VN&from=2021-01&to=2021-02&periodType=QUARTER";
		assertThat(officer.get(address, "application/vnd.sdmx.data+csv;version=2.0.0").body()).contains(",VN,2021-Q1,30");
		assertThat(officer.get(address, "text/csv").body()).contains("30");
	}

	/** As after the release that began to keep weights. */
	@Test
	void aPeriodThatWasCountedWithoutWeightsIsCountedAgain() {
		JdbcTemplate jdbc = program.getBean(JdbcTemplate.class);
		int regime = program.getBean(Regimes.class).find(REGIME).orElseThrow().number();
		jdbc.update("update reporting.total set weights = '{}' where regime = ? and period = ?", regime, starts("2021-02"));
		jdbc.update("update reporting.counted_period set tree = -1, shape = shape # 1 where regime = ? and period = ?", regime, starts("2021-02"));
		new ReportedFigures(program).report(REGIME, "2021-02", new ReportedFigures(program).province("24", THEN), "THUQUYENSO", Breakdown.WHOLE, "100")
			.report(REGIME, "2021-02", new ReportedFigures(program).province("24", THEN), "THUQUYENSO", Breakdown.WHOLE, "101")
			.report(REGIME, "2021-02", new ReportedFigures(program).province("24", THEN), "THUQUYENSO", Breakdown.WHOLE, "100");
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(total("2021-02").weights()).containsExactly(Totals.EMPTY, 400));
	}

	private void counted(String... periods) {
		for (String period : periods) {
			await().atMost(Duration.ofSeconds(60)).until(() -> program.getBean(JdbcTemplate.class).queryForObject("""
					select count(*) from reporting.pending p join reporting.regime r on r.id = p.regime where r.code = ? and p.period = ?""", Integer.class, REGIME.value(), starts(period)) == 0);
		}
	}

	private Totals.Total total(String period) {
		LocalDate starts = starts(period);
		return program.getBean(Totals.class).totals(program.getBean(Regimes.class).find(REGIME).orElseThrow().number(), starts, starts, List.of(Totals.COUNTRY)).getFirst();
	}

	private LocalDate starts(String period) {
		Regimes regimes = program.getBean(Regimes.class);
		return regimes.period(regimes.find(REGIME).orElseThrow().number(), period).orElseThrow().period().starts();
	}

	private static void report(ReportedFigures figures, String period, Agency unit, String weight, String mean) {
		figures.report(REGIME, period, unit, "THUQUYENSO", Breakdown.WHOLE, weight);
		if (mean != null) {
			figures.report(REGIME, period, unit, "THUBINHQUAN", Breakdown.WHOLE, mean);
		}
	}

	private BigDecimal value(String question) {
		return ask(question).at("/rows/0/values/0").decimalValue();
	}

	private JsonNode ask(String question) {
		var answer = officer.get("/api/reporting/v1/analysis?indicator=THUBINHQUAN&" + question, "application/json");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return json.readTree(answer.body());
	}

}
