package vn.motcua.onestop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;

/** The desk of Hàng Bạc ward over HTTP: an officer takes in certified copies, the leader signs, the officer hands over. */
@MotCuaTest
class DeskPagesTests {

	private static final Pattern STEP = Pattern.compile("buoc=([0-9a-f]+)");

	@LocalServerPort
	private int port;

	private String enter(Visit officer) {
		HttpResponse<String> opened = officer.post("/mot-cua/nhap-ho-so", Map.of("thu-tuc", "2.000815"));
		assertThat(opened.statusCode()).isEqualTo(302);
		String applicant = path(opened);
		assertThat(officer.post(applicant, Map.of("ten", "L")).statusCode()).isEqualTo(422);
		String page = path(officer.post(applicant, Map.of("ten", "Lê Văn Tám", "so", "001085034567", "dien-thoai", "0912345678", "kenh", "desk")));
		for (int i = 0; i < 12 && page.contains("/trang/"); i++) {
			HttpResponse<String> next = officer.post(page, answers(officer.get(page).body()));
			assertThat(next.statusCode()).as(next.body()).isEqualTo(302);
			page = path(next);
		}
		assertThat(page).endsWith("/giay-to");
		HttpResponse<String> missing = officer.upload(page, Map.of("_csrf", token(officer, page)), "khac", "x.txt", new byte[0]);
		assertThat(missing.statusCode()).isEqualTo(422);
		HttpResponse<String> entered = officer.upload(page, fields(officer, page), "khac", "x.txt", new byte[0]);
		assertThat(entered.statusCode()).as(entered.body()).isEqualTo(302);
		assertThat(path(officer.get(page))).as("entered once").isEqualTo(path(entered));
		return path(entered);
	}

	private static Map<String, String> fields(Visit officer, String page) {
		Map<String, String> fields = new HashMap<>(Map.of("_csrf", token(officer, page), "da-thu", "true"));
		fields.put("giay", "originals");
		return fields;
	}

	/** What a person would type on each page of the form; what a page does not ask is ignored. */
	private static Map<String, String> answers(String body) {
		Map<String, String> answers = new HashMap<>();
		Map<String, String> known = Map.ofEntries(Map.entry("requester.person.name", "Lê Văn Tám"), Map.entry("requester.person.personal_number", "001085034567"),
				Map.entry("requester.phone", "0912345678"), Map.entry("documents.0.kind", "diploma"), Map.entry("documents.0.name", "Bằng tốt nghiệp đại học"),
				Map.entry("documents.0.pages", "2"), Map.entry("documents.0.copies", "3"), Map.entry("originals_sound", "true"), Map.entry("copies_brought", "false"),
				Map.entry("longer_agreed", "false"), Map.entry("delivery.way", "desk"));
		known.forEach((name, value) -> {
			if (body.contains("name=\"" + name + "\"")) {
				answers.put(name, value);
			}
		});
		Matcher hidden = Pattern.compile("type=\"hidden\" name=\"([^\"]*_count)\" value=\"([^\"]*)\"").matcher(body);
		while (hidden.find()) {
			answers.put(hidden.group(1), hidden.group(2));
		}
		return answers;
	}

	private static String token(Visit officer, String page) {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(officer.get(page).body());
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

	private static String path(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
	}

	@Test
	void aWalkInCertifiedCopyIsHandledTheSameDay() {
		Visit officer = Visit.signedIn(port, "canbo.hoankiem");
		String dossier = enter(officer);
		HttpResponse<String> page = officer.get(dossier);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Lê Văn Tám").contains("Đối chiếu bản sao");
		Matcher step = STEP.matcher(page.body());
		assertThat(step.find()).isTrue();
		HttpResponse<String> refused = officer.post(dossier, dossier + "/trinh-ky", Map.of("buoc", step.group(1), "ket-luan", "dong-y", "noi-dung", ""));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("href=\"#noi-dung\"");
		assertThat(officer.post(dossier, dossier + "/trinh-ky", Map.of("buoc", step.group(1), "ket-luan", "dong-y", "noi-dung", "Đúng bản chính")).statusCode()).isEqualTo(302);
		Visit leader = Visit.signedIn(port, "lanhdao.hoankiem");
		assertThat(leader.get("/mot-cua").body()).contains(dossier.substring(dossier.lastIndexOf('/') + 1));
		assertThat(leader.post(dossier, dossier + "/ky", Map.of()).statusCode()).isEqualTo(302);
		assertThat(officer.post(dossier, dossier + "/tra-ket-qua", Map.of("cach-thuc", "tai-quay")).statusCode()).isEqualTo(302);
		String done = officer.get(dossier).body();
		assertThat(done).contains("/xac-thuc/").contains("Đã trả kết quả");
	}

	@Test
	void anotherAgencysOfficerFindsNothing() {
		String dossier = enter(Visit.signedIn(port, "canbo.hoankiem"));
		Visit stranger = Visit.signedIn(port, "motcua.hanoi");
		assertThat(stranger.get(dossier).statusCode()).isEqualTo(404);
		assertThat(stranger.post("/mot-cua/nhap-ho-so", dossier + "/tiep-nhan", Map.of()).statusCode()).isEqualTo(404);
		assertThat(Visit.signedIn(port, "lan").get(dossier).statusCode()).isEqualTo(403);
	}

	@Test
	void whoHasNoPartInADossierSaysWhyTheyLook() {
		String dossier = enter(Visit.signedIn(port, "canbo.hoankiem"));
		Visit leader = Visit.signedIn(port, "lanhdao.hoankiem");
		assertThat(leader.get(dossier).body()).contains("name=\"muc-dich\"").doesNotContain("Lê Văn Tám");
		assertThat(leader.get(dossier + "?muc-dich=kiem-tra").body()).contains("Lê Văn Tám");
	}

	@Test
	void theQueueKeepsItsFiltersInTheAddressAndForgivesNonsense() {
		Visit officer = Visit.signedIn(port, "canbo.hoankiem");
		for (String query : new String[] { "?hang-doi=dang-xu-ly", "?hang-doi=x&thu-tuc=zzz&tim=%25", "?qua-han=1&sap-xep=moi-nhat", "?cua-toi=1&lang=en" }) {
			assertThat(officer.get("/mot-cua" + query).statusCode()).as(query).isEqualTo(200);
		}
		assertThat(officer.get("/mot-cua?sau=zzz").statusCode()).isEqualTo(422);
		assertThat(officer.get("/mot-cua/ton-dong").statusCode()).isEqualTo(200);
		assertThat(officer.get("/mot-cua/ho-so/x").statusCode()).isEqualTo(404);
	}

}
