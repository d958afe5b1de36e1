package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.ReportChecks;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;

/** A ward's clerk fills a report in with a plain form, over the interface and with a spreadsheet. */
@MotCuaTest
class EntryPagesTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private Sheets sheets;

	@Autowired
	private Findings findings;

	@Autowired
	private ReportChecks checks;

	@Autowired
	private Reports reports;

	@LocalServerPort
	private int port;

	private EntryFixture fixture;

	private Visit clerk;

	@BeforeEach
	void openReport() {
		fixture = EntryFixture.open(program, "THU.NHAP.TRANG");
		clerk = Visit.signedIn(port, EntryFixture.CLERK);
	}

	@Test
	void drawsTheTemplateAndSavesAPlainForm() {
		String drawn = clerk.get(fixture.page()).body();
		assertThat(drawn).contains("Báo cáo thử nhập liệu", "Trong kỳ", "Công thương", "rowspan=\"2\"", "aria-required=\"true\"", "Vướng mắc", "Tiếp nhận {TTHC0100[LV=G02]} hồ sơ. Dòng trống",
				"Viết {TTHC0100[LV=G02]} để có số của “1. Công thương – Tổng số”.");
		Map<String, String> fields = fields(drawn);
		String online = name(drawn, "r-B1-0 h-B1-1");
		fields.put(online, "1.200");
		fields.put(name(drawn, "r-B1-0 h-B1-2"), "34");
		fields.put("t.N1", "Đã nhận **{TTHC0100[LV=G02]}** hồ sơ.");
		String row = fields.keySet().stream().filter(name -> name.startsWith("g.B2.") && name.endsWith(".NOIDUNG")).findFirst().orElseThrow();
		fields.put(row, "Nghẽn đường truyền");
		fields.put(row.replace("NOIDUNG", "SO"), "2");
		fields.put(row.replace("NOIDUNG", "LOAI"), "Nhẹ");
		assertThat(clerk.post(fixture.page(), fixture.page(), fields).statusCode()).isEqualTo(302);
		String saved = clerk.get(fixture.page()).body();
		assertThat(saved).contains("value=\"1.200\"", ">1.234</output>", "value=\"Nghẽn đường truyền\"", "Đã nhận **");
		assertThat(reports.find(fixture.key()).orElseThrow().state()).isEqualTo(Reports.State.DRAFTING);
		HttpResponse<String> pdf = clerk.get(fixture.page() + "/bao-cao.pdf");
		assertThat(pdf.statusCode()).isEqualTo(200);
		assertThat(pdf.body()).startsWith("%PDF");
		assertThat(clerk.get(fixture.page() + "/bao-cao.docx").statusCode()).isEqualTo(200);
		fields = fields(saved);
		fields.put(row, "");
		fields.put(row.replace("NOIDUNG", "SO"), "");
		fields.put(row.replace("NOIDUNG", "LOAI"), "");
		clerk.post(fixture.page(), fixture.page(), fields);
		assertThat(clerk.get(fixture.page()).body()).as("a row whose cells are emptied is gone").doesNotContain("Nghẽn đường truyền");
	}

	@Test
	void keepsWhatWasTypedAndSaysWhatIsWrong() {
		String drawn = clerk.get(fixture.page()).body();
		Map<String, String> fields = fields(drawn);
		fields.put(name(drawn, "r-B1-1 h-B1-1"), "mười hai");
		fields.put(name(drawn, "r-B1-1 h-B1-2"), "1.5");
		fields.put(name(drawn, "r-B1-1 h-B1-3"), "12345678901234567890");
		HttpResponse<String> answer = clerk.post(fixture.page(), fixture.page(), fields);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("value=\"mười hai\"", "Y tế – Trực tuyến: Hãy nhập một số", "Số có nhiều nhất 15 chữ số").doesNotContain("Đã lưu.");
		assertThat(sheets.sheet(fixture.key()).amounts()).doesNotContainKey(place(drawn, "r-B1-1 h-B1-1"));
	}

	@Test
	void tellsAConflictInsteadOfWritingOver() {
		String drawn = clerk.get(fixture.page()).body();
		int place = place(drawn, "r-B1-0 h-B1-3");
		sheets.save(fixture.key(), List.of(new CellChange(place, new BigDecimal(7), null)), ValueSource.COUNTED, vn.motcua.kernel.Actor.platform());
		Map<String, String> fields = fields(drawn);
		fields.put("c" + place, "9");
		HttpResponse<String> answer = clerk.post(fixture.page(), fixture.page(), fields);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Một Cửa đã sửa ô này thành 7", "value=\"9\"");
		assertThat(sheets.sheet(fixture.key()).amounts().get(place)).isEqualByComparingTo("7");
	}

	@Test
	void savesSingleCellsWithTheirSumsOverTheInterface() {
		String drawn = clerk.get(fixture.page()).body();
		int online = place(drawn, "r-B1-1 h-B1-1");
		int total = place(drawn, "r-B1-1 h-B1-0");
		int version = sheets.sheet(fixture.key()).version();
		HttpResponse<String> answer = clerk.api("PATCH", fixture.api(), "{\"cells\":[{\"position\":" + online + ",\"value\":\"41\",\"version\":" + version + "}]}");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("{\"position\":" + total + ",\"value\":\"41\"}", "\"conflicts\":[]");
		assertThat(clerk.get(fixture.api() + "?since=" + version).body()).contains("\"position\":" + online, "\"position\":" + total);
		assertThat(clerk.get(fixture.api() + "/cells/" + online).body()).contains("\"41\"");
		assertThat(clerk.api("PATCH", fixture.api(), "{\"cells\":[{\"position\":" + total + ",\"value\":\"1\"}]}").statusCode()).isEqualTo(422);
		assertThat(clerk.api("PATCH", fixture.api(), "{\"cells\":[{\"position\":" + online + ",\"value\":\"1,5\"}]}").body()).contains("/cells/" + online);
		assertThat(clerk.api("PATCH", fixture.api(), "{\"cells\":[{\"position\":1999,\"value\":\"1\"}]}").statusCode()).isEqualTo(422);
	}

	@Test
	void checksTheReportAndTakesExplanations() {
		String drawn = clerk.get(fixture.page()).body();
		sheets.save(fixture.key(), List.of(new CellChange(place(drawn, "r-B1-0 h-B1-1"), new BigDecimal(1500), null),
				new CellChange(place(drawn, "r-B1-0 h-B1-2"), null, null), new CellChange(place(drawn, "r-B1-0 h-B1-3"), new BigDecimal(2000), null)), ValueSource.TYPED, fixture.clerk);
		assertThat(findings.of(fixture.key())).extracting(Findings.Finding::code).contains("missing:" + place(drawn, "r-B1-0 h-B1-2"), "rule:K1", "rule:K2");
		String checked = clerk.get(fixture.page() + "?kiem-tra=true").body();
		assertThat(checked).contains("Từ kỳ trước không quá tổng số", "Quá nhiều hồ sơ trực tuyến", "name=\"x.rule:K2\"", "href=\"#c");
		Map<String, String> fields = fields(clerk.get(fixture.page()).body());
		fields.put("x.rule:K2", "Đợt cao điểm cấp đổi giấy phép.");
		fields.put("vx.rule:K2", "0");
		clerk.post(fixture.page(), fixture.page(), fields);
		assertThat(findings.of(fixture.key())).filteredOn(finding -> finding.code().equals("rule:K2")).allMatch(finding -> !finding.blocks());
		assertThat(checks.findings(fixture.key())).extracting("code").containsOnly("reporting.finding");
	}

	@Test
	void aCountBelowZeroWantsAWord() {
		int place = place(clerk.get(fixture.page()).body(), "r-B1-1 h-B1-3");
		sheets.save(fixture.key(), List.of(new CellChange(place, new BigDecimal(-5), null)), ValueSource.TYPED, fixture.clerk);
		assertThat(findings.of(fixture.key())).filteredOn(finding -> finding.code().equals("negative:" + place)).hasSize(1)
			.allMatch(finding -> finding.warning() && finding.blocks() && finding.words().vi().endsWith("-5 là số âm."));
	}

	@Test
	void othersMayReadButNotWrite() {
		Visit province = Visit.signedIn(port, "baocao.bacninh");
		String drawn = province.get(fixture.page()).body();
		assertThat(drawn).contains("Báo cáo này là của đơn vị khác.").doesNotContain("id=\"sheet\"");
		assertThat(province.api("PATCH", fixture.api(), "{\"cells\":[{\"position\":" + place(clerk.get(fixture.page()).body(), "r-B1-0 h-B1-1") + ",\"value\":\"1\"}]}").statusCode()).isEqualTo(403);
		assertThat(clerk.get("/bao-cao/nhap/KHONG.CO/2026-12/H05").statusCode()).isEqualTo(404);
	}

	@Test
	void whoHasNothingToDoWithAReportDoesNotSeeIt() {
		Visit elsewhere = Visit.signedIn(port, "chuyenvien.hanoi");
		for (String path : List.of(fixture.page(), fixture.page() + "/ghi-chu", fixture.page() + "/bieu-mau.xlsx", fixture.page() + "/bao-cao.pdf", fixture.page() + "/bao-cao.docx",
				fixture.page() + "/tep/" + UUID.randomUUID(), fixture.api(), fixture.api() + "/cells/0", fixture.api() + "/findings")) {
			assertThat(elsewhere.get(path).statusCode()).as(path).isEqualTo(404);
		}
		assertThat(Visit.signedIn(port, "baocao.vpcp").get(fixture.page()).statusCode()).as("the owner of the regime").isEqualTo(200);
	}

	@Test
	void aTableTakesNoMoreRowsThanItHas() {
		String rows = java.util.stream.IntStream.rangeClosed(1, 11).mapToObj(at -> "{\"table\":\"B2\",\"id\":\"" + UUID.randomUUID() + "\",\"place\":0,\"values\":{\"NOIDUNG\":\"Dòng " + at + "\"},\"version\":0}")
			.collect(java.util.stream.Collectors.joining(","));
		HttpResponse<String> answer = clerk.api("PATCH", fixture.api(), "{\"rows\":[" + rows + "]}");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("/rows/B2", "reporting.rows");
		assertThat(clerk.get(fixture.page()).body()).doesNotContain("Dòng 1");
		assertThat(clerk.api("PATCH", fixture.api(), "{\"rows\":[null]}").statusCode()).isEqualTo(400);
	}

	/** A system sends the parts; the total stands in its cell before the report goes before the leader. */
	@Test
	void whatFollowsFromDeliveredFiguresIsPutInItsPlace() {
		String drawn = clerk.get(fixture.page()).body();
		int online = place(drawn, "r-B1-1 h-B1-1");
		int total = place(drawn, "r-B1-1 h-B1-0");
		sheets.save(fixture.key(), List.of(new CellChange(online, new BigDecimal(321), null), new CellChange(place(drawn, "r-B1-1 h-B1-2"), new BigDecimal(4), null)), ValueSource.API, fixture.clerk);
		checks.complete(fixture.key(), fixture.clerk);
		assertThat(sheets.sheet(fixture.key()).amounts().get(total)).isEqualByComparingTo("325");
	}

	/** At once, not when the totals have followed, and whatever the province itself states. */
	@Test
	void whatStandsBelowIsReadFromTheReportsBelow() {
		String drawn = clerk.get(fixture.page()).body();
		int place = place(drawn, "r-B1-1 h-B1-3");
		sheets.save(fixture.key(), List.of(new CellChange(place, new BigDecimal(17), null)), ValueSource.TYPED, fixture.clerk);
		vn.motcua.agency.Agency province = program.getBean(vn.motcua.agency.Agencies.class).withAncestors(fixture.clerk.agency(), java.time.LocalDate.of(2026, 12, 14)).get(1);
		ReportForm above = program.getBean(ReportForms.class).of(new vn.motcua.reporting.SheetKey(fixture.key().regime(), fixture.key().period(), province.id()));
		SheetFigures figures = program.getBean(ComputedCells.class).figures(above, Map.of(place, new BigDecimal(1000)));
		assertThat(figures.below(above.byPlace().get(place).place())).isEqualByComparingTo("17");
	}

	@Test
	void notesStandWithTheHistoryOfACell() {
		String drawn = clerk.get(fixture.page()).body();
		int place = place(drawn, "r-B1-1 h-B1-3");
		String page = fixture.page() + "/ghi-chu";
		assertThat(clerk.post(page + "?o=" + place, page, Map.of("o", String.valueOf(place), "v", "0", "ghi-chu", "Theo sổ giấy.")).statusCode()).isEqualTo(302);
		assertThat(clerk.get(page + "?o=" + place).body()).contains("Theo sổ giấy.", "Lịch sử của ô");
		assertThat(clerk.post(page + "?o=" + place, page, Map.of("o", String.valueOf(place), "v", "0", "ghi-chu", "Khác."))).as("somebody else wrote meanwhile")
			.satisfies(late -> assertThat(late.statusCode()).isEqualTo(422)).satisfies(late -> assertThat(late.body()).contains("Khác.</textarea>", "<p class=\"govuk-body mc-lines\">Theo sổ giấy.</p>"));
		assertThat(clerk.get(fixture.page()).body()).contains("mc-entry__cell--note");
	}

	@Test
	void aWorkbookComesBackCellByCellAndIsTakenAsAWhole() throws Exception {
		String drawn = clerk.get(fixture.page()).body();
		int place = place(drawn, "r-B1-1 h-B1-2");
		sheets.save(fixture.key(), List.of(new CellChange(place, new BigDecimal(7005), null)), ValueSource.TYPED, fixture.clerk);
		byte[] file = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + fixture.page() + "/bieu-mau.xlsx"))
			.header("Cookie", clerk.cookieHeader()).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
		sheets.save(fixture.key(), List.of(new CellChange(place, new BigDecimal(7006), null)), ValueSource.TYPED, fixture.clerk);
		HttpResponse<String> same = upload(file);
		assertThat(same.statusCode()).isEqualTo(302);
		String differences = clerk.get(path(same)).body();
		assertThat(differences).as("the file says what was there before: nothing that the clerk changed").contains("Không có gì khác số liệu đang có");
		byte[] changed = WorkbookTests.edited(java.nio.file.Files.createTempDirectory("wb"), file, "<v>7005</v>", "<v>7008</v>");
		HttpResponse<String> second = upload(changed);
		assertThat(clerk.get(path(second)).body()).contains("Ô này đã có người sửa sau khi tệp được tải về", "<strong>7.008</strong>");
		assertThat(sheets.sheet(fixture.key()).amounts().get(place)).isEqualByComparingTo("7006");
		String seen = seen(clerk.get(path(second)).body());
		sheets.save(fixture.key(), List.of(new CellChange(place, new BigDecimal(7007), null)), ValueSource.TYPED, fixture.clerk);
		HttpResponse<String> late = clerk.post(path(second), path(second), Map.of("da-xem", seen));
		assertThat(late.statusCode()).as("a figure that came after the clerk looked is not written over").isEqualTo(409);
		assertThat(sheets.sheet(fixture.key()).amounts().get(place)).isEqualByComparingTo("7007");
		assertThat(clerk.post(path(second), path(second), Map.of("da-xem", seen(late.body()))).statusCode()).isEqualTo(302);
		assertThat(sheets.sheet(fixture.key()).amounts().get(place)).isEqualByComparingTo("7008");
		assertThat(clerk.get(path(second)).statusCode()).as("taken once").isEqualTo(404);
		HttpResponse<String> wrong = upload("không phải".getBytes(java.nio.charset.StandardCharsets.UTF_8));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("Đây không phải tệp Excel .xlsx.");
	}

	private static String seen(String page) {
		Matcher seen = Pattern.compile("name=\"da-xem\" value=\"([^\"]+)\"").matcher(page);
		assertThat(seen.find()).isTrue();
		return seen.group(1);
	}

	private HttpResponse<String> upload(byte[] file) {
		return clerk.upload(fixture.page() + "/tai-len", Map.of("_csrf", clerk.formToken()), "tep", "bieu-" + UUID.randomUUID() + ".xlsx", file);
	}

	private static String path(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
	}

	static int place(String page, String labels) {
		return Integer.parseInt(name(page, labels).substring(1));
	}

	private static String name(String page, String labels) {
		Matcher cell = Pattern.compile("id=\"(c\\d+)\"[^>]*aria-labelledby=\"" + labels + "\"").matcher(page);
		assertThat(cell.find()).as(labels).isTrue();
		return cell.group(1);
	}

	/** What a browser would post. */
	static Map<String, String> fields(String page) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher input = Pattern.compile("<(?:input|select)[^>]*? name=\"([^\"]+)\"[^>]*>").matcher(page.substring(page.indexOf("id=\"sheet\"")));
		while (input.find()) {
			Matcher value = Pattern.compile(" value=\"([^\"]*)\"").matcher(input.group());
			fields.put(input.group(1), value.find() ? value.group(1) : "");
		}
		Matcher selected = Pattern.compile("<select[^>]*name=\"([^\"]+)\".*?</select>", Pattern.DOTALL).matcher(page);
		while (selected.find()) {
			Matcher value = Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(selected.group());
			fields.put(selected.group(1), value.find() ? value.group(1) : "");
		}
		Matcher text = Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL).matcher(page);
		while (text.find()) {
			fields.put(text.group(1), text.group(2));
		}
		fields.keySet().removeIf(name -> name.equals("_csrf") || name.equals("tep") || name.equals("phan"));
		return fields;
	}

}
