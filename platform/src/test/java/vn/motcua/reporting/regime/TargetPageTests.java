package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.reporting.IndicatorCode;

/** What an indicator should reach is said on its page by the agency that answers for it. */
@MotCuaTest
class TargetPageTests {

	private static final String PAGE = "/bao-cao/chi-tieu/TTHC0102";

	@LocalServerPort
	private int port;

	@Autowired
	private IndicatorStore store;

	@Test
	void theAgencyThatAnswersForAnIndicatorSetsItsTargets() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		assertThat(officer.get(PAGE).body()).contains("Đặt mục tiêu của một năm");
		assertThat(set(officer, "2087", "", "1.234.567", "Nghị quyết thử 2087").statusCode()).isEqualTo(302);
		assertThat(set(officer, "2087", "bac ninh", "4.321", "").statusCode()).isEqualTo(302);
		assertThat(officer.get(PAGE).body()).contains("1.234.567", "Nghị quyết thử 2087", "Bắc Ninh", "4.321");
		assertThat(store.targets(new IndicatorCode("TTHC0102")).stream().filter(one -> one.year() == 2087)).extracting(Target::by).hasSize(2).doesNotContainNull();
		assertThat(set(officer, "2087", "", "1.000.000", "").statusCode()).as("said anew").isEqualTo(302);
		assertThat(officer.get(PAGE).body()).contains("1.000.000").doesNotContain("1.234.567");
		assertThat(set(officer, "2087", "24", "", "").statusCode()).as("taken away").isEqualTo(302);
		assertThat(store.targets(new IndicatorCode("TTHC0102")).stream().filter(one -> one.year() == 2087)).hasSize(1);
	}

	@Test
	void whatIsWrongIsSaidByItsFieldAndNothingIsKept() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		var refused = set(officer, "năm nay", "Tỉnh Lạ", "1,5", "");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("href=\"#nam\"", "href=\"#don-vi\"", "href=\"#muc\"", "Ô này chỉ nhận số nguyên", "value=\"Tỉnh Lạ\"");
		assertThat(set(officer, "2088", "", "1,234", "").body()).contains("kiểu tiếng Anh. Nếu bạn muốn ghi 1.234");
		assertThat(store.targets(new IndicatorCode("TTHC0102"))).noneMatch(one -> one.year() == 2088);
	}

	@Test
	void othersReadTargetsAndSetNone() {
		Visit other = Visit.signedIn(port, "baocao.bacninh");
		assertThat(other.get(PAGE).body()).doesNotContain("Đặt mục tiêu của một năm");
		assertThat(other.post("/bao-cao", PAGE + "/muc-tieu", Map.of("nam", "2089", "muc", "1")).statusCode()).isEqualTo(403);
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		assertThat(officer.get("/bao-cao/chi-tieu/LD0301").body()).doesNotContain("Đặt mục tiêu của một năm");
		assertThat(officer.post("/bao-cao", "/bao-cao/chi-tieu/LD0301/muc-tieu", Map.of("nam", "2089", "muc", "1")).statusCode()).as("of another ministry").isEqualTo(404);
		assertThat(store.targets(new IndicatorCode("TTHC0102"))).noneMatch(one -> one.year() == 2089);
	}

	private static java.net.http.HttpResponse<String> set(Visit officer, String year, String unit, String amount, String source) {
		return officer.post(PAGE, PAGE + "/muc-tieu", Map.of("nam", year, "don-vi", unit, "muc", amount, "nguon", source));
	}

}
