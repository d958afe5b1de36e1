package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.regime.FormFile;

/** A reporting officer of a ministry sets up a monthly regime from the Excel form in use, communes and provinces fill it in, and the first aggregate is there. */
@MotCuaTest
class HalfHourTests {

	private static final String CODE = "VPCP.LUUDONG.THANG";

	private static final String PREFIX = "VPCPLUUDONGT_B1";

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Regimes regimes;

	@Autowired
	private Cells cells;

	@Autowired
	private Agencies agencies;

	@Autowired
	private PeriodOpening opening;

	@Autowired
	private JsonMapper json;

	@Test
	void fromTheExcelFormToTheFirstAggregate() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = set(officer);
		var read = officer.upload(draft + "/tep", Map.of("_csrf", officer.formToken(), "ban", "1"), "tep", "bieu.xlsx", FormFile.treatment());
		assertThat(read.body()).contains("Đã nhận 2 biểu", "chỉ tiêu mới của riêng chế độ báo cáo", "nhận là biểu đơn vị tự thêm dòng", draft + "/chi-tieu");
		String own = officer.get(draft + "/chi-tieu").body();
		assertThat(own).contains("Chi phí bình quân một lượt khám lưu động – Thực hiện trong tháng, Cơ sở công", "value=\"lượt\"", "value=\"nghìn đồng\"");
		Map<String, String> said = fields(own);
		for (String column : List.of("C1", "C2")) {
			said.putAll(Map.of("gop-" + PREFIX + "R4" + column, "WEIGHTED_MEAN", "thoi-gian-" + PREFIX + "R4" + column, "WEIGHTED_MEAN", "nghia-" + PREFIX + "R4" + column, "Tổng chi trên số lượt", "le-" + PREFIX + "R4" + column, "1"));
		}
		assertThat(officer.post(draft + "/chi-tieu", draft + "/chi-tieu", said).body()).as("a mean without a weight").contains("phải chọn quyền số");
		said.putAll(Map.of("quyen-so-" + PREFIX + "R4C1", PREFIX + "R1C1", "quyen-so-" + PREFIX + "R4C2", PREFIX + "R1C2"));
		assertThat(officer.post(draft + "/chi-tieu", draft + "/chi-tieu", said).statusCode()).isEqualTo(302);
		assertThat(officer.post(draft + "/chi-tieu", draft + "/chi-tieu", said).body()).as("from a window that was opened before").contains("id=\"cua-nguoi-kia\"", ": Tổng chi trên số lượt; nghìn đồng; Bình quân gia quyền");
		String page = officer.get(draft).body();
		assertThat(page).contains("Ban hành được", "các kỳ đầu tiên là");
		assertThat(officer.post(draft, draft + "/ban-hanh", Map.of("ban", fields(page).get("ban"), "hieu-luc", "01/10/2026")).statusCode()).isEqualTo(302);
		assertThat(officer.get("/bao-cao/che-do/" + CODE).body()).contains("Xem ai đã gửi", "/bao-cao/phan-tich?regime=" + CODE);

		Regime regime = regimes.find(new RegimeCode(CODE)).orElseThrow();
		ReportCourse course = new ReportCourse(program);
		for (String month : List.of("2026-10", "2026-11")) {
			opening.open(regime, regimes.period(regime.number(), month).orElseThrow());
		}
		fill(regime, course, "baocao.kinhbac", "2026-10", "100", "10", "5");
		fill(regime, course, "baocao.bacninh", "2026-10", "300", "20", "15");
		fill(regime, course, "baocao.bacninh", "2026-11", "600", "30", "30");

