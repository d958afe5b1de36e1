package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.PageTour.Stop;

/** Every page there is: found by everybody who may see it, whatever they see, hear, read and browse with. */
@MotCuaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTests {

	/** Routes that answer with something else than a page: files, slips, parts for scripts. */
	private static final Set<String> NO_PAGES = Set.of("/error", "/bao-cao/phan-tich/tai-ve", "/robots.txt", "/sitemap.xml", "/thanh-phan/goi-y", "/ho-so/nhap/{id}/tep/{fileId}", "/ho-so/nhap/{id}/ban-nhap.pdf", "/phan-ky/{id}/tep/{fileId}", "/ho-so/{code}/giay-tiep-nhan",
			"/ho-so/{code}/ket-qua", "/ho-so/{code}/phieu/{word}", "/ho-so/{code}/tep/{fileId}", "/mot-cua/ho-so/{code}/tep/{id}", "/mot-cua/lay-y-kien/{id}/tep/{file}",
			"/bao-cao/nhap/{regime}/{period}/{agency}/bieu-mau.xlsx", "/bao-cao/nhap-thay/{regime}/{period}/{agency}/bieu-mau.xlsx", "/bao-cao/nhap/{regime}/{period}/{agency}/bao-cao.pdf", "/bao-cao/nhap/{regime}/{period}/{agency}/bao-cao.docx",
			"/bao-cao/nhap/{regime}/{period}/{agency}/tep/{file}", "/bao-cao/tong-hop/{regime}/{period}/{agency}/loi.{kind:csv|xlsx|docx}", "/quan-tri/don-vi/xuat", "/quan-tri/lien-thong/so-lieu.csv", "/bao-cao/ky-luat.csv", "/bao-cao/che-do/ganh-nang.csv", "/bao-cao/theo-doi/{regime}/{period}/{agency}/ban-ky/{number}", "/quan-tri/lien-thong/{id}/cuoc-goi/{number}/bang-chung", "/quan-tri/dich-vu/de-nghi/{id}/goi", "/quan-tri/dich-vu/de-nghi/{id}/xem-truoc/vi-du/{example}/{paper}", "/quan-tri/dich-vu/{code}/{version}/goi");

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	private PageTour tour;

	/** How somebody looks at the pages. */
	enum Look {

		PHONE_VIETNAMESE, DESKTOP_ENGLISH, PHONE_WITHOUT_SCRIPT;

		Browser browser(int port) {
			return switch (this) {
				case PHONE_VIETNAMESE -> Browser.at(port).phone();
				case DESKTOP_ENGLISH -> Browser.at(port).inEnglish();
				case PHONE_WITHOUT_SCRIPT -> Browser.at(port).phone().withoutScript();
			};
		}

	}

	@BeforeAll
	void goRound() {
		tour = new PageTour(program, port);
	}

	@AfterAll
	void leaveNothingWaiting() {
		tour.close();
	}

	@Test
	void theTourCallsAtEveryPage() throws IOException {
		Set<String> routes = Files.readAllLines(Path.of("src/test/resources/access.txt")).stream().filter(line -> line.startsWith("GET /") && !line.startsWith("GET /api/"))
			.map(line -> line.split(" ")[1]).filter(route -> !NO_PAGES.contains(route)).collect(Collectors.toCollection(TreeSet::new));
		assertThat(tour.stops().stream().map(Stop::route).toList()).containsAll(routes);
	}

	@ParameterizedTest
	@EnumSource
	void everybodyCanUseEveryPage(Look look) {
		List<String> found = new ArrayList<>();
		Map<String, List<Stop>> byVisitor = tour.stops().stream().collect(Collectors.groupingBy(Stop::visitor));
		byVisitor.forEach((visitor, stops) -> {
			try (Browser browser = look.browser(port).another().as(visitor.isEmpty() ? new Visit(port) : tour.visit(visitor))) {
				stops.forEach(stop -> look(browser, look, stop, found));
			}
		});
		assertThat(found).isEmpty();
	}

	private static void look(Browser browser, Look look, Stop stop, List<String> found) {
		try {
			browser.open(stop.path());
			if (browser.status() >= 400 && !stop.missing()) {
				throw new AssertionError("answers " + browser.status());
			}
			if (!stop.visitor().isEmpty() && browser.page().url().contains("/dang-nhap")) {
				throw new AssertionError("asks " + stop.visitor() + " to sign in");
			}
			if (look == Look.PHONE_WITHOUT_SCRIPT) {
				worksWithoutScript(browser);
			}
			else {
				browser.checkAccessibility();
			}
		}
		catch (AssertionError failed) {
			found.add(stop.visitor() + " " + stop.path() + ": " + failed.getMessage());
		}
	}

	/** One heading, every form can be sent, every link leads somewhere. */
	private static void worksWithoutScript(Browser browser) {
		if (!browser.page().locator("h1").isVisible()) {
			throw new AssertionError("no heading");
		}
		for (Locator form : browser.page().locator("main form").all()) {
			Locator buttons = form.locator("button:not([type=button]), input[type=submit]");
			if (buttons.count() == 0 || !buttons.first().isVisible() && form.isVisible()) {
				throw new AssertionError("a form that cannot be sent: " + form.getAttribute("action"));
			}
		}
		if (!browser.page().url().contains("/thanh-phan") && browser.page().locator("main a[href='#'], main a[href^='javascript:'], main a:not([href])").count() > 0) {
			throw new AssertionError("a link that leads nowhere");
		}
	}

}
