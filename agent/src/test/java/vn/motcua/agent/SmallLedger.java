package vn.motcua.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import vn.motcua.sdk.DigestTree;
import vn.motcua.sdk.SyncLine;

/** Takes lines as the ledger does, in memory, for tests that kill the agent; the platform's tests use the real ledger. */
final class SmallLedger implements AutoCloseable {

	private final HttpServer server;

	private final Map<String, SyncLine> lines = new TreeMap<>();

	private final StringBuilder acknowledged = new StringBuilder();

	private String inbox = "";

	private int conflicts;

	private int busy;

	SmallLedger() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(Executors.newCachedThreadPool());
		server.createContext("/oauth2/token", exchange -> answer(exchange, "{\"access_token\":\"t\",\"expires_in\":300}"));
		server.createContext("/api/sync/v1/events", exchange -> answer(exchange, take(new String(new GZIPInputStream(exchange.getRequestBody()).readAllBytes(),
				StandardCharsets.UTF_8))));
		server.createContext("/api/sync/v1/digest", exchange -> {
			if (refused(exchange)) {
				return;
			}
			answer(exchange, exchange.getRequestMethod().equals("POST") ? "{}" : digest(exchange.getRequestURI().getQuery()));
		});
		server.createContext("/api/sync/v1/inbox", exchange -> answer(exchange, inbox(exchange.getRequestMethod(), exchange.getRequestURI().getPath())));
		server.start();
	}

	String address() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	synchronized Map<String, SyncLine> lines() {
		return new TreeMap<>(lines);
	}

	synchronized int conflicts() {
		return conflicts;
	}

	/** Has no room for the next calls that compare. */
	synchronized void busy(int calls) {
		busy = calls;
	}

	private synchronized boolean refused(HttpExchange exchange) throws IOException {
		if (busy == 0) {
			return false;
		}
		busy--;
		exchange.getResponseHeaders().set("Retry-After", "1");
		exchange.sendResponseHeaders(429, -1);
		exchange.close();
		return true;
	}

	synchronized void lose(String key) {
		lines.remove(key);
	}

	synchronized void offer(String items) {
		inbox = items;
	}

	synchronized String acknowledged() {
		return acknowledged.toString();
	}

	synchronized void await(int count) throws InterruptedException {
		while (lines.size() < count) {
			wait(60_000);
		}
	}

	private synchronized String take(String batch) {
		StringBuilder said = new StringBuilder();
		batch.lines().forEach(json -> {
			SyncLine line = SyncLine.parse(json);
			SyncLine before = line.procedure().equals("9.999999") ? null : lines.putIfAbsent(line.code() + "/" + line.seq(), line);
			boolean conflict = before != null && !before.digest().equals(line.digest());
			conflicts += conflict ? 1 : 0;
			said.append(line.procedure().equals("9.999999") ? "{\"result\":\"rejected\",\"error\":{\"pointer\":\"/procedure\",\"code\":\"dossier.sync.procedure-unknown\",\"message\":\"?\"}}"
					: conflict ? "{\"result\":\"rejected\",\"error\":{\"code\":\"dossier.sync.seq-taken\"}}" : before != null ? "{\"result\":\"duplicate\"}" : "{\"result\":\"applied\"}")
				.append('\n');
		});
		notifyAll();
		return said.toString();
	}

	/** Knows one agency only. */
	private synchronized String digest(String query) {
		Map<String, String> asked = Arrays.stream(query.split("&")).map(pair -> pair.split("=")).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
		if (!asked.get("agency").equals("H26")) {
			throw new IllegalArgumentException("no such agency");
		}
		String begin = asked.get("agency") + "-" + asked.get("day").substring(2).replace("-", "") + "-";
		DigestTree tree = new DigestTree();
		lines.values().stream().filter(line -> line.code().startsWith(begin)).forEach(line -> tree.add(line.code(), line.seq(), line.digest()));
		if (asked.containsKey("code")) {
			return "{\"items\":[" + tree.lines(asked.get("code")).entrySet().stream().map(line -> "{\"seq\":" + line.getKey() + ",\"digest\":\"" + line.getValue() + "\"}")
				.collect(Collectors.joining(",")) + "]}";
		}
		return asked.containsKey("bucket") ? "{\"items\":[" + parts(tree.bucketDossiers(asked.get("bucket")), "code") + "]}"
				: "{" + part(tree.day()) + ",\"buckets\":[" + parts(tree.buckets(), "bucket") + "]}";
	}

	private static String parts(Map<String, DigestTree.Part> parts, String name) {
		return parts.entrySet().stream().map(part -> "{\"" + name + "\":\"" + part.getKey() + "\"," + part(part.getValue()) + "}").collect(Collectors.joining(","));
	}

	private static String part(DigestTree.Part part) {
		return "\"dossiers\":" + part.dossiers() + ",\"lines\":" + part.lines() + ",\"digest\":\"" + part.digest() + "\"";
	}

	private synchronized String inbox(String method, String path) {
		if (method.equals("POST")) {
			acknowledged.append(path).append('\n');
			inbox = "";
			return "";
		}
		return path.contains("/files/") ? "hello" : "{\"items\":[" + inbox + "],\"next\":null}";
	}

	private static void answer(HttpExchange exchange, String text) throws IOException {
		exchange.getRequestBody().readAllBytes();
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(bytes.length == 0 ? 204 : 200, bytes.length == 0 ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		server.stop(0);
	}

}
