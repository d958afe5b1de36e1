package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

import com.microsoft.playwright.Download;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.MotCuaTest;

/** A school is shown a birth certificate and scans the QR code on it. */
@MotCuaTest
class AStrangerVerifiesAResultTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@EnumSource(Look.class)
	void seesThatItIsGenuineAndNothingOfThePerson(Look look) throws IOException {
		story(port, look);
	}

	static void story(int port, Look look) throws IOException {
		String address;
		byte[] certificate;
		try (Person lan = new Person(port, Look.PHONE_WITHOUT_SCRIPT)) {
			String code = BirthRegistration.apply(lan);
			BirthRegistration.handle(port, code, Look.PHONE_WITHOUT_SCRIPT);
			lan.open("/ho-so/" + code);
			address = lan.page().locator("a[href^='/xac-thuc/']").getAttribute("href");
			Download result = lan.page().waitForDownload(() -> lan.page().locator("a[href$='/ket-qua']").first().click());
			certificate = Files.readAllBytes(result.path());
		}
		try (Person stranger = new Person(port, look)) {
			stranger.open(address).picture("verify-" + look);
			assertThat(stranger.page().locator(".mc-verdict--true").count()).isEqualTo(1);
			assertThat(stranger.words()).contains("N.T.L.").doesNotContain("Nguyễn Thị Lan", "Trần Minh An", "001192004381");
			stranger.upload("copy", "giay-khai-sinh.pdf", certificate).click("main form[enctype] button");
			assertThat(stranger.page().locator(".mc-verdict--true").count()).as("the copy is the original").isEqualTo(2);
			stranger.upload("copy", "giay-khai-sinh.pdf", Person.PDF).click("main form[enctype] button");
			assertThat(stranger.page().locator(".mc-verdict--false").count()).as("another file is not").isEqualTo(1);
			stranger.open(address.substring(0, address.length() - 4) + "AAAA");
			assertThat(stranger.page().locator(".mc-verdict--false").count()).as("a wrong token is not genuine").isEqualTo(1);
		}
	}

}
