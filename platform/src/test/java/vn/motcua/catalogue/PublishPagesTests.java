package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.site.Page;

/** Publishing, amending and abolishing through pages: who may, who may not, and what wrong input is told. */
@MotCuaTest
class PublishPagesTests {

	private static final String HERE = "/quan-tri/dich-vu";

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	@LocalServerPort
	int port;

	@Test
	void anOfficerProposesAndTheHeadApproves() {
		Visit officer = Visit.signedIn(port, "kstthc.vpcp");
		Visit head = Visit.signedIn(port, "lanhdao.kstthc");
		HttpResponse<String> made = propose(officer, Bundles.zip("3.999201", "A page's bundle", UnaryOperator.identity()), "201/QĐ-BTP");
		assertThat(made.statusCode()).isEqualTo(302);
		String proposal = made.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
		assertThat(officer.get(proposal).body()).contains("201/QĐ-BTP", "Xem trước", proposal + "/xem-truoc", "người khác phải duyệt").doesNotContain(proposal + "/duyet", "catalogue.");
		assertThat(officer.post(proposal, proposal + "/duyet", Map.of()).statusCode()).isEqualTo(403);
		assertThat(head.get(proposal).body()).contains(proposal + "/duyet");
		assertThat(head.post(proposal, proposal + "/tu-choi", Map.of("ly-do", " ")).statusCode()).isEqualTo(422);
		assertThat(head.post(proposal, proposal + "/duyet", Map.of()).statusCode()).isEqualTo(302);
		assertThat(head.post(proposal, proposal + "/duyet", Map.of()).statusCode()).as("pressed twice").isEqualTo(302);
		assertThat(new Visit(port).get("/dich-vu/3.999201").statusCode()).isEqualTo(200);
		assertThat(officer.get(HERE + "/3.999201").body()).contains("201/QĐ-BTP", "Nguyễn Hải Yến duyệt", "Đang áp dụng");
	}

	@Test
	void bothPeopleSeeWhatComesOfABundleBeforeItIsPublished() {
		Visit officer = Visit.signedIn(port, "kstthc.vpcp");
		String preview = location(propose(officer, Bundles.zip("3.999205", "To look at", UnaryOperator.identity()), "206/QĐ-BTP")) + "/xem-truoc";
		for (Visit visit : new Visit[] { officer, Visit.signedIn(port, "lanhdao.kstthc") }) {
			String index = visit.get(preview).body();
			assertThat(index).contains("Xem trước dịch vụ", preview + "/vi-du/5").doesNotContain("form.preview");
			assertThat(visit.get(preview + "/quy-trinh").body()).contains("<svg", "<rect", "Bộ phận một cửa");
			String outcome = visit.get(preview + "/vi-du/1").body();
			assertThat(outcome).contains(preview + "/vi-du/1/giay-tiep-nhan", preview + "/vi-du/1/ket-qua", "src=\"data:image/png;base64,");
			String page = found(outcome, preview + "/trang/[a-z-]+/1");
			assertThat(visit.get(page).body()).contains("Trang 1 trên", "role=\"button\"");
			for (String paper : new String[] { "/giay-tiep-nhan", "/ket-qua" }) {
				HttpResponse<String> pdf = visit.get(preview + "/vi-du/1" + paper);
				assertThat(pdf.headers().firstValue("content-type")).contains("application/pdf");
				assertThat(pdf.body()).startsWith("%PDF");
			}
		}
		assertThat(new Visit(port).get("/dich-vu/3.999205").statusCode()).isEqualTo(404);
		for (String nothing : new String[] { "/trang/x/1", "/trang/x/99", "/vi-du/0", "/vi-du/99", "/vi-du/x", "/vi-du/1/x", "/x" }) {
			assertThat(officer.get(preview + nothing).statusCode()).as(nothing).isIn(400, 404);
		}
		for (String login : new String[] { "lan", "motcua.hanoi", "quantri", "kstthc.hanoi" }) {
			assertThat(Visit.signedIn(port, login).get(preview + "/vi-du/1").statusCode()).as(login).isEqualTo(403);
		}
	}

	@Test
	void aContactOfAProvinceIsToldWhereToGo() {
		Visit contact = Visit.signedIn(port, "kstthc.hanoi");
		for (String page : new String[] { HERE, HERE + "/de-nghi", HERE + "/1.001193" }) {
			HttpResponse<String> refused = contact.get(page);
			assertThat(refused.statusCode()).as(page).isEqualTo(403);
			assertThat(refused.body()).as(page).contains("“Cung cấp tại đơn vị”, /quan-tri/cung-cap");
		}
		contact.get("/?lang=en");
		assertThat(contact.get(HERE).body()).contains("“What we offer” at /quan-tri/cung-cap");
		assertThat(contact.get("/quan-tri/cung-cap").statusCode()).isEqualTo(200);
	}

	@Test
	void anAmendmentShowsWhatItChanges() {
		Visit officer = Visit.signedIn(port, "kstthc.vpcp");
		Visit head = Visit.signedIn(port, "lanhdao.kstthc");
		approve(head, propose(officer, Bundles.zip("3.999202", "Before", UnaryOperator.identity()), "202/QĐ-BTP"));
		String proposal = location(propose(officer, Bundles.zip("3.999202", "After", text -> text.replace("Giấy tờ cần chứng thực", "Giấy tờ").replace("Số điện thoại", "Điện thoại")), "203/QĐ-BTP"));
		assertThat(head.get(proposal + "?lang=en").body()).contains("Difference to version 1", "<del>Before</del>", "<ins>After</ins>", "Amendment").doesNotContain("catalogue.");
		assertThat(head.get(proposal + "?lang=vi").body()).contains("<del>Số điện thoại</del>", "<ins>Điện thoại</ins>");
	}

