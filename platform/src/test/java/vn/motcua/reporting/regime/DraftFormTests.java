package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Template;

/** What an officer says otherwise of a form that was read, and what becomes of the indicators that are not wanted after all. */
@MotCuaTest
class DraftFormTests {

	private static final String FORM = """
			A1:STT|B1:Nội dung của biểu nhóm|C1:Số vụ
			A2:I|B2:Nhóm việc thứ nhất
			A3:1|B3:Việc nhóm một
			A4:II|B4:NHÓM VIỆC THỨ HAI
			A5:1|B5:Việc nhóm hai
			""";

	@LocalServerPort
	int port;

	@Autowired
	Regimes regimes;

	@Autowired
	Indicators indicators;

	@Test
	void aRowThatWasTakenForAHeadingTakesFiguresWhenTheOfficerSaysSo() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = DesignTests.created(officer, "VPCP.NHOM.THANG");
		String read = uploaded(officer, draft, FORM);
		assertThat(read).contains("Dòng chỉ là tiêu đề", "value=\"B01.R1\" checked", "value=\"B01.R3\" checked", "I Nhóm việc thứ nhất").doesNotContain("VPCPNHOMTHAN_B1R1");
		var saved = officer.postAll(draft, draft + "/tieu-de", Map.of("ban", List.of(edition(read)), "dong", List.of("B01.R1", "B01.R3"), "tieu-de", List.of("B01.R3")));
		assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith(draft + "/chi-tieu");
		assertThat(officer.get(draft).body()).contains("VPCPNHOMTHAN_B1R1<").doesNotContain("VPCPNHOMTHAN_B1R3");
		assertThat(uploaded(officer, draft, FORM)).as("the same form again").contains("2 dòng tiêu đề được hiểu như lần trước", "value=\"B01.R3\" checked", "VPCPNHOMTHAN_B1R1<")
			.doesNotContain("value=\"B01.R1\" checked", "VPCPNHOMTHAN_B1R3");
		assertThat(uploaded(officer, draft, FORM + "A6:III|B6:Nhóm việc thứ ba\nA7:1|B7:Việc nhóm ba\n")).as("a row that is new is asked about").contains("value=\"B01.R5\" checked").doesNotContain("được hiểu như lần trước",
				"value=\"B01.R1\" checked");
		assertThat(officer.postAll(draft, draft + "/tieu-de", Map.of("ban", List.of(edition(read)), "dong", List.of("B01.R1"), "tieu-de", List.of("B01.R1"))).statusCode())
			.as("the page was left open meanwhile").isEqualTo(409);
		assertThat(officer.upload(draft + "/tep", Map.of("_csrf", officer.formToken(), "ban", edition(read)), "tep", "", new byte[0]).body()).contains("Hãy chọn tệp biểu Excel");
	}

	@Test
	void indicatorsThatNoCellUsesAnyMoreGoAwayWhenTheDraftIsPublished() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = DesignTests.created(officer, "VPCP.THUA.THANG");
		uploaded(officer, draft, FORM.replace("việc", "việc thừa").replace("Việc", "Việc thừa"));
		IndicatorCode kept = new IndicatorCode("VPCPTHUATHAN_B1R2");
		IndicatorCode left = new IndicatorCode("VPCPTHUATHAN_B1R4");
		assertThat(Visit.signedIn(port, "baocao.bacninh").get("/bao-cao/chi-tieu/" + kept).statusCode()).as("nobody sees what only a draft asks for").isEqualTo(404);
		Map<String, String> table = new HashMap<>(Map.of("ban", edition(officer.get(draft).body()), "so-cot", "1", "so-dong", "1", "ten", "Biểu", "cot-0", "Số vụ", "ma-cot-0", "C1", "dong-0", "Việc thừa nhóm một"));
		table.putAll(Map.of("ma-dong-0", "R2", "o-0-0", kept.value()));
		assertThat(officer.post(draft, draft + "/bieu/B01", table).statusCode()).isEqualTo(302);
		assertThat(indicators.find(left)).as("put back before the publication it is there with what was said of it").isPresent();
		assertThat(officer.post(draft, draft + "/ban-hanh", Map.of("ban", edition(officer.get(draft).body()), "hieu-luc", "01/11/2026")).statusCode()).isEqualTo(302);
		assertThat(indicators.find(left)).isEmpty();
		assertThat(indicators.all()).extracting(one -> one.code()).contains(kept).doesNotContain(left);
		assertThat(Visit.signedIn(port, "baocao.bacninh").get("/bao-cao/chi-tieu/" + kept).statusCode()).isEqualTo(200);
	}

	@Test
	void aCellOfAPartThatIsNotThereIsRefusedWithItsFieldAndRule() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = DesignTests.created(officer, "VPCP.PHANTO.THANG");
		Map<String, String> table = new HashMap<>(Map.of("so-cot", "2", "so-dong", "1", "cot-0", "Nữ", "cot-1", "Khác", "dong-0", "Lao động", "o-0-0", "LD0301[SEX=F]", "o-0-1", "LD0301[SEX=X] *"));
		var refused = officer.post(draft + "/bieu/moi", draft + "/bieu/moi", table);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("<a href=\"#o-0-1\">Ô dòng 1, cột 2: Không có phân tổ SEX=X. Có: SEX=F, SEX=M.</a>").doesNotContain("href=\"#o-0-0\"");
		table.put("o-0-1", "LD0301[SEX=M] *");
		assertThat(officer.post(draft + "/bieu/moi", draft + "/bieu/moi", table).statusCode()).isEqualTo(302);
	}

	@Test
	void unitsAndWaysAreSetForManyAtOnce() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = DesignTests.created(officer, "VPCP.CHUNG.THANG");
		uploaded(officer, draft, "A1:STT|B1:Nội dung của biểu chung|C1:Kỳ này\nA2:1|B2:Việc chung một\nA3:2|B3:Việc chung hai\nA4:3|B4:Việc chung ba (vụ)\n");
		String page = draft + "/chi-tieu";
		assertThat(officer.get(page).body()).contains("2 chỉ tiêu chưa có đơn vị tính", "value=\"vụ\"").doesNotContainPattern("name=\"don-vi-[^\"]+\"[^>]*value=\"đơn vị\"");
		Map<String, String> said = new HashMap<>(Map.of("ban", edition(officer.get(draft).body()), "dien", "1", "tat-ca-cho", "chua-co-don-vi", "tat-ca-don-vi", "lượt", "tat-ca-thoi-gian", "LAST"));
		for (String code : List.of("R1", "R2", "R3")) {
			said.putAll(Map.of("ten-VPCPCHUNGTHA_B1" + code, "Việc chung " + code, "le-VPCPCHUNGTHA_B1" + code, "0", "don-vi-VPCPCHUNGTHA_B1" + code, code.equals("R3") ? "vụ" : ""));
		}
		String filled = officer.post(page, page, said).body();
		assertThat(filled).contains("Đã điền vào 2 dòng, chưa lưu", "value=\"vụ\"").containsPattern("name=\"don-vi-VPCPCHUNGTHA_B1R1\"[^>]*value=\"lượt\"").doesNotContain("chưa có đơn vị tính vì");
		assertThat(filled.substring(filled.indexOf("name=\"thoi-gian-VPCPCHUNGTHA_B1R2\""))).containsPattern("^[^/]*(?:/option[^/]*)*?<option value=\"LAST\" selected");
		assertThat(officer.get(page).body()).as("nothing is kept before it is saved").contains("2 chỉ tiêu chưa có đơn vị tính");
		said.put("tat-ca-don-vi", "<kg>");
		var wrong = officer.post(page, page, said);
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("href=\"#tat-ca-don-vi\"");
		said.remove("dien");
		said.put("don-vi-VPCPCHUNGTHA_B1R1", "lượt");
		assertThat(officer.post(page, page, said).statusCode()).isEqualTo(302);
		assertThat(officer.get(page).body()).contains("1 chỉ tiêu chưa có đơn vị tính");
	}

	@Test
	void rowsAndColumnsAreCalledAsTheOfficerSaysAndStaySo() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		String draft = DesignTests.created(officer, "VPCP.MADONG.THANG");
		Map<String, String> table = new HashMap<>(Map.of("so-cot", "1", "so-dong", "3", "cot-0", "Số", "cot-0-ma", "SO-LUONG", "dong-0", "Nam", "dong-0-ma", "NAM", "o-0-0", "+", "dong-1", "Nữ", "dong-1-ma", "NAM"));
		table.putAll(Map.of("dong-2", "Khác", "o-2-0", "+"));
		assertThat(officer.post(draft + "/bieu/moi", draft + "/bieu/moi", table).body()).contains("<a href=\"#dong-1-ma\">Mã dòng 2: Mã “NAM” đã có ở trên.</a>");
		table.put("dong-1-ma", "2 nữ");
		assertThat(officer.post(draft + "/bieu/moi", draft + "/bieu/moi", table).body()).contains("Mã dòng 2: Mã “2 nữ” phải bắt đầu bằng chữ");
		table.put("dong-1-ma", "NU");
		assertThat(officer.post(draft + "/bieu/moi", draft + "/bieu/moi", table).statusCode()).isEqualTo(302);
		assertThat(officer.get(draft).body()).as("a code too long for an indicator is replaced by a number").contains("VPCPMADONGTH_N1", "VPCPMADONGTH_N2");
		officer.post(draft, draft + "/ban-hanh", Map.of("ban", edition(officer.get(draft).body()), "hieu-luc", "01/11/2026"));
		Regime regime = regimes.find(new RegimeCode("VPCP.MADONG.THANG")).orElseThrow();
		assertThat(regimes.template(regime.number(), java.time.LocalDate.of(2026, 11, 1)).tables().getFirst().rows()).extracting(Template.Row::code).containsExactly("NAM", "NU", "R1");
		assertThat(officer.get("/bao-cao/che-do/VPCP.MADONG.THANG").body()).as("no words are put into the officer's mouth").contains("Chưa có hướng dẫn").doesNotContain("Nhập số liệu rồi gửi");

		String page = "/bao-cao/che-do/VPCP.MADONG.THANG";
		officer.post(page, page + "/phien-ban", Map.of());
		String next = page + "/phien-ban/2";
		Map<String, String> changed = new HashMap<>(Map.of("ban", edition(officer.get(next).body()), "so-cot", "1", "so-dong", "2", "cot-0", "Số", "ma-cot-0", "SO-LUONG", "dong-0", "Nam", "ma-dong-0", "NAM", "dong-0-ma", "TRAI"));
		changed.putAll(Map.of("o-0-0", "VPCPMADONGTH_N1", "dong-1", "Việc mới", "dong-1-ma", "NU"));
		String refused = officer.post(next + "/bieu/B01", next + "/bieu/B01", changed).body();
		assertThat(refused).contains("Mã dòng 1: Mã “NAM” đã có trong phiên bản ban hành", "Mã dòng 2: Mã “NU” đã dùng cho dòng hoặc cột khác");
		changed.putAll(Map.of("dong-0-ma", "NAM", "dong-1-ma", ""));
		assertThat(officer.post(next + "/bieu/B01", next + "/bieu/B01", changed).statusCode()).isEqualTo(302);
		assertThat(officer.get(next + "/bieu/B01").body()).as("the number of a row that was left out is not given again").contains("name=\"dong-1-ma\"", "value=\"R2\"");
	}

	private static String uploaded(Visit officer, String draft, String form) {
		String before = officer.get(draft).body();
		var read = officer.upload(draft + "/tep", Map.of("_csrf", officer.formToken(), "ban", edition(before)), "tep", "bieu.xlsx", new FormFile().sheet(null, form).bytes());
		assertThat(read.statusCode()).isEqualTo(200);
		return read.body();
	}

	private static String edition(String body) {
		Matcher found = Pattern.compile("name=\"ban\" value=\"(\\d+)\"").matcher(body);
		assertThat(found.find()).isTrue();
		return found.group(1);
	}

}
