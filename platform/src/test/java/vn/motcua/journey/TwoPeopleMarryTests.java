package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.MotCuaTest;
import vn.motcua.site.Page;

/** Trần Văn Hùng and Nguyễn Thị Lan register their marriage: he begins and invites her by a link, each fills in and signs their own part. */
@MotCuaTest
class TwoPeopleMarryTests {

	private static final String SERVICE = "/dich-vu/1.000894";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "PHONE_VIETNAMESE", "DESKTOP_ENGLISH" })
	void eachSignsTheirOwnPart(Look look) {
		try (Person hung = new Person(port, look); Person lan = new Person(port, look)) {
			hung.signIn("hung", SERVICE + "/bat-dau").click("main form button.govuk-button").click("a.govuk-button");
			String draft = hung.page().url().replaceAll("^https?://[^/]+|/trang/.*$", "");
			groom(hung);
			hung.open(draft).picture("marriage-tasks-" + look);
			String link = invite(hung, draft, look);
			String part = bride(lan, link, look);
			lan.open(part + "/trang/you");
			assertThat(lan.page().locator("h1").innerText()).as("the groom's pages are not hers").doesNotContain("Người nộp hồ sơ", "The applicant");
			hung.open(draft + "/nguoi-ky").picture("marriage-signed-" + look);
			assertThat(hung.page().locator(".mc-digest").count()).as("her signature").isEqualTo(1);
			hung.open(draft + "/kiem-tra").picture("marriage-review-" + look);
			String code = BirthRegistration.send(hung);
			hung.picture("marriage-sent-" + look);
			lan.open("/tra-cuu?ma=" + code);
			assertThat(lan.words()).contains(code);
		}
	}

	private static void groom(Person hung) {
		hung.fill("place", () -> hung.choose("side", "groom").address("registration.place", "01", "18 Hàng Bạc"));
		hung.fill("you", () -> hung.date("you.birth_man", LocalDate.of(1990, 9, 3)).choose("you.ethnicity", "1").choose("you.before", "never").choose("you.lives_here", "true")
			.text("contact.phone", "0987654321"));
		hung.fill("partner-papers", () -> hung.choose("partner_lives_here", "true").choose("partner_married_before", "false")
			.upload("files.partner-identity", "can-cuoc-lan.pdf", Person.PDF));
		hung.fill("conditions", () -> hung.tick("free_will").tick("not_related").choose("needs_check", "false"));
		hung.fill("copies", () -> hung.date("appointment", LocalDate.now(Page.ZONE).plusDays(7)).choose("extracts.wanted", "false"));
		if (hung.page().url().endsWith("/giay-to/identity")) {
			hung.upload("file", "can-cuoc-hung.pdf", Person.PDF).click("button[name=action][value=continue]");
		}
	}

	/** Asks her to sign; answers the path of the link he gives her. */
	private static String invite(Person hung, String draft, Look look) {
		hung.open(draft + "/nguoi-ky").text("partner-name", "Nguyễn Thị Lan").text("partner-0-name", "Nguyễn Thị Lan")
			.click("main form[action$='/nguoi-ky'] button.govuk-button").picture("marriage-invited-" + look);
		return hung.page().locator("#link").inputValue().replaceFirst("^https?://[^/]+", "");
	}

	/** She signs in, reads whom the invitation is from, fills in her page and signs; answers the path of her part. */
	private static String bride(Person lan, String link, Look look) {
		lan.signIn("lan", link).picture("marriage-invitation-" + look);
		assertThat(lan.words()).contains("Trần Văn Hùng");
		lan.click("main form button.govuk-button");
		String part = lan.page().url().replaceFirst("^https?://[^/]+", "");
		assertThat(lan.page().locator("main .govuk-task-list a").count()).as("her page alone").isEqualTo(1);
		lan.click("main .govuk-task-list a");
		lan.fillAtDesk("partner", () -> lan.address("partner.person.address", "01", "18 Hàng Bạc").date("partner.birth_woman", LocalDate.of(1992, 4, 12)).choose("partner.ethnicity", "1")
			.choose("partner.before", "never").text("partner.phone", "0912345678"));
		lan.picture("marriage-read-" + look);
		assertThat(lan.words()).as("what she signs, his pages too").contains("Nguyễn Thị Lan", "Trần Văn Hùng");
		lan.page().locator("#confirmed").check();
		lan.click("main form button.govuk-button").picture("marriage-part-signed-" + look);
		assertThat(lan.page().locator(".mc-digest").count()).isEqualTo(1);
		return part;
	}

}
