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

import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.form.preview.Preview.Place;
import vn.motcua.form.preview.PreviewPages.Drawn;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Assets;
import vn.motcua.site.Page;

/** Serves a preview to this machine only. */
public final class PreviewServer implements AutoCloseable {

	private static final Locale VIETNAMESE = Locale.of("vi");

	private static final Map<String, String> TYPES = Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "png", "image/png");

	private final Path folder;

	private final PreviewTools tools;

	private final Assets assets = new Assets();

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	private final HttpServer server;

	public PreviewServer(Path folder, int port, Agencies agencies, AreaRule areas) throws IOException {
		this.folder = folder;
		this.tools = PreviewTools.standing(agencies, areas);
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
			show(exchange, Page.standing(tools.messages(), english ? Locale.ENGLISH : VIETNAMESE, path, assets), List.of(path.substring(1).split("/")));
		}
	}

	/** Read anew for every page, so that a change in a file is seen at once. */
	private void show(HttpExchange exchange, Page page, List<String> path) throws IOException {
		try {
			Preview preview = new Preview(Bundle.of(folder), tools, new Place("", null));
			if (path.getFirst().equals("vi-du") && path.size() == 3) {
				send(exchange, 200, "application/pdf", PreviewPages.paper(preview, number(path.get(1)), path.get(2)));
				return;
			}
			Drawn drawn = drawn(preview, path);
			send(exchange, 200, page, drawn.template(), drawn.values());
		}
		catch (ProblemException nothing) {
			send(exchange, 404, page, "form/preview/nothing", Map.of());
		}
		catch (BundleRefused unreadable) {
			send(exchange, 200, page, "form/preview/refused", Map.of("findings", unreadable.findings()));
		}
		catch (IllegalArgumentException | java.time.DateTimeException wrong) {
			send(exchange, 200, page, "form/preview/refused", Map.of("findings", List.of(new Finding(Bundle.EXAMPLES, 1, "preview", String.valueOf(wrong.getMessage())))));
		}
	}

	private static Drawn drawn(Preview preview, List<String> path) {
		return switch (path.getFirst() + path.size()) {
			case "1" -> PreviewPages.index(preview);
			case "quy-trinh1" -> PreviewPages.process(preview);
			case "trang3" -> PreviewPages.form(preview, path.get(1), number(path.get(2)));
			case "vi-du2" -> PreviewPages.outcome(preview, number(path.get(1)));
			default -> throw new ProblemException(CommonProblem.NOT_FOUND);
		};
	}

	private static int number(String written) {
		return written.matches("\\d{1,4}") ? Integer.parseInt(written) : -1;
	}

	private void send(HttpExchange exchange, int status, Page page, String template, Map<String, Object> values) throws IOException {
		Map<String, Object> parameters = new HashMap<>(values);
		parameters.put("page", page);
		StringOutput output = new StringOutput();
		templates.render(template + ".jte", parameters, output);
		send(exchange, status, "text/html;charset=UTF-8", output.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

}
