package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.Browser;
import vn.motcua.MotCuaTest;

/** Suggestions while somebody types, chosen by the keyboard alone. */
@MotCuaTest
class SuggestionTests {

	@LocalServerPort
	private int port;

	@Test
	void theArrowKeysChooseAndEnterOpens() {
		try (Browser browser = Browser.at(port).phone()) {
			Page page = browser.open("/").page();
			Locator field = page.locator("input[data-suggest]").first();
			field.pressSequentially("bang lai");
			Locator options = page.locator("[role=option]");
			options.first().waitFor();
			assertThat(options.count()).isBetween(1, 10);
			assertThat(field.getAttribute("aria-expanded")).isEqualTo("true");
			browser.checkAccessibility();
			field.press("ArrowDown");
			String name = options.first().textContent();
			assertThat(options.first().getAttribute("aria-selected")).isEqualTo("true");
			assertThat(field.getAttribute("aria-activedescendant")).isEqualTo(options.first().getAttribute("id"));
			field.press("Enter");
			page.waitForURL("**/dich-vu/**");
			assertThat(page.locator("h1").innerText()).isEqualTo(name);
		}
	}

	@Test
	void escapeLeavesWhatWasTypedAndEnterSearchesForIt() {
		try (Browser browser = Browser.at(port)) {
			Page page = browser.open("/").page();
			Locator field = page.locator("input[data-suggest]").first();
			field.pressSequentially("khai sinh");
			page.locator("[role=option]").first().waitFor();
			field.press("Escape");
			assertThat(page.locator("[role=listbox]").first().isHidden()).isTrue();
			assertThat(field.inputValue()).isEqualTo("khai sinh");
			field.press("Enter");
			page.waitForURL("**/tim-kiem?**");
			assertThat(page.locator("main").innerText()).contains("Đăng ký khai sinh");
		}
	}

}
