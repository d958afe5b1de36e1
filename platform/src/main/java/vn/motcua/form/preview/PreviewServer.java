package vn.motcua.form.preview;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.Forms;
import vn.motcua.form.Sheet;
import vn.motcua.site.Assets;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** Serves a preview to this machine only. */
public final class PreviewServer implements AutoCloseable {

	private static final Locale VIETNAMESE = Locale.of("vi");

	private static final Map<String, String> TYPES = Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "png", "image/png");

	private final Path folder;

	private final Agencies agencies;

	private final AreaRule areas;

	private final Forms forms;

	private final Messages messages = Messages.load();

	private final Assets assets = new Assets();

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	private final HttpServer server;

	public PreviewServer(Path folder, int port, Agencies agencies, AreaRule areas) throws IOException {
		this.folder = folder;
		this.agencies = agencies;
		this.areas = areas;
		this.forms = Forms.standing(agencies, areas);
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", this::answer);
		server.start();
	}

	/** Says where it stands and serves until the process ends. */
	public void run(PrintStream out) {
		out.println("Preview of " + folder + ": http://localhost:" + port() + "  (Ctrl-C ends it; changed files are seen at once)");
		try {
			Thread.currentThread().join();
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}

	public int port() {
		return server.getAddress().getPort();
	}

	@Override
	public void close() {
		server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			byte[] asset = assets.content(path).orElse(null);
			if (asset != null) {
				send(exchange, 200, TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream"), asset);
				return;
			}
			String query = String.valueOf(exchange.getRequestURI().getQuery());
			boolean english = query.contains("lang=en") || !query.contains("lang=vi") && String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")).contains("lang=en");
			if (query.contains("lang=")) {
				exchange.getResponseHeaders().add("Set-Cookie", "lang=" + (english ? "en" : "vi") + "; Path=/; SameSite=Strict");
			}
			Page page = Page.standing(messages, english ? Locale.ENGLISH : VIETNAMESE, path, assets);
			String html = drawn(page, List.of(path.substring(1).split("/")));
			send(exchange, html == null ? 404 : 200, "text/html;charset=UTF-8", (html == null ? render("form/preview/nothing", page, Map.of()) : html).getBytes(StandardCharsets.UTF_8));
		}
	}

	private @Nullable String drawn(Page page, List<String> path) throws IOException {
		try {
			Preview preview = new Preview(Bundle.of(folder), forms, agencies, areas);
			return switch (path.getFirst()) {
				case "" -> render("form/preview/index", page, Map.of("preview", preview));
				case "trang" -> path.size() == 3 ? formPage(page, preview, path.get(1), number(path.get(2))) : null;
				case "quy-trinh" -> render("form/preview/process", page, Map.of("preview", preview));
				case "vi-du" -> path.size() < 2 || example(preview, path.get(1)) == null ? null : example(page, preview, example(preview, path.get(1)), path.size() > 2);
				default -> null;
			};
		}
		catch (BundleRefused unreadable) {
			return render("form/preview/refused", page, Map.of("findings", unreadable.findings()));
		}
		catch (IllegalArgumentException | java.time.DateTimeException wrong) {
			return render("form/preview/refused", page, Map.of("findings", List.of(new Finding(Bundle.EXAMPLES, 1, "preview", String.valueOf(wrong.getMessage())))));
		}
	}

	private @Nullable String formPage(Page page, Preview preview, String id, int example) {
		List<FormPage> pages = preview.form().pages();
		int at = pages.stream().map(FormPage::id).toList().indexOf(id);
		if (at < 0) {
			return null;
		}
		Map<String, Object> values = new HashMap<>(Map.of("preview", preview, "example", example, "at", at));
		values.put("view", preview.forms().view(preview.form(), id, Sheet.of(preview.answers(example), preview.on(example))));
		return render("form/preview/page", page, values);
	}

	private String example(Page page, Preview preview, PreviewedExample example, boolean result) {
		if (result && preview.service().resultTemplate() != null) {
			return preview.result(example, messages);
		}
		return render("form/preview/example", page, Map.of("preview", preview, "example", example));
	}

	private static @Nullable PreviewedExample example(Preview preview, String written) {
		int number = number(written);
		return number < 1 || number > preview.examples().size() ? null : preview.examples().get(number - 1);
	}

	private static int number(String written) {
		return written.matches("\\d{1,4}") ? Integer.parseInt(written) : 0;
	}

	private String render(String template, Page page, Map<String, Object> values) {
		Map<String, Object> parameters = new HashMap<>(values);
		parameters.put("page", page);
		StringOutput output = new StringOutput();
		templates.render(template + ".jte", parameters, output);
		return output.toString();
	}

	private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

}
