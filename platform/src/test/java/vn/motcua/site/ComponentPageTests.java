package vn.motcua.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.Browser;
import vn.motcua.MotCuaTest;

/** Every shared part is shown with an example, and all of them can be used by everybody. */
@MotCuaTest
class ComponentPageTests {

	private static final Path TEMPLATES = Path.of("src/main/jte");

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/thanh-phan", "/thanh-phan/ban-lam-viec", "/lien-he", "/tro-nang", "/so-do-trang", "/khong-co-trang-nay" })
	void holdsOnAPhoneAndADeskInBothLanguagesAndBothLights(String path) {
		String name = "site" + path.replace('/', '-');
		try (Browser browser = Browser.at(port).phone()) {
			browser.open(path).checkAccessibility().screenshot(name + "-360-vi");
		}
		try (Browser browser = Browser.at(port).phone().inEnglish().dark()) {
			browser.open(path).checkAccessibility().screenshot(name + "-360-en-dark");
		}
		try (Browser browser = Browser.at(port).dark()) {
			browser.open(path).checkAccessibility().screenshot(name + "-1280-vi-dark");
		}
		try (Browser browser = Browser.at(port).inEnglish()) {
			browser.open(path).checkAccessibility().screenshot(name + "-1280-en");
		}
	}

	@Test
	void suggestsWhileSomebodyTypesAndTakesTheArrowKeys() {
		try (Browser browser = Browser.at(port).open("/thanh-phan")) {
			browser.page().locator("#q").pressSequentially("khai");
			browser.page().locator("#q-suggestions li").first().waitFor();
			browser.checkAccessibility();
			browser.page().keyboard().press("ArrowDown");
			assertThat(browser.page().locator("#q").getAttribute("aria-activedescendant")).isEqualTo("q-suggestions-0");
			browser.page().keyboard().press("Enter");
			browser.page().waitForURL("**/thanh-phan?q=*");
		}
	}

	@Test
	void showsTheKeysOfADeskPage() {
		try (Browser browser = Browser.at(port).open("/thanh-phan/ban-lam-viec")) {
			browser.page().keyboard().press("?");
			assertThat(browser.page().locator("#keys").isVisible()).isTrue();
			browser.checkAccessibility();
			browser.page().keyboard().press("Escape");
			browser.page().keyboard().press("j");
			assertThat(browser.page().evaluate("document.activeElement.hasAttribute('data-row')")).isEqualTo(true);
		}
	}

	@Test
	void everyPartHasAnExample() throws IOException {
		String examples;
		try (Stream<Path> pages = Files.walk(TEMPLATES.resolve("site"))) {
			examples = pages.filter(Files::isRegularFile).map(ComponentPageTests::read).collect(Collectors.joining());
		}
		try (Stream<Path> parts = Files.list(TEMPLATES.resolve("component"))) {
			String all = examples + parts.toList().stream().map(ComponentPageTests::read).collect(Collectors.joining());
			try (Stream<Path> again = Files.list(TEMPLATES.resolve("component"))) {
				assertThat(again.map(part -> part.getFileName().toString().replace(".jte", "")))
					.allSatisfy(part -> assertThat(all).contains("@template.component." + part + "("));
			}
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
