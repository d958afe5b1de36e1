package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.MotCuaTest;

/** Lê Quang Minh comes to the ward with his diploma; the officer enters his certified copies and he goes home with a code. */
@MotCuaTest
class AnOfficerEntersAWalkInTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@EnumSource(Look.class)
	void certifiedCopiesAtTheCounter(Look look) {
		story(port, look);
	}

	static void story(int port, Look look) {
		try (Person officer = new Person(port, look)) {
			officer.signIn("canbo.hoankiem", "/mot-cua/nhap-ho-so").click("button[name='thu-tuc'][value='2.000815']");
			officer.text("ten", "Lê Quang Minh").text("dien-thoai", "0912345678").click("form[action$='/nguoi-nop'] button[type=submit]");
			officer.fillAtDesk("requester", () -> officer.text("requester.person.name", "Lê Quang Minh").text("requester.person.personal_number", "001088012345")
				.text("requester.phone", "0912345678"));
			officer.fillAtDesk("documents", () -> officer.choose("documents.0.kind", "diploma").text("documents.0.name", "Bằng tốt nghiệp đại học")
				.text("documents.0.pages", "2").text("documents.0.copies", "3"));
			officer.fillAtDesk("originals", () -> officer.tick("originals_sound").choose("copies_brought", "false"));
			officer.fillAtDesk("return", () -> officer.choose("longer_agreed", "true").choose("delivery.way", "desk"));
			officer.tickAll("giay").tick("da-thu").picture("walk-in-" + look).click(".mc-actions button[type=submit]");
			String code = officer.code();
			assertThat(code).startsWith("H26.");
			officer.open("/tra-cuu?ma=" + code);
			assertThat(officer.words()).contains(code).doesNotContain("Minh");
		}
	}

}
