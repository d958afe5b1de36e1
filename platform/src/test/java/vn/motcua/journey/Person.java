package vn.motcua.journey;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import vn.motcua.Browser;

/**
 * A person of a story at the pages: signs in, fills forms the way people do, and has every page checked for accessibility
 * on the way. Fields that a page does not have are passed over.
 */
final class Person implements AutoCloseable {

	/** A PDF of one empty page. */
	static final byte[] PDF = """
			%PDF-1.4
			1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
			2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
			3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
			trailer<</Root 1 0 R>>
			%%EOF
			""".getBytes(StandardCharsets.US_ASCII);

	private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z.]+-\\d{6}-\\d{4,}");

	private final Browser browser;

	private final Look look;

	Person(int port, Look look) {
		this.browser = look.browser(port).another();
		this.look = look;
	}

	/** Signs in as a member of the cast, and comes back to a page. */
	Person signIn(String login, String next) {
		browser.open("/dang-nhap?tiep=" + next);
		seen();
		page().locator("button[name=ten][value='" + login + "']").click();
		return seen();
	}

	/** Comes back, still signed in. @param session of theirs, see {@link #session} */
	Person comeBack(String session, String path) {
		browser.as(session);
		return open(path);
	}

	String session() {
		return browser.session();
	}

	Person open(String path) {
		browser.open(path);
		return seen();
	}

	/** Checks the page that is open. */
	Person seen() {
		page().waitForLoadState();
		if (look.axe()) {
			browser.checkAccessibility();
		}
		else if (look.script()) {
			browser.checkLayout();
		}
		return this;
	}

	Person picture(String name) {
		browser.screenshot(name);
		return this;
	}

	Person click(String selector) {
		page().locator(selector).first().click();
		return seen();
	}

	/** Fills a page of an application and goes on, again where an answer brought up more questions. */
	void fill(String pageId, Runnable answers) {
		fill(pageId, "button.govuk-button[name=action][value=continue]", answers);
	}

	/** As {@link #fill} on a page of the desk. */
	void fillAtDesk(String pageId, Runnable answers) {
		fill(pageId, "form.mc-form > button.govuk-button", answers);
	}

	private void fill(String pageId, String goOn, Runnable answers) {
		if (!page().url().contains("/trang/" + pageId)) {
			throw new AssertionError("expected the page " + pageId + ", not " + page().url());
		}
		for (int round = 0; round < 5 && page().url().contains("/trang/" + pageId); round++) {
			answers.run();
			click(goOn);
			Locator problems = page().locator(".govuk-error-summary");
			if (problems.count() > 0 && round == 4) {
				throw new AssertionError(page().url() + ": " + problems.first().innerText());
			}
		}
	}

	Person text(String name, String value) {
		Locator field = page().locator("[name='" + name + "']");
		if (field.count() > 0 && field.first().isVisible()) {
			field.first().fill(value);
		}
		return this;
	}

	Person choose(String name, String value) {
		Locator radio = page().locator("input[type=radio][name='" + name + "'][value='" + value + "']");
		Locator list = page().locator("select[name='" + name + "']");
		if (radio.count() > 0) {
			radio.check();
		}
		else if (list.count() > 0) {
			list.selectOption(value);
		}
		return this;
	}

	Person tick(String name) {
		Locator box = page().locator("input[type=checkbox][name='" + name + "']");
		if (box.count() > 0) {
			box.first().check();
		}
		return this;
	}

	Person tickAll(String name) {
		page().locator("input[type=checkbox][name='" + name + "']").all().forEach(Locator::check);
		return this;
	}

	Person date(String name, LocalDate date) {
		return text(name + "-day", String.valueOf(date.getDayOfMonth())).text(name + "-month", String.valueOf(date.getMonthValue()))
			.text(name + "-year", String.valueOf(date.getYear()));
	}

	/** The first commune of a province; without script the list comes by a button. */
	Person address(String name, String province, String line) {
		if (page().locator("select[name='" + name + ".province']").count() == 0) {
			return this;
		}
		choose(name + ".province", province);
		Locator communes = page().locator("select[name='" + name + ".commune'] option");
		if (look.script()) {
			page().waitForFunction("name => document.querySelectorAll(`select[name='${name}'] option`).length > 1", name + ".commune");
		}
		else if (communes.count() < 2) {
			page().locator("button[name=_choose]").first().click();
		}
		page().locator("select[name='" + name + ".commune']").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
		return text(name + ".line", line);
	}

	Person upload(String name, String fileName, byte[] content) {
		Locator field = page().locator("input[type=file][name='" + name + "']");
		if (field.count() > 0) {
			field.setInputFiles(new FilePayload(fileName, fileName.endsWith(".png") ? "image/png" : "application/pdf", content));
		}
		return this;
	}

	/** The dossier code that the page shows. */
	String code() {
		Matcher code = CODE.matcher(page().locator("main").innerText());
		if (!code.find()) {
			throw new AssertionError("no dossier code on " + page().url());
		}
		return code.group();
	}

	String words() {
		return page().locator("main").innerText();
	}

	Page page() {
		return browser.page();
	}

	@Override
	public void close() {
		browser.close();
	}

}
