package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Totals;

/**
 * Figures beside each other: parts, plans, formulas over this and earlier periods, growth, the year so far. Lào Cai in 2022 and 2023, which no other test reports;
 * revenue: 100 and 110 in January and February 2022, 130 and 99 in 2023.
 */
@MotCuaTest
class ComparisonsTests {

	private static final LocalDate THEN = LocalDate.of(2023, 2, 14);

	private static final RegimeCode PROCEDURES = new RegimeCode("VPCP.KSTTHC.THANG");

	private static final String INDICATORS = "code,field,name_vi,name_en,unit,decimals,definition_vi,definition_en,formula,dimensions,over_units,over_time,weight,responsible,frequency,source\n";

	private static boolean there;

	@Autowired
	private BeanFactory program;

	@Autowired
	private JsonMapper json;

	@LocalServerPort
	private int port;

	private Visit officer;

	@BeforeEach
	void begin() {
		if (!there) {
			ReportedFigures figures = new ReportedFigures(program);
			Agency place = figures.province("10", THEN);
			figures.load(INDICATORS + own("THUTANGNAM", "(TC0101 / lastyear(TC0101) - 1) * 100") + own("THUTANGKY", "TC0101 - prev(TC0101)") + own("THUHAINAM", "lastyear(THUTANGKY)"));
			figures.load("indicator,year,amount,source\nTHUTANGNAM,2023,400,unverified\n");
			figures.report("2022-01", place, "TC0101", "100").report("2022-02", place, "TC0101", "110").report("2023-01", place, "TC0101", "130").report("2023-02", place, "TC0101", "99");
			figures.report(PROCEDURES, "2023-02", place, "TTHC0201", new Breakdown("LV=G15"), "20").report(PROCEDURES, "2023-02", place, "TTHC0202", new Breakdown("LV=G15"), "15")
				.report(PROCEDURES, "2023-02", place, "TTHC0203", new Breakdown("LV=G15"), "5").report(PROCEDURES, "2023-02", place, "TTHC0201", new Breakdown("LV=G17"), "5")
				.report(PROCEDURES, "2023-02", place, "TTHC0202", new Breakdown("LV=G17"), "0").report(PROCEDURES, "2023-02", place, "TTHC0203", new Breakdown("LV=G17"), "5")
				.report(PROCEDURES, "2023-02", place, "TTHC0201", Breakdown.WHOLE, "25").report(PROCEDURES, "2023-02", place, "TTHC0202", Breakdown.WHOLE, "15")
				.report(PROCEDURES, "2023-02", place, "TTHC0203", Breakdown.WHOLE, "10");
			figures.close(ReportedFigures.MONTHLY, "2022-01", "2022-02", "2023-01", "2023-02").counted(ReportedFigures.MONTHLY, place, "2022-01", "2022-02", "2023-01", "2023-02");
			figures.close(PROCEDURES, "2023-02").counted(PROCEDURES, place, "2023-02");
			there = true;
		}
		officer = Visit.signedIn(port, "baocao.bacninh");
	}

	/** The period a year before is read though it is not shown. */
	@Test
	void aFormulaReadsTheSamePeriodAYearBefore() {
		JsonNode row = first("indicator=THUTANGNAM&agency=10&from=2023-01&to=2023-02");
		assertThat(row.at("/values/0").decimalValue()).isEqualByComparingTo("30");
		assertThat(row.at("/values/1").decimalValue()).isEqualByComparingTo("-10");
		assertThat(first("indicator=THUTANGNAM&agency=10&from=2022-01&to=2022-01").at("/values/0").isNull()).isTrue();
	}

	@Test
	void aFormulaReadsThePeriodBefore() {
		JsonNode row = first("indicator=THUTANGKY&agency=10&from=2023-02&to=2023-02");
		assertThat(row.at("/values/0").decimalValue()).isEqualByComparingTo("-31");
	}

	/** February 2022 less January 2022, asked of February 2023. */
	@Test
	void earlierPeriodsOfEarlierPeriodsAreReadToo() {
		JsonNode row = first("indicator=THUHAINAM&agency=10&from=2023-02&to=2023-02");
		assertThat(row.at("/values/0").decimalValue()).isEqualByComparingTo("10");
	}

	/** 229 against 210. */
	@Test
	void aFormulaOverTheYearSoFarReadsTheYearBeforeSoFar() {
		JsonNode answer = ask("indicator=THUTANGNAM&agency=10&from=2023-02&to=2023-02&cumulative=true");
		assertThat(row(answer, "cumulative").at("/values/0").decimalValue()).isEqualByComparingTo("9.05");
	}

