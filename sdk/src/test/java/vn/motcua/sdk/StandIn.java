package vn.motcua.sdk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A stand-in for the ledger that can be told to fail; the platform's tests use the real one. */
final class StandIn implements AutoCloseable {

	/** What was answered 200, in order. */
	final List<SyncLine> taken = new ArrayList<>();

	/** Sizes of all batches that arrived. */
	final List<Integer> batches = new ArrayList<>();

	/** Statuses of the next answers instead of taking; 0 cuts the connection after taking, -1 begins to answer and falls silent. */
	final Deque<Integer> failures = new ArrayDeque<>();

	/** Answers of GET by path and query. */
	final List<String> asked = new ArrayList<>();

	Function<String, String> answers = address -> "{}";

	/** Status of those answers. */
	int status = 200;

	/** Languages that were asked for. */
	final List<String> languages = new ArrayList<>();

	int tokens;

	/** How many lines it takes today. */
	int linesLeft = Integer.MAX_VALUE;

	private final HttpServer server;

	StandIn() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(Executors.newCachedThreadPool());
		server.createContext("/oauth2/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t" + ++tokens + "\",\"expires_in\":300}"));
		server.createContext("/api/sync/v1/events", this::events);
		server.createContext("/", exchange -> {
			String address = exchange.getRequestMethod() + " " + exchange.getRequestURI();
			asked.add(address + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			languages.add(exchange.getRequestHeaders().getFirst("Accept-Language"));
			answer(exchange, status, answers.apply(address));
		});
		server.start();
	}

	Connection connection() {
		return new Connection(URI.create("http://localhost:" + server.getAddress().getPort()), Credentials.sync("hanoi", "secret"));
	}

	/** One that gives up soon. */
	Connection impatient() {
		return new Connection(URI.create("http://localhost:" + server.getAddress().getPort()), Credentials.sync("hanoi", "secret"), HttpClient.newHttpClient(), Duration.ofMillis(500), java.util.Locale.forLanguageTag("vi"));
	}

	private synchronized void events(HttpExchange exchange) throws IOException {
		List<String> lines = new String(new GZIPInputStream(exchange.getRequestBody()).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		batches.add(lines.size());
		Integer failure = failures.poll();
		if (failure != null && failure < 0) {
			exchange.sendResponseHeaders(200, 1_000);
			exchange.getResponseBody().write('{');
			exchange.getResponseBody().flush();
			return;
		}
		if (failure != null && failure != 0) {
			exchange.getResponseHeaders().add("Retry-After", "0");
			answer(exchange, failure, "no");
			return;
		}
		if (lines.size() > linesLeft) {
			answer(exchange, 429, "{\"title\":\"no\",\"code\":\"exchange.quota-lines\"}");
			return;
		}
		if ("dryRun=true".equals(exchange.getRequestURI().getQuery())) {
			answer(exchange, 200, tried(lines));
			return;
		}
		linesLeft -= lines.size();
		StringBuilder said = new StringBuilder();
		for (String json : lines) {
			SyncLine line = SyncLine.parse(json);
			boolean wrong = "wrong".equals(line.note());
			taken.add(line);
			said.append(wrong ? "{\"result\":\"rejected\",\"error\":{\"pointer\":\"/note\",\"code\":\"dossier.sync.wrong\",\"message\":\"Sai.\"}}\n"
					: "{\"seq\":" + line.seq() + ",\"result\":\"applied\"}\n");
		}
		if (failure != null) {
			exchange.close();
			return;
		}
		answer(exchange, 200, said.toString());
	}

	private static String tried(List<String> lines) {
		StringBuilder said = new StringBuilder();
		for (String json : lines) {
			said.append("wrong".equals(SyncLine.parse(json).note()) ? "{\"result\":\"rejected\",\"error\":{\"pointer\":\"/note\",\"code\":\"dossier.sync.wrong\",\"message\":\"Sai.\"},"
					+ "\"errors\":[{\"pointer\":\"/note\",\"code\":\"dossier.sync.wrong\",\"message\":\"Sai.\"},{\"pointer\":\"/applicant/number\",\"code\":\"dossier.sync.number\",\"message\":\"Số.\"}]}\n"
					: "{\"result\":\"applied\"}\n");
		}
		return said.toString();
	}

	private static void answer(HttpExchange exchange, int status, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		server.stop(0);
	}

}
