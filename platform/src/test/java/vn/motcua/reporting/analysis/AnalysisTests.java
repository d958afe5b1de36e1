package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Totals;

/** Exports of Bắc Ninh and Bắc Giang in the spring of 2021, long before they became one province. */
@MotCuaTest
class AnalysisTests {

	private static final String EXPORTS = "TT0204";

	private static final LocalDate THEN = LocalDate.of(2021, 4, 14);

	private static boolean there;

	@Autowired
	private Regimes regimes;

	@Autowired
	private Cells cells;

	@Autowired
	private Totals totals;

	@Autowired
	private Agencies agencies;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Parts parts;

	@Autowired
	private JsonMapper json;

	@LocalServerPort
	private int port;

	private Visit officer;

	@BeforeEach
	void begin() {
		if (!there) {
			figures().report("2021-03", province("27"), EXPORTS, "3100.5").report("2021-03", province("24"), EXPORTS, "1200.25").report("2021-04", province("27"), EXPORTS, "3300.0")
				.report("2021-04", province("24"), EXPORTS, "1300.0").report("2020-04", province("27"), EXPORTS, "3000.0").close(ReportedFigures.MONTHLY, "2021-03", "2021-04", "2020-04")
				.counted(ReportedFigures.MONTHLY, province("27"), "2021-03", "2021-04", "2020-04").counted(ReportedFigures.MONTHLY, province("24"), "2021-03", "2021-04");
			there = true;
		}
		officer = Visit.signedIn(port, "baocao.bacninh");
	}

	@Test
	void aProvinceReadsAsItWas() {
		JsonNode answer = ask("agency=27&agency=24&from=2021-03&to=2021-04");
		assertThat(answer.at("/columns/0/period").asString()).isEqualTo("2021-03");
		assertThat(row(answer, "Bắc Ninh", "value").at("/values").toString()).isEqualTo("[" + decimal("3100.5") + "," + decimal("3300.0") + "]");
		assertThat(row(answer, "Bắc Giang", "value").at("/values").toString()).isEqualTo("[" + decimal("1200.25") + "," + decimal("1300.0") + "]");
	}

	@Test
	void recastOnTodaysUnitsAMergedProvinceIsTheSumOfItsParts() {
		JsonNode answer = ask("agency=24&from=2021-04&to=2021-04&asOf=2026-11-25");
		JsonNode row = row(answer, "Bắc Ninh", "value");
		assertThat(row.at("/values/0").decimalValue()).isEqualByComparingTo("4600");
		assertThat(row.at("/flags/0").asString()).contains("recast");
		assertThat(answer.at("/recast").asBoolean()).isTrue();
	}

	@Test
	void monthsAddUpToAQuarterAndToTheYearSoFar() {
		assertThat(row(ask("agency=27&from=2021&to=2021&periodType=YEAR"), "Bắc Ninh", "value").at("/values/0").decimalValue()).isEqualByComparingTo("6400.5");
		JsonNode sums = row(ask("agency=27&from=2021-04&to=2021-04&cumulative=true"), "Bắc Ninh", "cumulative");
		assertThat(sums.at("/values/0").decimalValue()).isEqualByComparingTo("6400.5");
	}

	/** April alone is not the second quarter. */
	@Test
	void aLongPeriodThatIsAskedForInPartIsReadWholeAndProvisional() {
		JsonNode row = row(ask("agency=27&from=2021-04&to=2021-04&periodType=QUARTER"), "Bắc Ninh", "value");
		assertThat(row.at("/values/0").decimalValue()).isEqualByComparingTo("3300");
		assertThat(row.at("/flags/0").asString()).contains("provisional");
	}

	@Test
	void aPartThatNoInputOfAFormulaHasIsNotAnsweredWithTheWhole() {
		JsonNode answer = json.readTree(officer.get("/api/reporting/v1/analysis?indicator=TT0206&breakdown=SEX%3DF&agency=27&from=2021-04&to=2021-04", "application/json").body());
		assertThat(answer.at("/unreported/0").asString()).isEqualTo("TT0206");
		assertThat(answer.at("/rows").size()).isZero();
	}

