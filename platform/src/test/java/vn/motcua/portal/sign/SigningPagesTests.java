package vn.motcua.portal.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.microsoft.playwright.Page;

import vn.motcua.Browser;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.OpenDrafts;
import vn.motcua.dossier.SharedHouse;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;

/** Signing together at the pages: the applicant asks, the other signs in, reads, fills in and signs; strangers find nothing. */
@MotCuaTest
class SigningPagesTests {

	private static final Pattern LINK = Pattern.compile("value=\"http[^\"]*(/ky/[\\w-]{43})\"");

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Drafts drafts;

	private String draft;

	@BeforeEach
	void aHouseOfThreeOwners() {
		Actor minh = accounts.actor(accounts.findByLogin("minh").orElseThrow().id());
		OpenDrafts.discard(program, minh);
		UUID id = drafts.open(minh, SharedHouse.CODE, SharedHouse.answers()).id();
		draft = "/ho-so/nhap/" + id;
	}

	@Test
	void anInvitedPersonFillsInAndSignsOnlyTheirPart() {
		Visit minh = Visit.signedIn(port, "minh");
		assertThat(minh.get(draft).body()).contains("Chữ ký của người khác", "Đồng sở hữu thửa đất 2");
		String link = invites(minh, 0);
		assertThat(new Visit(port).get(link).headers().firstValue("location")).as("a stranger signs in first").hasValueSatisfying(to -> assertThat(to).contains("/dang-nhap"));
		Visit lan = Visit.signedIn(port, "lan");
		assertThat(lan.get(link).body()).contains("Bạn được mời ký", "Lê Quang Minh");
		String part = lan.post(link, Map.of()).headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
		assertThat(lan.get(part + "/trang/site").statusCode()).as("a page of the applicant").isEqualTo(404);
		assertThat(lan.get(draft).statusCode()).isEqualTo(404);
		HttpResponse<String> refused = lan.post(part + "/trang/consent", Map.of("co_owners.0.name", "Nguyễn Thị Lan", "co_owners.0.personal_number", "12"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("govuk-error-summary", "href=\"#co_owners-0-personal_number\"").doesNotContain("co_owners.1");
		HttpResponse<String> done = lan.post(part + "/trang/consent", Map.of("co_owners.0.name", "Nguyễn Thị Lan", "co_owners.0.personal_number", "001192004381",
				"co_owners.0.agrees", "true"));
		assertThat(done.headers().firstValue("location")).hasValueSatisfying(to -> assertThat(to).endsWith(part + "/ky"));
		String read = lan.get(part + "/ky").body();
		assertThat(read).contains("Số 15", "Thửa 123").doesNotContain("0912345678");
		assertThat(lan.post(part + "/ky", Map.of("digest", digest(read))).statusCode()).as("not ticked").isEqualTo(422);
		assertThat(lan.post(part + "/ky", Map.of("digest", "0".repeat(64), "confirmed", "true")).statusCode()).as("something else").isEqualTo(409);
		assertThat(lan.post(part + "/ky", Map.of("digest", digest(read), "confirmed", "true")).statusCode()).isIn(302, 303);
		assertThat(lan.get(part).body()).contains("Bạn đã ký lúc", digest(read));
		assertThat(lan.get("/ho-so").body()).contains("Hồ sơ người khác mời bạn ký");
		assertThat(minh.get(draft + "/nguoi-ky").body()).contains("Ký lúc", digest(read));
		assertThat(Visit.signedIn(port, "hung").get(part).statusCode()).isEqualTo(404);
		assertThat(minh.post(draft + "/kiem-tra", Map.of("declared", "true")).body()).contains("Đồng sở hữu thửa đất 2");
	}

	@Test
	void theApplicantRemindsAndTakesBack() {
		Visit minh = Visit.signedIn(port, "minh");
		String first = invites(minh, 1);
		String page = minh.get(draft + "/nguoi-ky").body();
		assertThat(page).doesNotContain(first);
		String signer = page.replaceAll("(?s).*nguoi-ky/([0-9a-f-]{36})/nhac.*", "$1");
		minh.post(draft + "/nguoi-ky", draft + "/nguoi-ky/" + signer + "/nhac", Map.of());
		assertThat(Visit.signedIn(port, "hung").get(first).statusCode()).as("the old link").isEqualTo(404);
		minh.post(draft + "/nguoi-ky", draft + "/nguoi-ky/" + signer + "/thu-hoi", Map.of());
		assertThat(minh.get(draft + "/nguoi-ky").body()).doesNotContain(signer);
		HttpResponse<String> wrong = minh.post(draft + "/nguoi-ky", Map.of("role", "co_owner", "place", "0", "co_owner-0-name", "x", "co_owner-0-email", "nowhere"));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("href=\"#co_owner-0-name\"", "href=\"#co_owner-0-email\"", "value=\"nowhere\"");
		assertThat(minh.post(draft + "/nguoi-ky", Map.of("role", "king", "place", "7")).statusCode()).isEqualTo(422);
	}

	@Test
	void aDraftIsSavedAsPdfAtAnyTime() {
		Visit minh = Visit.signedIn(port, "minh");
		HttpResponse<String> pdf = minh.get(draft + "/ban-nhap.pdf");
		assertThat(pdf.statusCode()).isEqualTo(200);
		assertThat(pdf.headers().firstValue("content-type")).hasValue("application/pdf");
		assertThat(pdf.body()).startsWith("%PDF-");
		assertThat(Visit.signedIn(port, "lan").get(draft + "/ban-nhap.pdf").statusCode()).isEqualTo(404);
	}

	@Test
	void everyPageIsAccessibleOnBothScreensAndInBothLanguages() {
		String link = invites(Visit.signedIn(port, "minh"), 0);
		try (Browser minh = Browser.at(port).phone(); Browser lan = Browser.at(port).inEnglish()) {
			signIn(minh, "minh", draft + "/nguoi-ky").checkAccessibility().screenshot("signers-360-vi");
			minh.open(draft).checkAccessibility().screenshot("tasks-signers-360-vi");
			minh.open(draft + "/trang/floors").checkAccessibility().screenshot("floors-360-vi");
			signIn(lan, "lan", link).checkAccessibility().screenshot("invitation-1280-en");
			Page page = lan.page();
			page.locator("main form button").click();
			lan.checkAccessibility().screenshot("part-1280-en");
			page.locator("main .govuk-task-list a").first().click();
			page.locator("[name='co_owners.0.agrees'][type=checkbox]").check();
			lan.checkAccessibility().screenshot("part-question-1280-en");
			page.locator("main form button.govuk-button").click();
			lan.checkAccessibility().screenshot("part-sign-1280-en");
			page.locator("#confirmed").check();
			page.locator("main form button.govuk-button").click();
			lan.checkAccessibility().screenshot("part-signed-1280-en");
			minh.open(draft + "/nguoi-ky").checkAccessibility().screenshot("signers-signed-360-vi");
		}
	}

	private String invites(Visit minh, int place) {
		String at = "co_owner-" + place;
		HttpResponse<String> invited = minh.post(draft + "/nguoi-ky", Map.of("role", "co_owner", "place", String.valueOf(place), at + "-name", "Đồng sở hữu"));
		assertThat(invited.statusCode()).isIn(302, 303);
		Matcher link = LINK.matcher(minh.get(draft + "/nguoi-ky").body());
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	private static String digest(String page) {
		return page.replaceAll("(?s).*name=\"digest\" value=\"([0-9a-f]{64})\".*", "$1");
	}

	private static Browser signIn(Browser browser, String login, String next) {
		browser.open("/dang-nhap?tiep=" + next);
		browser.page().locator("button[name=ten][value='" + login + "']").click();
		browser.page().waitForURL(url -> url.contains(next));
		return browser;
	}

}