	@Test
	void theFigureOpensToWhatItsFormulaReadOfBothYears() {
		String page = officer.get(first("indicator=THUTANGNAM&agency=10&from=2023-01&to=2023-01").at("/lines").asString().replace("{period}", "2023-01")).body();
		assertThat(page).contains("lastyear(TC0101)", "/bao-cao/so-lieu/TC0101/2023-01/", "/bao-cao/so-lieu/TC0101/2022-01/");
	}

	@Test
	void growthIsOnThePeriodBeforeAndOnTheYearBefore() {
		JsonNode answer = ask("indicator=TC0101&agency=10&from=2023-02&to=2023-02&growth=true");
		assertThat(row(answer, "growth").at("/values/0").decimalValue()).isEqualByComparingTo("-23.8");
		assertThat(row(answer, "growthYear").at("/values/0").decimalValue()).isEqualByComparingTo("-10.0");
	}

	@Test
	void theYearSoFarAddsUpFromItsFirstPeriod() {
		JsonNode row = row(ask("indicator=TC0101&agency=10&from=2023-01&to=2023-02&cumulative=true"), "cumulative");
		assertThat(row.at("/values/0").decimalValue()).isEqualByComparingTo("130");
		assertThat(row.at("/values/1").decimalValue()).isEqualByComparingTo("229");
	}

	/** Of a report that came and of one that did not. */
	@Test
	void whatStandsBesideAValueSaysHowManyReportsCameForItsOwnPeriod() {
		LocalDate september = LocalDate.of(2020, 9, 1);
		Agency ward = program.getBean(Agencies.class).findByCode(Agency.Level.COMMUNE, "00061", september).orElseThrow();
		new ReportedFigures(program).report("2020-09", ward, "TT0204", "12.0").report("2020-10", ward, "TT0204", "13.0");
		int regime = program.getBean(Regimes.class).find(ReportedFigures.MONTHLY).orElseThrow().number();
		Totals totals = program.getBean(Totals.class);
		totals.count(new SheetKey(regime, september, ward.id()), List.of(Totals.Tally.EXPECTED), List.of());
		totals.count(new SheetKey(regime, september.plusMonths(1), ward.id()), List.of(Totals.Tally.EXPECTED, Totals.Tally.SENT), List.of());
		JsonNode answer = ask("indicator=TT0204&agency=00061&from=2020-10&to=2020-10&compare=previous");
		assertThat(row(answer, "value").at("/reports/0").toString()).isEqualTo("[1,1]");
		assertThat(row(answer, "previous").at("/reports/0").toString()).isEqualTo("[0,1]");
	}

	/** A figure that stands beside the value is not the value: it opens to what it was worked out of. */
	@Test
	void whatStandsBesideAValueOpensToWhatItWasWorkedOutOf() {
		assertThat(opened("TC0101&growth=true", "growthYear")).contains("Tăng so với cùng kỳ", "/bao-cao/so-lieu/TC0101/2022-02/", "/bao-cao/so-lieu/TC0101/2023-02/").doesNotContain("/2023-01/");
		assertThat(opened("TC0101&compare=previous", "previous")).contains("Kỳ trước", ">130,0</a>", "/bao-cao/so-lieu/TC0101/2023-01/").doesNotContain("/2023-02/id:1000100\"");
		assertThat(opened("TC0101&compare=yearAgo", "yearAgo")).contains("/bao-cao/so-lieu/TC0101/2022-02/").doesNotContain("/2023-01/");
		assertThat(opened("TC0101&cumulative=true", "cumulative")).contains("/bao-cao/so-lieu/TC0101/2023-01/", "/bao-cao/so-lieu/TC0101/2023-02/").doesNotContain("/2022-");
		assertThat(opened("TC0101&growth=true", "growthYear")).as("read where the figure was read").contains("regime=" + ReportedFigures.MONTHLY);
		String plan = row(ask("indicator=THUTANGNAM&agency=VN&from=2023-02&to=2023-02&compare=target"), "target").at("/lines").asString().replace("{period}", "2023-02");
		assertThat(officer.get(plan).body()).contains("Kế hoạch năm 2023: 400", "Nguồn: Chưa kiểm chứng");
		assertThat(officer.get("/bao-cao/so-lieu/TC0101/2023-02/10?figure=moon").statusCode()).isEqualTo(422);
	}

	/** A province's own figure, of which no commune has a part: no list of dashes. */
	@Test
	void unitsBelowAreListedWhereAnyHasTheFigure() {
		assertThat(officer.get("/bao-cao/so-lieu/TC0101/2023-02/10").body()).contains("Không đơn vị nào bên dưới có số này trong kỳ.");
		String country = officer.get("/bao-cao/so-lieu/TC0101/2023-02/VN").body();
		assertThat(country.indexOf(">An Giang")).as("by their names").isPositive().isLessThan(country.indexOf(">Cao Bằng"));
		assertThat(country).as("no ministry has it").doesNotContain(">Bộ ");
		assertThat(country).contains("<span class=\"mc-figure-note\">89</span>");
	}