		Visit reader = Visit.signedIn(port, "baocao.vpcp");
		String months = "&level=country&from=2026-10&to=2026-11";
		await().atMost(Duration.ofSeconds(20)).until(() -> values(reader, PREFIX + "R1C1", months).equals(List.of("400", "600")));
		assertThat(values(reader, PREFIX + "R4C1", months)).as("(100 × 10 + 300 × 20) / 400, then 30").containsExactly("17.5", "30");
		assertThat(values(reader, PREFIX + "R5C1", months)).as("20 of 400, 30 of 600").containsExactly("5", "5");
		assertThat(values(reader, PREFIX + "R4C1", months + "&periodType=QUARTER")).as("weighted over time: (17.5 × 400 + 30 × 600) / 1,000, not 23.75").containsExactly("25");
		assertThat(values(reader, PREFIX + "R5C1", months + "&periodType=QUARTER")).as("50 of 1,000").containsExactly("5");
		assertThat(officer.get("/bao-cao/tong-hop/" + CODE + "/2026-10/" + owner(regime)).body()).contains("Bắc Ninh");
	}

	/** Both eras: 63 provinces with districts, and 34 without. */
	@Test
	void itIsOwedByTheTreeOfThePeriodsDay() {
		Regime control = new ReportCourse(program).regime();
		Subjects subjects = program.getBean(Subjects.class);
		assertThat(subjects.of(control, java.time.LocalDate.of(2024, 6, 14)).stream().filter(owed -> owed.receiver() == Subjects.OWNER)).hasSize(63);
		assertThat(subjects.of(control, java.time.LocalDate.of(2026, 6, 14)).stream().filter(owed -> owed.receiver() == Subjects.OWNER)).hasSize(34);
	}

	private static String set(Visit officer) {
		Map<String, List<String>> contents = new HashMap<>(Map.of("ma", List.of(CODE), "ten", List.of("Báo cáo tháng về khám, chữa bệnh lưu động"), "noi-dung", List.of("Số lượt và chi phí"), "tan-suat",
				List.of("MONTH"), "doi-tuong", List.of("COMMUNE", "PROVINCE"), "chot", List.of("calendar"), "han", List.of("WORKING_DAYS"), "han-so", List.of("20"), "han-gio", List.of("17:00"), "mo-truoc",
				List.of("30")));
		var answer = officer.postAll("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", contents);
		assertThat(answer.statusCode()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
	}

	private void fill(Regime regime, ReportCourse course, String login, String month, String visits, String cost, String moved) {
		ReportAddress report = new ReportAddress(regime, regimes.period(regime.number(), month).orElseThrow(),
				agencies.get(course.actor(login).agency(), regimes.period(regime.number(), month).orElseThrow().period().to()));
		String page = "/bao-cao/nhap/" + report.path();
		Map<String, String> typed = new HashMap<>(Map.of("viec", "luu", "v", "0", place(regime, "R1C1"), visits, place(regime, "R4C1"), cost, place(regime, "R3C1"), moved));
		var answer = Visit.signedIn(port, login).post(page, page, typed);
		assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
	}

	private String place(Regime regime, String cell) {
		return "c" + cells.find(regime.number(), new IndicatorCode(PREFIX + cell), Breakdown.WHOLE).orElseThrow().position();
	}

	private String owner(Regime regime) {
		return ReportAddress.name(agencies.get(regime.owner(), java.time.LocalDate.of(2026, 10, 31)));
	}

	private List<String> values(Visit reader, String indicator, String question) {
		JsonNode answer = json.readTree(reader.get("/api/reporting/v1/analysis?regime=" + CODE + "&indicator=" + indicator + question, "application/json").body());
		return answer.at("/rows/0/values").valueStream().map(value -> value.isNull() ? "" : value.decimalValue().stripTrailingZeros().toPlainString()).toList();
	}

	/** What a browser would send of a form as it stands. */
	private static Map<String, String> fields(String page) {
		Map<String, String> fields = new HashMap<>();
		for (Matcher input = Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"").matcher(page); input.find();) {
			fields.putIfAbsent(input.group(1), input.group(2));
		}
		for (Matcher select = Pattern.compile("<select[^>]* name=\"([^\"]+)\".*?</select>", Pattern.DOTALL).matcher(page); select.find();) {
			Matcher chosen = Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(select.group());
			fields.put(select.group(1), chosen.find() ? chosen.group(1) : "");
		}
		return fields;
	}

}
