package vn.motcua.agent;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import vn.motcua.agent.source.Finding;

/** How the agent stands, for people and for Prometheus; on this machine only. */
final class StatusPage implements Closeable {

	private static final int MOST_FINDINGS = 1_000_000;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	StatusPage(int port, Locale language, AgentState state, Function<Words, String> page, java.util.function.Supplier<String> metrics) throws IOException {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
		}
		catch (BindException taken) {
			throw new IOException("agent.yaml: page.port: " + port + " cannot be opened: " + taken.getMessage(), taken);
		}
		server.setExecutor(threads);
		server.createContext("/", exchange -> {
			if (!exchange.getRequestURI().getPath().equals("/")) {
				answer(exchange, 404, "text/plain", "404\n");
				return;
			}
			String query = String.valueOf(exchange.getRequestURI().getQuery());
			Words words = Words.in(query.contains("lang=en") ? Locale.ENGLISH : query.contains("lang=vi") ? Locale.forLanguageTag("vi") : language);
			answer(exchange, 200, "text/html", page.apply(words));
		});
		server.createContext("/metrics", exchange -> answer(exchange, 200, "text/plain; version=0.0.4", metrics.get()));
		server.createContext("/findings.csv", exchange -> answer(exchange, 200, "text/csv", csv(state)));
		server.start();
	}

	int port() {
		return server.getAddress().getPort();
	}

	private static String csv(AgentState state) {
		StringBuilder csv = new StringBuilder("\uFEFFsource,row,column,rule,value\r\n");
		for (Finding finding : state.findings(MOST_FINDINGS)) {
			csv.append(cell(finding.source())).append(',').append(finding.row()).append(',').append(cell(finding.column())).append(',').append(finding.rule()).append(',')
				.append(cell(finding.value())).append("\r\n");
		}
		return csv.toString();
	}

	/** A spreadsheet must not take a value for a formula. */
	private static String cell(String text) {
		String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
		return '"' + harmless.replace("\"", "\"\"") + '"';
	}

	/** Names of other machines that lead here are not answered: a page elsewhere must not read this one. */
	private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
		String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host")).replaceFirst(":\\d+$", "");
		boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
		boolean reading = exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
		byte[] bytes = here && reading ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
		exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
		exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
		exchange.getResponseHeaders().add("Cache-Control", "no-store");
		exchange.sendResponseHeaders(!here ? 403 : !reading ? 405 : status, bytes.length == 0 || exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
		if (bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
			exchange.getResponseBody().write(bytes);
		}
		exchange.close();
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdown();
	}

}
