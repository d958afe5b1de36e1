package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Template;

/** A reporting officer sets up a monthly regime from the Excel form they use today. */
@MotCuaTest
class DesignTests {

	@LocalServerPort
	int port;

	@Autowired
	Regimes regimes;

	@Autowired
	Cells cells;

	@Test
	void anExcelFormBecomesARegimeAndANewVersionKeepsItsPlaces() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = created(officer, "VPCP.TIEMCHUNG.THANG");
		assertThat(officer.get(draft).body()).contains("Chưa có biểu");
		var read = officer.upload(draft + "/tep", Map.of("_csrf", officer.formToken(), "ban", edition(officer, draft)), "tep", "bieu.xlsx", FormFile.monthly());
		assertThat(read.statusCode()).isEqualTo(200);
		assertThat(read.body()).contains("BÁO CÁO THÁNG VỀ TIÊM CHỦNG MỞ RỘNG", "Công thức đã nhận", ">sum(C2, C3)<", ">C2 + C3<");
		String rule = code(officer, draft, "_B1R3") + " <= " + code(officer, draft, "_B1R1");
		assertThat(officer.post(draft, draft + "/loi", Map.of("ban", edition(officer, draft), "dk-0", rule, "dk-0-loi", "Phản ứng không nhiều hơn số tiêm")).statusCode()).isEqualTo(302);
		assertThat(officer.post(draft, draft + "/ban-hanh", Map.of("ban", edition(officer, draft), "hieu-luc", "2026-11-01")).statusCode()).isEqualTo(302);
		Regime regime = regimes.find(new RegimeCode("VPCP.TIEMCHUNG.THANG")).orElseThrow();
		Template template = regimes.template(regime.number(), LocalDate.of(2026, 11, 1));
		assertThat(template.tables().getFirst().cells()).hasSize(9);
		assertThat(template.checks()).hasSize(1);
		Map<String, Integer> places = places(regime);
		assertThat(places).hasSize(9);
		String next = location(officer.post("/bao-cao/che-do/VPCP.TIEMCHUNG.THANG", "/bao-cao/che-do/VPCP.TIEMCHUNG.THANG/phien-ban", Map.of()));
		Map<String, String> row = new HashMap<>(Map.of("so-cot", "1", "so-dong", "2", "ten", "Biểu thêm", "cot-0", "Số liệu", "dong-0", "Buổi tiêm", "o-0-0", "+", "dong-1", "Điểm tiêm"));
		row.put("o-1-0", "= VPCPTIEMCHUN_B2R1C1 * 2");
		assertThat(officer.post(next + "/bieu/moi", next + "/bieu/moi", row).statusCode()).isEqualTo(302);
		assertThat(officer.get(next).body()).contains("VPCPTIEMCHUN_B2R1C1", "9 ô giữ nguyên chỗ");
		assertThat(officer.post(next, next + "/ban-hanh", Map.of("ban", edition(officer, next), "hieu-luc", "01/01/2027")).statusCode()).isEqualTo(302);
		assertThat(places(regime)).containsAllEntriesOf(places).hasSize(10);
		assertThat(regimes.template(regime.number(), LocalDate.of(2026, 12, 1)).tables()).hasSize(1);
		assertThat(regimes.template(regime.number(), LocalDate.of(2027, 1, 1)).tables()).hasSize(2);
	}

	@Test
	void aCheckMayAskForWords() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = created(officer, "VPCP.HOILOI.THANG");
		Map<String, String> fields = new HashMap<>(Map.of("muc-0", "Tình hình", "dk-0", "true", "dk-0-loi", "Nêu lý do", "dk-0-o", "B9.W1"));
		fields.put("ban", edition(officer, draft));
		assertThat(officer.post(draft, draft + "/loi", fields).statusCode()).isEqualTo(302);
		assertThat(officer.get(draft).body()).contains("K1: “B9.W1” không phải là nơi ghi lời");
		assertThat(officer.get(draft + "/loi").body()).contains("value=\"B9.W1\"", "<option value=\"N1\">Tình hình</option>");
		fields.putAll(Map.of("ban", edition(officer, draft), "muc-0-ma", "N1", "dk-0-ma", "K1", "dk-0-o", "N1"));
		assertThat(officer.post(draft, draft + "/loi", fields).statusCode()).isEqualTo(302);
		assertThat(officer.get(draft).body()).doesNotContain("không phải là nơi ghi lời");
	}

	@Test
	void whatIsWrongIsSaidAtItsField() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		var answer = officer.post("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", Map.of("ma", "mã sai", "tan-suat", "MONTH", "han-so", "999", "han-gio", "tối"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Mã gồm chữ hoa", "<a href=\"#ten\">Tên báo cáo: Hãy điền ô này.</a>", "Đối tượng thực hiện: Hãy chọn ít nhất một.", "từ 0 đến 120", "Giờ: Giờ viết như 17:00");
		assertThat(officer.post("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", contents("VPCP.KSTTHC.THANG")).body()).contains("Mã này đã có");
		String draft = created(officer, "VPCP.SAI.THANG");
		assertThat(officer.upload(draft + "/tep", Map.of("_csrf", officer.formToken(), "ban", edition(officer, draft)), "tep", "bieu.xlsx", "khong phai".getBytes()).statusCode()).isEqualTo(422);
		Map<String, String> wrong = Map.of("so-cot", "1", "so-dong", "2", "ten", "Biểu", "cot-0", "Số", "dong-0", "A", "o-0-0", "TTHC0101 TTHC0102", "dong-1", "B", "o-1-0", "= XX99");
		assertThat(officer.post(draft + "/bieu/moi", draft + "/bieu/moi", wrong).body()).contains("Ô dòng 1, cột 1: Không hiểu ô “TTHC0101 TTHC0102”");
		Map<String, String> unknown = Map.of("so-cot", "1", "so-dong", "1", "ten", "Biểu", "cot-0", "Số", "dong-0", "A", "o-0-0", "= XX99 + 1");
		officer.post(draft + "/bieu/moi", draft + "/bieu/moi", unknown);
		assertThat(officer.get(draft).body()).contains("Không có chỉ tiêu “XX99”", "Các biểu chưa có ô nào gắn chỉ tiêu").doesNotContain("ban-hanh");
		officer.post(draft + "/bieu/moi", draft + "/bieu/moi", Map.of("so-cot", "1", "so-dong", "1", "ten", "Biểu", "cot-0", "Số", "dong-0", "A", "o-0-0", "XX9999"));
		assertThat(officer.get(draft).body()).contains("dùng chỉ tiêu XX9999, nhưng không có chỉ tiêu nào mang mã này").doesNotContain("which no file");
	}

	/** Rounds that cannot be read, begin on one day or open after they are due. */
	@Test
	void periodsThatNobodyCouldReportForAreRefused() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		Map<String, String> fields = contents("VPCP.DOT.DOT");
		fields.putAll(Map.of("tan-suat", "WINDOW", "dot", "–\n14/02/2026 - 22/02/2026\n01/01/20266 – 02/01/20266"));
		assertThat(officer.post("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", fields).body()).contains("Không đọc được đợt “–”");
		fields.put("dot", "14/02/2026 – 22/02/2026\n14/02/2026 – 15/02/2026");
		assertThat(officer.post("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", fields).body()).contains("bắt đầu cùng ngày với một đợt khác");
		Map<String, String> late = contents("VPCP.MUON.THANG");
		late.putAll(Map.of("han", "DAY_OF_MONTH", "han-so", "10", "han-thang", "0", "mo-truoc", "5"));
		assertThat(officer.post("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", late).body()).contains("Có kỳ đến hạn gửi trước khi mở");
		late.put("mo-truoc", "30");
		assertThat(officer.post("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", late).statusCode()).isEqualTo(302);
	}

	@Test
	void draftsAreOfTheirAgencyAndOfDesigners() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = created(officer, "VPCP.RIENG.NAM");
		assertThat(Visit.signedIn(port, "baocao.bacninh").get(draft).statusCode()).isEqualTo(403);
		assertThat(officer.get("/bao-cao/che-do/BYT.KCB.QUY/phien-ban/1").statusCode()).isEqualTo(404);
		assertThat(officer.get("/bao-cao/che-do/BKHCN.CDS.QUY").body()).as("who reports, in words").contains("Cơ quan chuyên môn báo cáo: Sở Khoa học và Công nghệ").doesNotContain("so-khoa-hoc");
		assertThat(officer.get("/bao-cao/che-do").body()).contains("VPCP.RIENG.NAM");
		assertThat(Visit.signedIn(port, "baocao.bacninh").get("/bao-cao/che-do").body()).doesNotContain("VPCP.RIENG.NAM");
	}

	/** Two officers look at one draft; the second is told who changed what, what he wrote stands there, and saved once more it holds. */
	@Test
	void twoDesignersAtOneDraftNoticeEachOther() {
		Visit first = Visit.signedIn(port, "baocao.vpcp");
		Visit second = Visit.signedIn(port, "baocao.vpcp");
		String draft = created(first, "VPCP.HAINGUOI.THANG");
		Map<String, String> table = new HashMap<>(Map.of("so-cot", "1", "so-dong", "2", "ten", "Biểu", "cot-0", "Số", "dong-0", "Một", "o-0-0", "+"));
		assertThat(first.post(draft + "/bieu/moi", draft + "/bieu/moi", table).statusCode()).isEqualTo(302);
		table.putAll(Map.of("ma-cot-0", "C1", "ma-dong-0", "R1", "o-0-0", "VPCPHAINGUOI_B1R1C1", "ban", edition(second, draft + "/bieu/B01")));
		Map<String, String> others = new HashMap<>(table);
		others.put("dong-0", "Tên người thứ nhất đặt");
		assertThat(first.post(draft, draft + "/bieu/B01", others).statusCode()).isEqualTo(302);
		Map<String, String> elsewhere = Map.of("ban", table.get("ban"), "muc-0", "Tình hình", "muc-0-dinh-kem", "1");
		assertThat(second.post(draft, draft + "/loi", elsewhere).statusCode()).as("another part").isEqualTo(302);
		table.put("dong-0", "Tên người thứ hai đặt");
		var refused = second.post(draft, draft + "/bieu/B01", table);
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("Người khác vừa sửa phần này", "sửa biểu B01", "value=\"Tên người thứ hai đặt\"", "Tên người thứ nhất đặt");
		assertThat(second.get(draft).body()).contains("Tên người thứ nhất đặt").doesNotContain("Tên người thứ hai đặt");
		table.put("ban", edition(refused.body()));
		assertThat(second.post(draft, draft + "/bieu/B01", table).statusCode()).isEqualTo(302);
		assertThat(second.get(draft).body()).contains("Tên người thứ hai đặt", "Tình hình");
		assertThat(first.post(draft, draft + "/ban-hanh", Map.of("ban", others.get("ban"), "hieu-luc", "01/11/2026")).body()).as("what one publishes one has seen")
			.contains("Bản bên dưới đã có các thay đổi này");
	}

	/** Columns of a table that grows, files of a section, required cells and indents: what a file can say the page can say. */
	@Test
	void whatAFileCanSayThePageCanSay() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = created(officer, "VPCP.DANHSACH.THANG");
		Map<String, String> list = new HashMap<>(Map.of("so-cot", "3", "so-dong", "1", "ten", "Danh sách vụ việc", "them", "20", "cot-0", "Tên vụ", "cot-0-kieu", "text"));
		list.putAll(Map.of("cot-1", "Ngày xảy ra", "cot-1-kieu", "date", "cot-2", "Mức", "cot-2-kieu", "choice", "cot-2-chon", ""));
		var refused = officer.post(draft + "/bieu/moi", draft + "/bieu/moi", list);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("từ 1 đến 100 lựa chọn", "value=\"Tên vụ\"");
		list.put("cot-2-chon", "Nhẹ | Slight\nNặng | Grave");
		assertThat(officer.post(draft + "/bieu/moi", draft + "/bieu/moi", list).statusCode()).isEqualTo(302);
		Map<String, String> figures = new HashMap<>(Map.of("so-cot", "1", "so-dong", "2", "cot-0", "Số", "dong-0", "Vụ", "o-0-0", "+ *", "dong-1", "Vụ nặng", "dong-1-lui", "1", "o-1-0", "+"));
		assertThat(officer.post(draft + "/bieu/moi", draft + "/bieu/moi", figures).statusCode()).isEqualTo(302);
		officer.post(draft, draft + "/loi", Map.of("ban", edition(officer, draft), "muc-0", "Tình hình", "muc-0-dinh-kem", "1", "muc-1", "Kiến nghị", "muc-1-bat-buoc", "1"));
		officer.post(draft, draft + "/loi", Map.of("ban", edition(officer, draft + "/loi"), "muc-0", "", "muc-0-ma", "N1", "muc-1", "Kiến nghị", "muc-1-ma", "N2", "muc-1-bat-buoc", "1"));
		assertThat(officer.post(draft, draft + "/ban-hanh", Map.of("ban", edition(officer, draft), "hieu-luc", "01/11/2026", "het-hieu-luc", "01/12/2027")).statusCode()).isEqualTo(302);
		Regime regime = regimes.find(new RegimeCode("VPCP.DANHSACH.THANG")).orElseThrow();
		Template template = regimes.template(regime.number(), LocalDate.of(2026, 11, 1));
		assertThat(template.tables().getFirst().columns()).extracting(Template.Column::kind).containsExactly("text", "date", "choice");
		assertThat(template.tables().getFirst().columns().getLast().choices()).containsExactly(new LocalizedText("Nhẹ", "Slight"), new LocalizedText("Nặng", "Grave"));
		assertThat(template.tables().getLast().cells()).extracting(Template.TableCell::required).containsExactly(true, false);
		assertThat(template.tables().getLast().rows()).extracting(Template.Row::depth).containsExactly(0, 1);
		assertThat(template.narratives()).containsExactly(new Template.Narrative("N2", LocalizedText.same("Kiến nghị"), null, true, false));
		assertThat(regime.validUntil()).isEqualTo(LocalDate.of(2027, 12, 1));
		assertThat(officer.get("/bao-cao/che-do/VPCP.DANHSACH.THANG").body()).as("sections are an outline too").contains("Kiến nghị").doesNotContain("Không có phần lời");
	}

	/** A version says what it changed; the regime ends on a day. */
	@Test
	void versionsAreComparedAndARegimeEnds() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = created(officer, "VPCP.KHAC.THANG");
		officer.post(draft + "/bieu/moi", draft + "/bieu/moi", Map.of("so-cot", "1", "so-dong", "2", "cot-0", "Số", "dong-0", "Việc cũ", "o-0-0", "+", "dong-1", "Việc bỏ", "o-1-0", "+"));
		officer.post(draft, draft + "/ban-hanh", Map.of("ban", edition(officer, draft), "hieu-luc", "01/11/2026"));
		String page = "/bao-cao/che-do/VPCP.KHAC.THANG";
		String next = location(officer.post(page, page + "/phien-ban", Map.of()));
		Map<String, String> contents = contents("VPCP.KHAC.THANG");
		contents.putAll(Map.of("ten", "Tên mới", "han-so", "4"));
		officer.post(next + "/noi-dung", next + "/noi-dung", contents);
		officer.post(next, next + "/bieu/B01", Map.of("so-cot", "1", "so-dong", "2", "cot-0", "Số", "ma-cot-0", "C1", "dong-0", "Việc đổi tên", "ma-dong-0", "R1", "o-0-0", "VPCPKHACTHAN_B1R1C1"));
		assertThat(officer.get(next).body()).contains("Tên mới", "Báo cáo tháng thử", "B01: Việc cũ – Số", "B01: Việc đổi tên – Số", "B01: Việc bỏ – Số");
		officer.post(next, next + "/ban-hanh", Map.of("ban", edition(officer, next), "hieu-luc", "01/12/2026"));
		assertThat(Visit.signedIn(port, "baocao.bacninh").get(page + "?khac=2").body()).contains("Phiên bản 2 khác phiên bản trước", "B01: Việc bỏ – Số").doesNotContain("het-hieu-luc");
		assertThat(officer.post(page, page + "/het-hieu-luc", Map.of("het-hieu-luc", "01/11/2026")).body()).contains("Có phiên bản có hiệu lực từ ngày này");
		assertThat(officer.post(page, page + "/het-hieu-luc", Map.of("het-hieu-luc", "01/07/2027")).statusCode()).isEqualTo(302);
		Regime regime = regimes.find(new RegimeCode("VPCP.KHAC.THANG")).orElseThrow();
		assertThat(regimes.periods(regime.number(), LocalDate.of(2027, 6, 1), LocalDate.of(2027, 9, 1))).extracting(opening -> opening.period().code()).containsExactly("2027-06");
	}

	private static String edition(Visit officer, String page) {
		return edition(officer.get(page).body());
	}

	private static String edition(String body) {
		var found = java.util.regex.Pattern.compile("name=\"ban\" value=\"(\\d+)\"").matcher(body);
		assertThat(found.find()).isTrue();
		return found.group(1);
	}

	static String created(Visit officer, String code) {
		return location(officer.post("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", contents(code)));
	}

	private static Map<String, String> contents(String code) {
		Map<String, String> fields = new HashMap<>(Map.of("ma", code, "ten", "Báo cáo tháng thử", "noi-dung", "Số liệu", "tan-suat", "MONTH", "doi-tuong", "PROVINCE", "chot", "calendar", "han",
				"WORKING_DAYS", "han-so", "3", "han-gio", "17:00", "mo-truoc", "15"));
		fields.put("gio-giay", "8");
		return fields;
	}

	/** A row of the form as its indicator is called: one that another regime has under the same name is taken over. */
	private static String code(Visit officer, String draft, String place) {
		var found = java.util.regex.Pattern.compile("[A-Z0-9]+" + place + "\\b").matcher(officer.get(draft).body());
		assertThat(found.find()).isTrue();
		return found.group();
	}

	private static String location(java.net.http.HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
	}

	private Map<String, Integer> places(Regime regime) {
		return cells.of(regime.number()).stream().collect(Collectors.toMap(cell -> cell.indicator() + "[" + cell.breakdown() + "]", vn.motcua.reporting.Cell::position));
	}

}