	/** Who reached most of the plan, or grew most. */
	@Test
	void picturesShowWhatStandsBesideTheValueToo() {
		String question = "/bao-cao/phan-tich?indicator=TC0101&agency=10&from=2023-01&to=2023-02&figure=growth";
		assertThat(officer.get(question + "&view=xep-hang").body()).contains("so=growth", "99,0").doesNotContain("Tăng so với kỳ trước, %");
		assertThat(officer.get(question + "&view=xep-hang&so=growth").body()).contains("Tăng so với kỳ trước, %", ">-23,8<");
		assertThat(officer.get(question + "&view=cot&so=growth").body()).contains("02/2023: Tăng so với kỳ trước (%)");
		assertThat(officer.get(question + "&view=cot&so=moon").statusCode()).isEqualTo(422);
		assertThat(officer.get(question + "&view=xep-hang&so=target").body()).as("which was not asked for").contains("99,0");
	}

	private String opened(String asked, String figure) {
		return officer.get(row(ask("indicator=" + asked + "&agency=10&from=2023-02&to=2023-02"), figure).at("/lines").asString().replace("{period}", "2023-02")).body();
	}

	/** A plan of the country is nobody else's. */
	@Test
	void aPlanStandsBesideTheFigureItIsFor() {
		JsonNode country = ask("indicator=THUTANGNAM&agency=VN&from=2023-02&to=2023-02&compare=target");
		assertThat(row(country, "target").at("/values/0").decimalValue()).isEqualByComparingTo("400");
		assertThat(row(ask("indicator=THUTANGNAM&agency=10&from=2023-02&to=2023-02&compare=target"), "target").at("/values/0").isNull()).isTrue();
	}

	@Test
	void aDimensionShowsEachPartThatIsReported() {
		JsonNode answer = ask("indicator=TTHC0200&breakdown=LV&agency=10&from=2023-02&to=2023-02");
		assertThat(part(answer, "LV=G15").at("/values/0").decimalValue()).isEqualByComparingTo("40");
		assertThat(part(answer, "LV=G17").at("/values/0").decimalValue()).isEqualByComparingTo("10");
		assertThat(part(answer, "LV=G01").at("/values/0").isNull()).isTrue();
		assertThat(ask("indicator=TTHC0200&breakdown=LV%3DG17&agency=10&from=2023-02&to=2023-02").at("/rows").size()).isEqualTo(1);
	}

	/** 40 of 50 in all, 35 of 40 in civil status: the formula again, over the parts. */
	@Test
	void aComputedIndicatorIsComputedAgainForEachPart() {
		assertThat(first("indicator=TTHC0401&agency=10&from=2023-02&to=2023-02").at("/values/0").decimalValue()).isEqualByComparingTo("80");
		assertThat(first("indicator=TTHC0401&breakdown=LV%3DG15&agency=10&from=2023-02&to=2023-02").at("/values/0").decimalValue()).isEqualByComparingTo("87.5");
	}

	@Test
	void aTimeThatMovesIsRefusedWhenItIsNoTime() {
		HttpResponse<String> answer = officer.get("/api/reporting/v1/analysis?indicator=TC0101&span=last-0-moons", "application/json");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("/span", "reporting.analysis.relative");
		assertThat(officer.get("/api/reporting/v1/analysis?indicator=TC0101&asOf=2026", "application/json").body()).as("a tree is of one day").contains("/asOf", "reporting.analysis.as-of");
	}

	private static String own(String code, String formula) {
		return code + ",finance,Thử " + code + ",Test " + code + ",percent,2,Thử,Test," + formula + ",,RATIO_OF_SUMS,RATIO_OF_SUMS,,bo-tai-chinh,MONTH,unverified\n";
	}

	private JsonNode ask(String question) {
		HttpResponse<String> answer = officer.get("/api/reporting/v1/analysis?" + question, "application/json");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return json.readTree(answer.body());
	}

	private JsonNode first(String question) {
		return ask(question).at("/rows/0");
	}

	private static JsonNode row(JsonNode answer, String figure) {
		return answer.at("/rows").valueStream().filter(row -> row.at("/figure").asString().equals(figure)).findFirst().orElseThrow();
	}

	private static JsonNode part(JsonNode answer, String breakdown) {
		return answer.at("/rows").valueStream().filter(row -> row.at("/breakdown").asString().equals(breakdown)).findFirst().orElseThrow();
	}

}
