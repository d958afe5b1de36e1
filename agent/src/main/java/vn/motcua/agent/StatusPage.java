package vn.motcua.agent;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
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

/** How the agent stands, for people and for Prometheus; on this machine only. */
final class StatusPage implements Closeable {

	/** Something that is written row by row. */
	@FunctionalInterface
	interface Table {

		void write(Words words, Appendable out) throws IOException;

	}

	private final HttpServer server;

	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	StatusPage(int port, Locale language, Function<Words, String> page, java.util.function.Supplier<String> metrics, Table findings) throws IOException {
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
			answer(exchange, 200, "text/html", page.apply(words(exchange, language)));
		});
		server.createContext("/metrics", exchange -> answer(exchange, 200, "text/plain; version=0.0.4", metrics.get()));
		server.createContext("/findings.csv", exchange -> {
			if (begun(exchange, 200, "text/csv", 0)) {
				try (Writer out = new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8)) {
					findings.write(words(exchange, language), out);
				}
			}
			exchange.close();
		});
		server.start();
	}

	private static Words words(HttpExchange exchange, Locale language) {
		String query = String.valueOf(exchange.getRequestURI().getQuery());
		return Words.in(query.contains("lang=en") ? Locale.ENGLISH : query.contains("lang=vi") ? Locale.forLanguageTag("vi") : language);
	}

	int port() {
		return server.getAddress().getPort();
	}

	private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (begun(exchange, status, type, bytes.length)) {
			exchange.getResponseBody().write(bytes);
		}
		exchange.close();
	}

	/**
	 * Whether the text is to follow. Names of other machines that lead here are not answered: a page elsewhere must not read this one.
	 * @param length of it in bytes, 0 when nobody knows yet
	 */
	private static boolean begun(HttpExchange exchange, int status, String type, long length) throws IOException {
		String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host")).replaceFirst(":\\d+$", "");
		boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
		boolean reading = exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
		boolean follows = here && exchange.getRequestMethod().equals("GET");
		exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
		exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
		exchange.getResponseHeaders().add("Cache-Control", "no-store");
		exchange.sendResponseHeaders(!here ? 403 : !reading ? 405 : status, follows ? length : -1);
		return follows;
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdown();
	}

}
