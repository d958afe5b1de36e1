package vn.motcua.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;

/** What the page of a service tells, and how the catalogue is narrowed. */
@MotCuaTest
class ServicePageTests {

	/** Decree 63/2010/NĐ-CP art. 8(2): what a procedure must say. */
	private static final Map<String, String> ASKED = Map.ofEntries(Map.entry("a) name", "Tên thủ tục"), Map.entry("b) order of steps", "Trình tự thực hiện"),
			Map.entry("c) ways of filing", "Nộp ở đâu"), Map.entry("d) papers", "Thành phần hồ sơ"), Map.entry("d) number of sets", "Số lượng hồ sơ"),
			Map.entry("e) time limit", "Mất bao lâu"), Map.entry("f) who may", "Ai làm được"), Map.entry("g) competent agency", "Cơ quan giải quyết"),
			Map.entry("h) result", "Bạn nhận được"), Map.entry("i) forms", "Mẫu đơn, tờ khai"), Map.entry("i) fees", "Mất bao nhiêu tiền"),
			Map.entry("k) legal basis", "Căn cứ pháp lý"));

	@LocalServerPort
	private int port;

	@Autowired
	private JsonMapper json;

	private List<String> codes(String query) {
		List<String> codes = new ArrayList<>();
		JsonNode answer = json.readTree(new Visit(port).get("/api/catalogue/v1/services?limit=200" + query).body());
		answer.path("items").forEach(item -> codes.add(item.path("code").asString()));
		return codes;
	}

	@Test
	void everyServiceSaysEverythingThatTheDecreeAsks() {
		List<String> missing = new ArrayList<>();
		for (String code : List.of("1.001193", "2.000488", "1.008603", "1.009974", "2.000033", "1.002809", "2.002501", "2.000815")) {
			String page = new Visit(port).get("/dich-vu/" + code).body();
			ASKED.forEach((letter, words) -> {
				if (!page.contains(words)) {
					missing.add(code + " " + letter);
				}
			});
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void theCatalogueIsNarrowedByFieldAgencyLevelLifeEventAndAudience() {
		assertThat(codes("")).contains("1.001193", "2.000033");
		JsonNode birth = json.readTree(new Visit(port).get("/api/catalogue/v1/services/1.001193").body());
		assertThat(codes("&field=" + birth.path("field").path("code").asString("G15-HT"))).contains("1.001193").doesNotContain("2.000033");
		assertThat(codes("&agency=commune")).contains("1.001193", "2.000815").doesNotContain("2.000488");
		assertThat(codes("&level=3")).isNotEqualTo(codes("&level=4"));
		assertThat(codes("&audience=enterprise")).contains("2.000033").doesNotContain("1.001193");
		assertThat(codes("&lifeEvent=having-a-child")).contains("1.001193").doesNotContain("2.000033");
	}

}
