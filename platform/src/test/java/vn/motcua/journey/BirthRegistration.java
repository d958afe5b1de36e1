package vn.motcua.journey;

import java.time.LocalDate;

/** Filling in the birth registration of Trần Minh An, page by page. */
final class BirthRegistration {

	private static final String SERVICE = "/dich-vu/1.001193";

	private BirthRegistration() {
	}

	/** Lan from the home page to the confirmation; answers the code. */
	static String apply(Person lan) {
		lan.open("/");
		lan.text("q", "làm giấy khai sinh").click(".mc-search button");
		lan.click("a[href='" + SERVICE + "']").click("a[href='" + SERVICE + "/bat-dau']");
		lan.signIn("lan", SERVICE + "/bat-dau").click("main form button.govuk-button").click("a.govuk-button");
		answer(lan, LocalDate.now(vn.motcua.site.Page.ZONE).minusDays(10));
		return send(lan);
	}

	/** The ward does its part: accepted, worked on, signed. */
	static void handle(int port, String code, Look look) {
		Desk.accept(port, "canbo.hoankiem", code, look);
		Desk.work(port, "canbo.hoankiem", code, look);
		Desk.sign(port, "lanhdao.hoankiem", code, look);
	}

	private static void answer(Person lan, LocalDate born) {
		lan.fill("requester", () -> lan.choose("requester.relation", "mother"));
		if (lan.page().url().contains("/trang/place")) {
			lan.fill("place", () -> { });
		}
		lan.fill("child", () -> lan.text("child.name", "Trần Minh An").choose("child.sex", "female").date("child.birth_date", born)
			.choose("child.ethnicity", "1").address("child.native_place", "01", "Thôn Một"));
		lan.fill("birth", () -> lan.choose("child.born_at", "clinic").text("child.clinic", "Bệnh viện Phụ sản Hà Nội")
			.address("child.birth_place", "01", "929 La Thành").upload("files.birth-notice", "giay-chung-sinh.pdf", Person.PDF));
		lan.fill("mother", () -> lan.choose("mother.ethnicity", "1"));
		lan.fill("parents", () -> lan.choose("parents_married", "true").choose("has_father", "true")
			.upload("files.marriage-certificate", "ket-hon.pdf", Person.PDF));
		lan.fill("father", () -> lan.text("father.person.name", "Trần Văn Hùng").text("father.person.personal_number", "001090012764")
			.date("father.person.birth_date", LocalDate.of(1990, 9, 3)).address("father.person.address", "01", "18 Hàng Bạc")
			.choose("father.ethnicity", "1"));
		lan.fill("copies", () -> lan.choose("exempt", "false").choose("extracts.wanted", "false").choose("delivery.way", "desk"));
	}

	/** From the check of the answers to the confirmation; answers the code. */
	static String send(Person lan) {
		if (!lan.page().url().endsWith("/kiem-tra")) {
			throw new AssertionError("expected the check of the answers, not " + lan.page().url() + "\n" + lan.words());
		}
		lan.page().locator("#declared").check();
		lan.click("main form button.govuk-button");
		if (!lan.page().url().endsWith("/da-nop")) {
			throw new AssertionError("not sent: " + lan.words());
		}
		return lan.code();
	}

}
