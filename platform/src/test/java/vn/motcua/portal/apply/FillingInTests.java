package vn.motcua.portal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import vn.motcua.Browser;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.OpenDrafts;
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;

/** What helps while a form is filled in: finding a row of a table with and without script, pictures made ready before they travel. */
@MotCuaTest
class FillingInTests {

	/** EXIF of a picture that a telephone took upright: to be turned by a quarter to the right. */
	private static final byte[] TURNED = { (byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0 };

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Files files;

	private Actor minh;

	private UUID car;

	private String draft;

	@BeforeEach
	void aCarIsBought() {
		minh = accounts.actor(accounts.findByLogin("minh").orElseThrow().id());
		OpenDrafts.discard(program, minh);
		car = drafts.open(minh, new ProcedureCode("1.008603")).id();
		draft = "/ho-so/nhap/" + car;
	}

	@Test
	void aRowIsFoundWithoutScript() {
		Visit visit = Visit.signedIn(port, "minh");
		String page = draft + "/trang/vehicle";
		assertThat(visit.get(page).body()).contains("vehicle.model-find", "Xe khác, không có trong bảng giá").doesNotContain("Corolla Altis");
		String found = visit.post(page, Map.of("vehicle.model", "", "vehicle.model-find", "corola altis", "_find", "vehicle.model")).body();
		assertThat(found).contains("Không tìm thấy");
		found = visit.post(page, Map.of("vehicle.model", "", "vehicle.model-find", "altis", "_find", "vehicle.model")).body();
		assertThat(found).contains("Corolla Altis").doesNotContain("Camry");
		String again = visit.post(page, Map.of("vehicle.model", "", "vehicle.model-find", "altis", "action", "continue")).body();
		assertThat(again).as("Enter in the input looks too").contains("Corolla Altis").doesNotContain("govuk-error-summary");
		visit.post(page, Map.of("vehicle.model", "toyota-altis-g", "action", "save"));
		assertThat(visit.get(page).body()).contains("Corolla Altis", "checked");
		assertThat(visit.post(page, Map.of("vehicle.model", "batmobile", "action", "continue")).statusCode()).isEqualTo(422);
	}

	@Test
	void lookingIsAccessibleOnBothScreens() {
		try (Browser phone = Browser.at(port).phone(); Browser wide = Browser.at(port).inEnglish()) {
			for (Browser each : new Browser[] { phone, wide }) {
				Page page = signIn(each, draft + "/trang/vehicle");
				page.locator("[name='vehicle.model-find']").fill("toyota");
				page.locator("[name='vehicle.model-find']").press("Enter");
				page.locator("text=Corolla Altis").waitFor();
				each.checkAccessibility().screenshot("lookup-" + (each == phone ? "360-vi" : "1280-en"));
			}
		}
	}

	@Test
	void picturesAreTurnedAndReducedInTheBrowser() throws IOException {
		byte[] photo = photo(4000, 3000);
		try (Browser browser = Browser.at(port).phone()) {
			Page page = signIn(browser, draft + "/giay-to/invoice");
			page.locator("#file").setInputFiles(new FilePayload[] { new FilePayload("IMG_1.JPG", "image/jpeg", photo), new FilePayload("IMG_2.JPG", "image/jpeg", photo) });
			page.locator("text=Đã xoay thẳng và giảm dung lượng 2 ảnh").waitFor();
			browser.checkAccessibility().screenshot("upload-360-vi");
			page.locator("button[name=action][value=upload]").click();
			page.locator(".mc-kept").waitFor();
		}
		assertThat(drafts.get(car, minh).files()).hasSize(2).allSatisfy(file -> {
			BufferedImage kept = read(file);
			assertThat(kept.getHeight()).as("upright").isEqualTo(2400);
			assertThat(kept.getWidth()).isEqualTo(1800);
			assertThat(file.sizeBytes()).isLessThan(photo.length);
			assertThat(new Color(kept.getRGB(1700, 100)).getRed()).as("what was top left is top right").isGreaterThan(200);
		});
	}

	private BufferedImage read(AttachedFile file) {
		try (InputStream bytes = files.open(file.fileId())) {
			return ImageIO.read(bytes);
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

	/** A noisy picture, red in its first corner, with the mark of a telephone that was held upright. */
	private static byte[] photo(int width, int height) throws IOException {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		java.util.Random noise = new java.util.Random(7);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				picture.setRGB(x, y, noise.nextInt(0x404040));
			}
		}
		Graphics2D paper = picture.createGraphics();
		paper.setColor(Color.RED);
		paper.fillRect(0, 0, width / 4, height / 4);
		paper.dispose();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(picture, "jpg", jpeg);
		byte[] plain = jpeg.toByteArray();
		ByteArrayOutputStream turned = new ByteArrayOutputStream();
		turned.write(plain, 0, 2);
		turned.write(TURNED);
		turned.write(plain, 2, plain.length - 2);
		return turned.toByteArray();
	}

	private static Page signIn(Browser browser, String next) {
		browser.open("/dang-nhap?tiep=" + next);
		browser.page().locator("button[name=ten][value='minh']").click();
		browser.page().waitForURL(url -> url.contains(next));
		return browser.page();
	}

}
