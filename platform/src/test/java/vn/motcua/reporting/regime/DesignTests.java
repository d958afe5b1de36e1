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
		var read = officer.upload(draft + "/tep", Map.of("_csrf", officer.formToken()), "tep", "bieu.xlsx", FormFile.monthly());
		assertThat(read.statusCode()).isEqualTo(200);
		assertThat(read.body()).contains("BÁO CÁO THÁNG VỀ TIÊM CHỦNG MỞ RỘNG", "Công thức đã nhận");
		String rule = code(officer, draft, "_B1R3") + " <= " + code(officer, draft, "_B1R1");
		assertThat(officer.post(draft, draft + "/loi", Map.of("dk-0", rule, "dk-0-loi", "Phản ứng không nhiều hơn số tiêm")).statusCode()).isEqualTo(302);
		assertThat(officer.post(draft, draft + "/ban-hanh", Map.of("hieu-luc", "2026-11-01")).statusCode()).isEqualTo(302);
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
		assertThat(officer.post(next, next + "/ban-hanh", Map.of("hieu-luc", "01/01/2027")).statusCode()).isEqualTo(302);
		assertThat(places(regime)).containsAllEntriesOf(places).hasSize(10);
		assertThat(regimes.template(regime.number(), LocalDate.of(2026, 12, 1)).tables()).hasSize(1);
		assertThat(regimes.template(regime.number(), LocalDate.of(2027, 1, 1)).tables()).hasSize(2);
	}

	@Test
	void whatIsWrongIsSaidAtItsField() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		var answer = officer.post("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", Map.of("ma", "mã sai", "tan-suat", "MONTH", "han-so", "999", "han-gio", "tối"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Mã gồm chữ hoa", "Hãy điền ô này", "từ 0 đến 120", "Giờ viết như 17:00");
		assertThat(officer.post("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", contents("VPCP.KSTTHC.THANG")).body()).contains("Mã này đã có");
		String draft = created(officer, "VPCP.SAI.THANG");
		assertThat(officer.upload(draft + "/tep", Map.of("_csrf", officer.formToken()), "tep", "bieu.xlsx", "khong phai".getBytes()).statusCode()).isEqualTo(422);
		Map<String, String> wrong = Map.of("so-cot", "1", "so-dong", "2", "ten", "Biểu", "cot-0", "Số", "dong-0", "A", "o-0-0", "TTHC0101 TTHC0102", "dong-1", "B", "o-1-0", "= XX99");
		assertThat(officer.post(draft + "/bieu/moi", draft + "/bieu/moi", wrong).body()).contains("Không hiểu ô “TTHC0101 TTHC0102”");
		Map<String, String> unknown = Map.of("so-cot", "1", "so-dong", "1", "ten", "Biểu", "cot-0", "Số", "dong-0", "A", "o-0-0", "= XX99 + 1");
		officer.post(draft + "/bieu/moi", draft + "/bieu/moi", unknown);
		assertThat(officer.get(draft).body()).contains("Không có chỉ tiêu “XX99”", "Các biểu chưa có ô nào gắn chỉ tiêu").doesNotContain("ban-hanh");
	}

	@Test
	void draftsAreOfTheirAgencyAndOfDesigners() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = created(officer, "VPCP.RIENG.NAM");
		assertThat(Visit.signedIn(port, "baocao.bacninh").get(draft).statusCode()).isEqualTo(403);
		assertThat(officer.get("/bao-cao/che-do/BYT.KCB.QUY/phien-ban/1").statusCode()).isEqualTo(404);
		assertThat(officer.get("/bao-cao/che-do").body()).contains("VPCP.RIENG.NAM");
		assertThat(Visit.signedIn(port, "baocao.bacninh").get("/bao-cao/che-do").body()).doesNotContain("VPCP.RIENG.NAM");
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