	@Test
	void aWardsFigureIsProvisionalUntilItsReportIsSent() {
		int regime = regimes.find(ReportedFigures.MONTHLY).orElseThrow().number();
		Agency ward = agencies.findByCode(Agency.Level.COMMUNE, "00061", THEN).orElseThrow();
		figures().report("2021-04", ward, EXPORTS, "12.0");
		SheetKey key = new SheetKey(regime, LocalDate.of(2021, 4, 1), ward.id());
		totals.count(key, List.of(Totals.Tally.EXPECTED), List.of());
		assertThat(row(ask("agency=00061&from=2021-04&to=2021-04"), "Phường Hàng Bạc", "value").at("/flags/0").asString()).contains("provisional");
		totals.count(key, List.of(Totals.Tally.SENT, Totals.Tally.ACCEPTED), List.of());
		assertThat(row(ask("agency=00061&from=2021-04&to=2021-04"), "Phường Hàng Bạc", "value").at("/flags/0").asString()).isEqualTo("official");
	}

	/** Lý Sơn was a district until the reform: its figures of then are totals. */
	@Test
	void aDistrictThatBecameACommuneIsReadAsADistrictBefore() {
		LocalDate today = LocalDate.of(2026, 11, 25);
		Agency island = agencies.findByCode(Agency.Level.COMMUNE, "21548", today).orElseThrow();
		Parts.Of before = parts.of(island.id().value(), today, THEN);
		assertThat(before.recast()).isTrue();
		assertThat(before.split()).isFalse();
		assertThat(before.leaves()).containsExactly(false);
		assertThat(parts.of(island.id().value(), today, today).leaves()).containsExactly(true);
	}

	/** From six months on the sheets of all communes are read in two halves of the time, of fewer in two halves of the communes. */
	@Test
	void everyMonthOfEveryCommuneStandsInItsPlace() {
		Agency north = agencies.findByCode(Agency.Level.COMMUNE, "00037", THEN).orElseThrow();
		Agency south = agencies.findByCode(Agency.Level.COMMUNE, "26740", THEN).orElseThrow();
		figures().report("2021-01", north, EXPORTS, "1.0").report("2021-03", north, EXPORTS, "3.0").report("2021-06", north, EXPORTS, "6.0")
			.report("2021-04", south, EXPORTS, "40.0").report("2021-06", south, EXPORTS, "60.0");
		JsonNode answer = ask("level=commune&from=2021-01&to=2021-06");
		assertThat(values(answer, north)).isEqualTo("[" + decimal("1.0") + ",null," + decimal("3.0") + ",null,null," + decimal("6.0") + "]");
		assertThat(values(answer, south)).isEqualTo("[null,null,null," + decimal("40.0") + ",null," + decimal("60.0") + "]");
		JsonNode june = ask("level=commune&from=2021-06&to=2021-06");
		assertThat(values(june, north)).isEqualTo("[" + decimal("6.0") + "]");
		assertThat(values(june, south)).isEqualTo("[" + decimal("60.0") + "]");
	}

	/** Few years are many months of all communes. */
	@Test
	void whatMustBeReadForAnAnswerHasALimitToo() {
		HttpResponse<String> answer = officer.get("/api/reporting/v1/analysis?indicator=TT0202,TT0203,TT0204,TT0205&level=commune&from=2020&to=2026&periodType=YEAR", "application/json");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("reporting.analysis.too-large");
	}

	@Test
	void comparesWithThePeriodBeforeAndAYearBefore() {
		JsonNode answer = ask("agency=27&from=2021-04&to=2021-04&compare=yearAgo&compare=previous&growth=true");
		assertThat(row(answer, "Bắc Ninh", "yearAgo").at("/values/0").decimalValue()).isEqualByComparingTo("3000");
		assertThat(row(answer, "Bắc Ninh", "growthYear").at("/values/0").decimalValue()).isEqualByComparingTo("10.0");
		assertThat(row(answer, "Bắc Ninh", "previous").at("/values/0").decimalValue()).isEqualByComparingTo("3100.5");
		assertThat(row(answer, "Bắc Ninh", "growth").at("/values/0").decimalValue()).isEqualByComparingTo("6.4");
	}

	@Test
	void everyFigureOpensDownToTheEntryItCameFrom() {
		String lines = row(ask("agency=27&from=2021-04&to=2021-04"), "Bắc Ninh", "value").at("/lines").asString().replace("{period}", "2021-04");
		HttpResponse<String> page = officer.get(lines);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Người đếm", "VPCP.KTXH.THANG");
	}

