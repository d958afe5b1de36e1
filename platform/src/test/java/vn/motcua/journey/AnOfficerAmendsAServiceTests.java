package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.catalogue.Bundles;
import vn.motcua.catalogue.Publications;
import vn.motcua.dossier.Drafts;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.site.Page;

/**
 * A procedure-control officer amends a service, the head of the unit approves, a province says what it offers, somebody's draft
 * follows, and the service is abolished in the end.
 */
@MotCuaTest
class AnOfficerAmendsAServiceTests {

	private static final UnaryOperator<String> AMENDED = text -> text.replace("phone", "telephone").replace("account.telephone", "account.phone")
		.replace("Giấy chứng sinh, en: Birth notice", "Giấy chứng sinh bản giấy, en: Birth notice on paper")
		.replace("\"Giấy chứng sinh\", \"en\": \"Birth notice\"", "\"Giấy chứng sinh bản giấy\", \"en\": \"Birth notice on paper\"");

	@LocalServerPort
	private int port;

	@Autowired
	private Publications publications;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Accounts accounts;

	@ParameterizedTest
	@EnumSource(Look.class)
	void byTwoPeopleAndADecision(Look look) {
		ProcedureCode code = new ProcedureCode("3.99960" + look.ordinal());
		publications.publish(Bundles.birth(code.value(), UnaryOperator.identity()), Actor.platform());
		Actor lan = accounts.actor(accounts.findByLogin("lan").orElseThrow().id());
		UUID draft = drafts.open(lan, code, vn.motcua.dossier.BirthRegistration.answers()).id();
		String proposal = propose(look, code);
		try (Person head = new Person(port, look)) {
			head.signIn("lanhdao.kstthc", proposal).picture("proposal-" + look);
			assertThat(head.page().locator(".mc-diff ins, .mc-diff del").count()).isPositive();
			look(head, look);
			head.open(proposal).click("form[action$='/duyet'] button").picture("proposal-approved-" + look);
			head.open("/quan-tri/dich-vu/" + code).picture("versions-" + look);
		}
		try (Person contact = new Person(port, look)) {
			contact.signIn("kstthc.hanoi", "/quan-tri/cung-cap?q=khai+sinh").picture("offers-" + look);
			contact.open("/quan-tri/cung-cap/" + code);
			contact.click("form[method=post][action$='" + code + "'] button").picture("offer-refused-" + look);
			contact.page().locator("#dia-chi").fill("Số 79 Đinh Tiên Hoàng");
			contact.page().locator("#gio").fill("Thứ Hai đến thứ Sáu, 07:30–11:30 và 13:30–17:00");
			contact.page().locator("#phi-late-registration").fill("5000");
			contact.click("form[method=post][action$='" + code + "'] button").picture("offer-" + look);
		}
		try (Person owner = new Person(port, look)) {
			owner.signIn("lan", "/ho-so/nhap/" + draft).picture("draft-moved-" + look);
			owner.open("/thong-bao").open("/dich-vu/" + code).picture("service-offers-" + look);
			owner.open("/thong-ke/dich-vu").picture("figures-" + look);
			owner.open("/thong-ke/dich-vu/cong-bo-dung-han").picture("figure-lines-" + look).open("/thong-ke/dich-vu/day-du");
		}
		abolish(look, code);
		try (Person officer = new Person(port, look)) {
			officer.signIn("canbo.hoankiem", "/mot-cua/thu-tuc").picture("procedures-" + look);
			officer.open("/dich-vu/" + code).picture("abolished-" + look);
		}
	}

	private String propose(Look look, ProcedureCode code) {
		try (Person officer = new Person(port, look)) {
			officer.signIn("kstthc.vpcp", "/quan-tri/dich-vu").picture("publish-" + look);
			officer.click("button[value=de-nghi]").picture("publish-refused-" + look);
			officer.upload("goi", "goi.zip", Bundles.birth(code.value(), AMENDED).zip());
			decide(officer, "60" + look.ordinal() + "/QĐ-BTP");
			officer.click("button[value=de-nghi]");
			String proposal = java.net.URI.create(officer.page().url()).getPath();
			assertThat(proposal).startsWith("/quan-tri/dich-vu/de-nghi/");
			look(officer, look);
			return proposal;
		}
	}

	/** From the proposal through the preview: the process, the form of the first example to its end, and its papers. */
	private static void look(Person person, Look look) {
		person.click("a[href$='/xem-truoc']").picture("preview-" + look);
		person.click("a[href$='/quy-trinh']").picture("preview-process-" + look);
		assertThat(person.page().locator("svg rect").count()).isGreaterThan(3);
		person.click("a[href$='/xem-truoc']").click("a[href*='/trang/'][href$='/1']").picture("preview-page-" + look);
		for (int page = 0; page < 20 && person.page().url().contains("/trang/"); page++) {
			assertThat(person.page().locator("main form").count()).as("nothing can be sent").isZero();
			person.click("a.govuk-button[role=button]");
		}
		person.picture("preview-outcome-" + look);
		assertThat(person.page().url()).endsWith("/vi-du/1");
		assertThat(person.page().locator("img.mc-sheet").count()).as("receipt and result").isGreaterThanOrEqualTo(2);
	}

	private void abolish(Look look, ProcedureCode code) {
		String proposal;
		try (Person officer = new Person(port, look)) {
			officer.signIn("kstthc.vpcp", "/quan-tri/dich-vu/" + code);
			decide(officer, "61" + look.ordinal() + "/QĐ-BTP");
			officer.click("form[action$='/bai-bo'] button");
			proposal = java.net.URI.create(officer.page().url()).getPath();
		}
		try (Person head = new Person(port, look)) {
			head.signIn("lanhdao.kstthc", proposal).click("form[action$='/duyet'] button");
			head.open("/quan-tri/dich-vu/de-nghi").picture("proposals-" + look);
		}
	}

	private static void decide(Person officer, String number) {
		LocalDate today = LocalDate.now(Page.ZONE);
		officer.page().locator("#so-quyet-dinh").fill(number);
		date(officer, "ngay-ky", today.minusDays(30));
		date(officer, "ngay-hieu-luc", today);
	}

	private static void date(Person officer, String id, LocalDate day) {
		officer.page().locator("#" + id).fill(String.valueOf(day.getDayOfMonth()));
		officer.page().locator("#" + id + "-month").fill(String.valueOf(day.getMonthValue()));
		officer.page().locator("#" + id + "-year").fill(String.valueOf(day.getYear()));
	}

}
