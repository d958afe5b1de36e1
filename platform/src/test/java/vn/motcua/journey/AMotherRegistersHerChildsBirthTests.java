package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

import com.microsoft.playwright.Download;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.MotCuaTest;

/** Nguyễn Thị Lan registers the birth of her child, from the home page to the signed certificate in her hands. */
@MotCuaTest
class AMotherRegistersHerChildsBirthTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@EnumSource(Look.class)
	void fromTheHomePageToTheSignedCertificate(Look look) throws IOException {
		story(port, look);
	}

	static void story(int port, Look look) throws IOException {
		try (Person lan = new Person(port, look)) {
			String code = BirthRegistration.apply(lan);
			lan.page().reload();
			assertThat(lan.seen().code()).as("reloading makes no second dossier").isEqualTo(code);
			lan.open("/tra-cuu?ma=" + code.toLowerCase(Locale.ROOT));
			assertThat(lan.words()).contains(code).doesNotContain("Lan");
			BirthRegistration.handle(port, code, look);
			lan.open("/ho-so");
			assertThat(lan.words()).contains(code);
			lan.open("/ho-so/" + code).picture("my-dossier-" + look);
			Download result = lan.page().waitForDownload(() -> lan.page().locator("a[href$='/ket-qua']").first().click());
			assertThat(Files.readAllBytes(result.path())).startsWith("%PDF".getBytes());
			lan.open("/tai-khoan/nhat-ky");
			assertThat(lan.words()).as("who looked at my data").contains(code);
			Desk.handOver(port, "canbo.hoankiem", code, look);
			lan.open("/ho-so/" + code);
			assertThat(lan.page().locator(".mc-timeline__item").count()).isGreaterThan(3);
		}
	}

}