	@Test
	void sdmxHasASeriesForEachUnitAndNamesWhatItIsMadeOf() throws Exception {
		JsonNode message = json.readTree(officer.get(address("agency=27&agency=24&from=2021-03&to=2021-04"), "application/vnd.sdmx.data+json;version=2.0.0").body());
		assertThat(message.at("/meta/schema").asString()).endsWith("/2.0.0/sdmx-json-data-schema.json");
		JsonNode structure = message.at("/data/structures/0");
		assertThat(structure.at("/dimensions/series").valueStream().map(each -> each.at("/id").asString())).containsExactly("INDICATOR", "BREAKDOWN", "FIGURE", "REF_AREA");
		assertThat(structure.at("/dimensions/observation/0/values/1/id").asString()).isEqualTo("2021-04");
		assertThat(message.at("/data/dataSets/0/links/0/urn").asString()).isEqualTo(SdmxCodes.DATAFLOW_URN);
		assertThat(message.at("/data/dataSets/0/series").size()).isEqualTo(2);
		assertThat(message.at("/data/dataSets/0/series/0:0:0:0/observations/1/0").isNumber()).isTrue();
	}

	@Test
	void sdmxCsvAndStructuresAgree() throws Exception {
		String csv = officer.get(address("agency=27&from=2021-04&to=2021-04"), "application/vnd.sdmx.data+csv;version=2.0.0").body();
		assertThat(csv.lines().toList()).hasSize(2).first().isEqualTo(SdmxCsvAnswer.HEAD.strip());
		assertThat(csv).contains("dataflow,MOTCUA:DF_FIGURES(1.0.0),R,TT0204,_T,VALUE,U" + province("27").id() + ",2021-04,3300");
		JsonNode structures = json.readTree(officer.get("/api/reporting/v1/sdmx/structure").body());
		assertThat(structures.at("/data/codelists").valueStream().map(each -> each.at("/id").asString())).contains("CL_INDICATOR", "CL_AREA", "CL_BREAKDOWN");
		assertThat(structures.at("/data/codelists/1/codes").valueStream().filter(code -> code.at("/id").asString().equals("SEX$F")).map(code -> code.at("/names").toString()))
			.as("parts in words").containsExactly("{\"vi\":\"Nữ\",\"en\":\"Female\"}");
		Agency district = agencies.children(province("27").id(), Agency.Level.DISTRICT, THEN).getFirst();
		Agency commune = agencies.children(district.id(), Agency.Level.COMMUNE, THEN).getFirst();
		assertThat(structures.at("/data/codelists/3/codes").valueStream().map(code -> code.at("/id").asString())).as("whatever figures can be of").doesNotHaveDuplicates()
			.contains("VN", "U" + province("27").id(), "U" + district.id(), "U" + commune.id()).as("ministries that ended before the provinces merged")
			.containsAll(agencies.all(Agency.Level.MINISTRY, THEN).stream().map(ministry -> "U" + ministry.id()).toList());
		assertThat(structures.at("/data/dataStructures/0/dataStructureComponents/dimensionList/timeDimension").has("position")).as("not in SDMX-JSON 2.0").isFalse();
		assertThat(structures.at("/data/dataStructures/0/dataStructureComponents/dimensionList/dimensions").size()).isEqualTo(4);
	}

	@Test
	void whatCannotBeReadIsRefusedByFieldAndRule() {
		HttpResponse<String> answer = officer.get("/api/reporting/v1/analysis?indicator=KHONGCO&from=mai&level=lang");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("/indicator", "reporting.analysis.indicator", "/from", "reporting.analysis.day", "/level");
		assertThat(officer.get(address("agency=99&from=2021-04&to=2021-04")).statusCode()).isEqualTo(422);
		assertThat(new Visit(port).get(address("agency=27")).statusCode()).isEqualTo(401);
		assertThat(officer.get("/bao-cao/phan-tich?indicator=KHONGCO&from=mai").body()).as("on the page too").contains("KHONGCO", "govuk-error-summary");
		assertThat(officer.get("/bao-cao/phan-tich?level=province&periodType=").statusCode()).as("nothing chosen").isEqualTo(422);
		assertThat(officer.get(address("agency=27&from=2021-04&to=2021-04&format=doc")).body()).contains("/format", "reporting.analysis.format");
	}

