package vn.motcua.journey;

import com.microsoft.playwright.Locator;

/** What officers do with one dossier at the pages of the one-stop desk. */
final class Desk {

	private Desk() {
	}

	/** Signs in and opens a dossier, acting for the agency that has it where the officer works for several. */
	private static Person open(Person person, String officer, String code) {
		person.signIn(officer, "/mot-cua").open("/mot-cua/ho-so/" + code);
		for (int agency = 0; person.page().locator(".mc-actions").count() == 0; agency++) {
			person.open("/tai-khoan");
			person.page().locator("button[name='co-quan']").nth(agency).click();
			person.open("/mot-cua/ho-so/" + code);
		}
		return person;
	}

	static void accept(int port, String officer, String code, Look look) {
		try (Person person = new Person(port, look)) {
			open(person, officer, code);
			person.click("form[action$='/tiep-nhan'] button");
		}
	}

	/** Finishes steps and proposes, until nothing is left for this officer. */
	static void work(int port, String officer, String code, Look look) {
		try (Person person = new Person(port, look)) {
			open(person, officer, code);
			for (int step = 0; step < 8; step++) {
				Locator act = person.page().locator(".mc-actions a.govuk-button[href*='viec=buoc'], .mc-actions a.govuk-button[href*='viec=trinh-ky']");
				if (act.count() == 0) {
					return;
				}
				act.first().click();
				person.seen();
				person.text("noi-dung", "Hồ sơ đủ điều kiện theo quy định.").choose("ket-luan", "dong-y").click("#viec form button[type=submit]");
			}
			throw new AssertionError("the steps do not end: " + person.words());
		}
	}

	static void sign(int port, String leader, String code, Look look) {
		try (Person person = new Person(port, look)) {
			open(person, leader, code).click(".mc-actions form[action$='/ky'] button");
		}
	}

	static void askSupplement(int port, String officer, String code, Look look, String component, String what) {
		try (Person person = new Person(port, look)) {
			open(person, officer, code).click(".mc-actions a[href*='viec=bo-sung']");
			person.text("thieu." + component, what).text("ly-do", "Bản vẽ chưa đủ để thẩm định.").click("#viec form button[type=submit]");
		}
	}

	static void handOver(int port, String officer, String code, Look look) {
		try (Person person = new Person(port, look)) {
			open(person, officer, code).click(".mc-actions a[href*='viec=tra-ket-qua']");
			person.choose("cach-thuc", "truc-tuyen").click("#viec form button[type=submit]");
		}
	}

}
