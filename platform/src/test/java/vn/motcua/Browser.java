package vn.motcua;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;

/**
 * One visitor in a real Chromium: {@code Browser.at(port).phone().inEnglish().open("/")}. Close it after use. The browser
 * program itself is shared by all tests of a run.
 */
public final class Browser implements AutoCloseable {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	/** A colour that axe has read once it need not read again for the next element: a quarter of its time, and what it finds is the same. */
	private static final String COLOURS = """
			const Colour = axe.commons.color.Color;
			const read = Colour.prototype.parseString;
			const known = new Map();
			Colour.prototype.parseString = function (text) {
				const colour = known.get(text);
				if (!colour) {
					const answer = read.call(this, text);
					known.set(text, new Colour(this));
					return answer;
				}
				[this.r, this.g, this.b, this.alpha] = [colour.r, colour.g, colour.b, colour.alpha];
				return this;
			};
			""";

	/** In every page of somebody who has script, read by the browser once and begun only where it is asked for: half a megabyte to hand over for each look is slower. */
	private static final String AXE = "window.motcuaAxe = () => {\n" + axe() + "\n" + COLOURS + "\n}";

	private static final String SESSION = "phien";

	private static final boolean PICTURES = Boolean.getBoolean("test.pictures");

	/** Only what is wrong is asked for: what is right costs axe more than half of its time. */
	private static final String FIND = """
			rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations'], iframes: false}).then(results => results.violations
				.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}\\n  ${node.failureSummary}`)).join('\\n'))
			""";

	/** States of pages in which axe found nothing in this run: the same page in another story is not looked through again. */
	private static final Set<UUID> SOUND = new HashSet<>();

	private static final Windows LEFT = new Windows();

	private static com.microsoft.playwright.Browser chromium;

	private final String address;

	private final NewContextOptions options = new NewContextOptions().setViewportSize(1280, 900).setLocale("vi-VN");

	private String language = "vi";

	private boolean script = true;

	private boolean another;

	private BrowserContext context;

	private Page page;

	private int status;

	private Browser(String address) {
		this.address = address;
	}

	public static Browser at(int port) {
		return at("http://localhost:" + port);
	}

	/** At a program on another address. */
	static Browser at(String origin) {
		return new Browser(origin);
	}

	/** Goes on as somebody who signed in without a browser. */
	Browser as(Visit visit) {
		String cookies = visit.cookieHeader();
		return cookies.contains("phien=") ? as(cookies.replaceFirst(".*phien=([^;]*).*", "$1")) : this;
	}

	/** Goes on as somebody who signed in at another window. @param session of theirs, see {@link #session} */
	public Browser as(String session) {
		page().context().addCookies(List.of(new Cookie(SESSION, session).setUrl(address)));
		return this;
	}

	/** Of the visitor who signed in here. */
	public String session() {
		return context.cookies().stream().filter(cookie -> cookie.name.equals(SESSION)).findFirst().orElseThrow().value;
	}

	/** 360 pixels wide. */
	public Browser phone() {
		options.setViewportSize(360, 780);
		return this;
	}

	public Browser inEnglish() {
		language = "en";
		return this;
	}

	public Browser withoutScript() {
		script = false;
		return this;
	}

	public Browser dark() {
		options.setColorScheme(ColorScheme.DARK);
		return this;
	}

	/** At a window that somebody before has left, emptied of all that they had in it: for the many visitors of a tour or a story, who only look, fill and click. */
	public Browser another() {
		another = true;
		return this;
	}

	/** Goes to a path of the program and waits until it is drawn. */
	public Browser open(String path) {
		com.microsoft.playwright.Response answer = page().navigate(address + path);
		status = answer == null ? 0 : answer.status();
		return this;
	}

	/** Status of the page that {@link #open} went to last. */
	public int status() {
		return status;
	}

	/** Playwright's page, for everything else. */
	public Page page() {
		if (page == null) {
			page = another ? LEFT.take(kind()) : null;
			context = page == null ? window() : page.context();
			context.addCookies(List.of(new Cookie("lang", language).setUrl(address)));
			context.setExtraHTTPHeaders(Map.of(VisitorAddress.HEADER, VisitorAddress.fresh()));
			page = page == null ? context.newPage() : page;
		}
		return page;
	}

	private String kind() {
		return options.viewportSize.get().width + " " + options.colorScheme + " " + script;
	}

	private BrowserContext window() {
		BrowserContext fresh = chromium().newContext(options.setJavaScriptEnabled(script));
		fresh.setDefaultTimeout(30_000);
		if (script) {
			fresh.addInitScript(AXE);
		}
		return fresh;
	}

	/** Fails on any violation of WCAG 2.2 AA that axe finds, on a sideways scroll bar and on a heading that is missing. */
	public Browser checkAccessibility() {
		if (!script) {
			throw new IllegalStateException("axe needs script in the page");
		}
		// The browser's own viewer of a PDF is none of our page and does not answer a script.
		page().evaluate("document.querySelectorAll('iframe').forEach(frame => frame.src = 'about:blank')");
		UUID state = state();
		if (!SOUND.contains(state)) {
			page().evaluate("motcuaAxe()");
			String found = (String) page().evaluate(FIND, RULES);
			if (!found.isEmpty()) {
				throw new AssertionError(page().url() + "\n" + found);
			}
			SOUND.add(state);
		}
		return checkLayout();
	}

	/** The page as axe sees it: how wide, in which light, and what stands in it, whatever the numbers and where the links lead. */
	private UUID state() {
		String content = page().content().replaceAll("(value|href|action)=\"[^\"#][^\"]*\"", "$1").replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d+", "0");
		return UUID.nameUUIDFromBytes((page().viewportSize().width + " " + options.colorScheme + " " + content).getBytes(StandardCharsets.UTF_8));
	}

	/** Fails on a sideways scroll bar and on a heading that is missing. */
	public Browser checkLayout() {
		if ((Boolean) page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
			throw new AssertionError(page().url() + " scrolls sideways: " + page().evaluate(
					"[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120))"));
		}
		if (page().locator("h1").count() != 1) {
			throw new AssertionError(page().url() + " has " + page().locator("h1").count() + " main headings");
		}
		return this;
	}

	/**
	 * Keeps a picture of the whole page as {@code target/screenshots/NAME.png} for people to look at, when they ask for it
	 * ({@code -Dtest.pictures=true}): no test reads it, and a long page takes a while to draw.
	 */
	public Browser screenshot(String name) {
		if (!PICTURES) {
			return this;
		}
		page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", name + ".png")));
		return this;
	}

	@Override
	public void close() {
		if (context != null && !(another && LEFT.leave(kind(), page, address))) {
			context.close();
		}
	}

	private static String axe() {
		try (java.io.InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (java.io.IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

	private static synchronized com.microsoft.playwright.Browser chromium() {
		if (chromium == null) {
			Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			chromium = playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium"))
					.setArgs(List.of("--no-sandbox", "--disable-background-networking")));
			Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
		}
		return chromium;
	}

}
