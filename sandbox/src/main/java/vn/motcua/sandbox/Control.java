package vn.motcua.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The page on which the system is watched and told to fail, and where webhooks come in; on this machine only.
 * {@code POST /control} takes {@code failure=cut&on=true}, {@code do=compare} or {@code webhook-secret=whsec_…}.
 */
final class Control implements Closeable {

	private static final int LONGEST_BODY = 16 << 10;

	private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

	private final Sandbox sandbox;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Control(Sandbox sandbox, int port) throws IOException {
		this.sandbox = sandbox;
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
		}
		catch (BindException taken) {
			throw new IOException("--port: " + port + " cannot be opened: " + taken.getMessage(), taken);
		}
		server.setExecutor(threads);
		server.createContext("/", exchange -> guarded(exchange, this::page));
		server.createContext("/status", exchange -> guarded(exchange, this::status));
		server.createContext("/control", exchange -> guarded(exchange, this::control));
		server.createContext("/webhook", exchange -> guarded(exchange, this::webhook));
		server.start();
	}

	int port() {
		return server.getAddress().getPort();
	}

	private interface Answer {

		void give(HttpExchange exchange) throws IOException, InterruptedException;

	}

	/** Names of other machines that lead here are not answered, nor are forms of other pages. */
	private static void guarded(HttpExchange exchange, Answer answer) throws IOException {
		try {
			String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
			String origin = exchange.getRequestHeaders().getFirst("Origin");
			if (!HERE.contains(host.replaceFirst(":\\d+$", "")) || origin != null && !origin.equals("http://" + host)) {
				say(exchange, 403, "text/plain", "403\n");
				return;
			}
			answer.give(exchange);
		}
		catch (SettingsProblem wrong) {
			say(exchange, 422, "text/plain", wrong.getMessage() + "\n");
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
		finally {
			exchange.close();
		}
	}

	private void page(HttpExchange exchange) throws IOException {
		if (!exchange.getRequestURI().getPath().equals("/")) {
			say(exchange, 404, "text/plain", "404\n");
			return;
		}
		boolean english = String.valueOf(exchange.getRequestURI().getQuery()).contains("lang=en");
		say(exchange, 200, "text/html", new StatusHtml(sandbox, english ? Words.EN : Words.VI).text());
	}

	private void status(HttpExchange exchange) throws IOException {
		say(exchange, 200, "application/json", StatusJson.of(sandbox));
	}

	private void control(HttpExchange exchange) throws IOException, InterruptedException {
		if (!exchange.getRequestMethod().equals("POST")) {
			say(exchange, 405, "text/plain", "405\n");
			return;
		}
		Map<String, String> form = form(body(exchange));
		if (form.containsKey("failure")) {
			Failure failure = Failure.find(form.get("failure")).orElseThrow(() -> new SettingsProblem("failure",
					"is one of " + String.join(", ", java.util.Arrays.stream(Failure.values()).map(Failure::word).toList())));
			sandbox.fail(failure, form.getOrDefault("on", "true").equals("true"));
		}
		if (form.containsKey("webhook-secret")) {
			sandbox.webhook().secret(form.get("webhook-secret").strip());
		}
		if ("compare".equals(form.get("do"))) {
			if (!sandbox.settled()) {
				say(exchange, 409, "text/plain", "not everything that was sent is answered\n");
				return;
			}
			try {
				sandbox.compare();
			}
			catch (IOException failed) {
				say(exchange, 502, "text/plain", failed.getMessage() + "\n");
				return;
			}
		}
		exchange.getResponseHeaders().add("Location", form.getOrDefault("lang", "vi").equals("en") ? "/?lang=en" : "/");
		say(exchange, 303, "text/plain", "");
	}

	private void webhook(HttpExchange exchange) throws IOException {
		int status = sandbox.webhook().answer(exchange.getRequestHeaders().getFirst("webhook-id"), exchange.getRequestHeaders().getFirst("webhook-timestamp"),
				exchange.getRequestHeaders().getFirst("webhook-signature"), body(exchange));
		exchange.sendResponseHeaders(status, -1);
	}

	private static String body(HttpExchange exchange) throws IOException {
		byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
		if (bytes.length > LONGEST_BODY) {
			throw new SettingsProblem("body", "is at most " + LONGEST_BODY + " bytes");
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static Map<String, String> form(String body) {
		Map<String, String> form = new HashMap<>();
		for (String pair : body.strip().split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
			}
		}
		return form;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException unreadable) {
			throw new SettingsProblem("form", "is not encoded as forms are");
		}
	}

	private static void say(HttpExchange exchange, int status, String type, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
		exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
		exchange.getResponseHeaders().add("Cache-Control", "no-store");
		exchange.sendResponseHeaders(status, bytes.length == 0 || exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
		if (bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
			exchange.getResponseBody().write(bytes);
		}
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}

}