	/** Nothing else is shown in place of what was asked for. */
	@Test
	void thePageSaysWhichWordOfItsAddressItDoesNotKnow() {
		String question = "/bao-cao/phan-tich?indicator=TT0204&level=province&from=2021-03&to=2021-04";
		for (String word : List.of("view=banh", "hang=-1", "bang=1", "ky=2020-01")) {
			HttpResponse<String> answer = officer.get(question + "&" + word);
			assertThat(answer.statusCode()).as(word).isEqualTo(422);
			assertThat(answer.body()).contains("“" + word.replaceFirst(".*=", "") + "”").doesNotContain("mc-pivot__indicator");
		}
		assertThat(officer.get(question + "&ky=2021-04&view=cot").statusCode()).isEqualTo(200);
		String lines = row(ask("agency=27&from=2021-04&to=2021-04"), "Bắc Ninh", "value").at("/lines").asString().replace("{period}", "2021-04");
		for (String after : List.of("-1", "999999", "mai")) {
			assertThat(officer.get(lines + (lines.contains("?") ? "&" : "?") + "sau=" + after).statusCode()).as(after).isBetween(400, 422);
		}
	}

	@Test
	void aMapWithoutFiguresSaysSo() {
		assertThat(officer.get("/bao-cao/phan-tich?indicator=TT0205&level=province&from=2021-03&to=2021-04&view=ban-do").body()).doesNotContain("mc-tiles").contains("Chưa có số liệu nào để vẽ", "<table");
		assertThat(officer.get("/bao-cao/phan-tich?indicator=TT0204&level=country&from=2021-03&to=2021-04&view=ban-do").body()).doesNotContain("mc-tiles").contains("Hãy chọn cấp tỉnh");
	}

	@Test
	void thePageDrawsItsPicturesWithoutScript() {
		String question = "/bao-cao/phan-tich?indicator=TT0204&level=province&from=2021-03&to=2021-04";
		assertThat(officer.get(question).body()).contains("<table", "Bắc Giang");
		assertThat(officer.get(question + "&view=cot").body()).contains("<svg", "mc-chart__bar");
		assertThat(officer.get(question + "&view=duong").body()).contains("mc-chart__line");
		String map = officer.get(question + "&view=ban-do").body();
		assertThat(map).contains("Hoàng Sa", "Trường Sa");
		assertThat(map.split("class=\"mc-tile ", -1)).hasSize(63 + 2 + 1);
		assertThat(officer.get("/bao-cao/phan-tich/tai-ve?indicator=TT0204&level=province&from=2021-03&to=2021-04&format=xlsx").statusCode()).isEqualTo(200);
	}

	private JsonNode ask(String question) {
		HttpResponse<String> answer = officer.get(address(question), "application/json");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return json.readTree(answer.body());
	}

	/** A balance reads two figures of one report. */
	@Test
	void aReportThatAFormulaReadsTwiceCountsOnce() {
		int regime = regimes.find(ReportedFigures.MONTHLY).orElseThrow().number();
		LocalDate march = LocalDate.of(2020, 3, 1);
		Agency ward = agencies.findByCode(Agency.Level.COMMUNE, "00061", march).orElseThrow();
		figures().report("2020-03", ward, EXPORTS, "12.0").report("2020-03", ward, "TT0205", "2.0");
		totals.count(new SheetKey(regime, march, ward.id()), List.of(Totals.Tally.EXPECTED), List.of());
		JsonNode balance = json.readTree(officer.get("/api/reporting/v1/analysis?indicator=TT0206&agency=00061&from=2020-03&to=2020-03", "application/json").body());
		assertThat(balance.at("/rows/0/values/0").decimalValue()).isEqualByComparingTo("10");
		assertThat(balance.at("/rows/0/reports/0").toString()).isEqualTo("[0,1]");
	}

	private static String address(String question) {
		return "/api/reporting/v1/analysis?indicator=" + EXPORTS + "&" + question;
	}

	private static JsonNode row(JsonNode answer, String unit, String figure) {
		return answer.at("/rows").valueStream().filter(row -> row.at("/name").asString().equals(unit) && row.at("/figure").asString().equals(figure)).findFirst().orElseThrow();
	}

	private static String values(JsonNode answer, Agency unit) {
		return answer.at("/rows").valueStream().filter(row -> row.at("/unitNumber").asInt() == unit.id().value()).findFirst().orElseThrow().at("/values").toString();
	}

	/** With as many digits as the cell has. */
	private String decimal(String text) {
		int decimals = cells.find(regimes.find(ReportedFigures.MONTHLY).orElseThrow().number(), new IndicatorCode(EXPORTS), Breakdown.WHOLE).orElseThrow().decimals();
		return new BigDecimal(text).setScale(decimals, java.math.RoundingMode.HALF_UP).toPlainString();
	}

	private ReportedFigures figures() {
		return new ReportedFigures(program);
	}

	private Agency province(String code) {
		return figures().province(code, THEN);
	}

}