	@Test
	void anAbolishedServiceTellsSoAndTakesNothing() {
		Visit officer = Visit.signedIn(port, "kstthc.vpcp");
		Visit head = Visit.signedIn(port, "lanhdao.kstthc");
		approve(head, propose(officer, Bundles.zip("3.999203", "To end", UnaryOperator.identity()), "204/QĐ-BTP"));
		String service = HERE + "/3.999203";
		assertThat(officer.post(service, service + "/bai-bo", Map.of("so-quyet-dinh", "")).statusCode()).isEqualTo(422);
		HttpResponse<String> abolition = officer.post(service, service + "/bai-bo", decision("205/QĐ-BTP"));
		assertThat(head.get(location(abolition) + "/xem-truoc").statusCode()).as("nothing to look at").isEqualTo(404);
		approve(head, abolition);
		HttpResponse<String> page = new Visit(port).get("/dich-vu/3.999203");
		assertThat(page.statusCode()).isEqualTo(410);
		assertThat(page.body()).contains("205/QĐ-BTP", "không nhận hồ sơ mới");
		assertThat(new Visit(port).get("/dich-vu/3.999203/bat-dau").statusCode()).isEqualTo(404);
	}

	@Test
	void wrongInputIsToldByFieldAndRule() {
		Visit officer = Visit.signedIn(port, "kstthc.vpcp");
		Map<String, String> fields = new HashMap<>(Map.of("viec", "de-nghi", "so-quyet-dinh", "<script>", "ngay-ky-day", "31", "ngay-ky-month", "2", "ngay-ky-year", "2020"));
		HttpResponse<String> refused = upload(officer, fields, Bundles.zip("3.999204", "x", UnaryOperator.identity()));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("govuk-error-summary", "href=\"#so-quyet-dinh\"", "href=\"#ngay-ky\"", "href=\"#ngay-hieu-luc\"", "&lt;script>").doesNotContain("value=\"<script>");
		assertThat(upload(officer, Map.of("viec", "kiem-tra"), "no zip".getBytes()).statusCode()).isEqualTo(422);
		assertThat(upload(officer, Map.of("viec", "kiem-tra"), new byte[0]).body()).contains("href=\"#goi\"");
		assertThat(upload(officer, Map.of("viec", "kiem-tra"), Bundles.zip("3.999204", "x\"\nlevel: 9\nother: \"", UnaryOperator.identity())).body()).contains("service.yaml", "level");
		for (String nothing : new String[] { "/de-nghi/abc", "/de-nghi/00000000-0000-0000-0000-000000000000", "/9.9", "/3.888888", "/3.888888/1/goi", "/3.888888/x/goi" }) {
			assertThat(officer.get(HERE + nothing).statusCode()).as(nothing).isIn(400, 404);
		}
		assertThat(officer.get(HERE + "/de-nghi?sau=%00").statusCode()).isEqualTo(422);
	}

	@Test
	void nobodyElseSeesOrDecides() {
		for (String login : new String[] { "lan", "motcua.hanoi", "quantri", "kstthc.hanoi" }) {
			Visit visit = Visit.signedIn(port, login);
			assertThat(visit.get(HERE).statusCode()).as(login).isEqualTo(403);
			assertThat(visit.get(HERE + "/de-nghi").statusCode()).as(login).isEqualTo(403);
		}
		assertThat(new Visit(port).get(HERE).statusCode()).isEqualTo(302);
	}

	private HttpResponse<String> propose(Visit officer, byte[] zip, String number) {
		Map<String, String> fields = new HashMap<>(decision(number));
		fields.put("viec", "de-nghi");
		return upload(officer, fields, zip);
	}

	private static Map<String, String> decision(String number) {
		LocalDate today = LocalDate.now(Page.ZONE);
		LocalDate decided = today.minusDays(3);
		return Map.of("so-quyet-dinh", number, "ngay-ky-day", "" + decided.getDayOfMonth(), "ngay-ky-month", "" + decided.getMonthValue(), "ngay-ky-year",
				"" + decided.getYear(), "ngay-hieu-luc-day", "" + today.getDayOfMonth(), "ngay-hieu-luc-month", "" + today.getMonthValue(), "ngay-hieu-luc-year", "" + today.getYear());
	}

	private static void approve(Visit head, HttpResponse<String> made) {
		assertThat(head.post(location(made), location(made) + "/duyet", Map.of()).statusCode()).isEqualTo(302);
	}

	private static String location(HttpResponse<String> made) {
		return made.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
	}

	private static String found(String html, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(html);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group();
	}

	private static HttpResponse<String> upload(Visit officer, Map<String, String> fields, byte[] zip) {
		Map<String, String> all = new HashMap<>(fields);
		Matcher token = TOKEN.matcher(officer.get(HERE).body());
		assertThat(token.find()).isTrue();
		all.put("_csrf", token.group(1));
		return officer.upload(HERE, all, "goi", "bundle.zip", zip);
	}

}
