package vn.motcua.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

	/** By code and number. */
	private final TreeMap<String, SyncLine> lines = new TreeMap<>();

	private final StringBuilder acknowledged = new StringBuilder();

	private String inbox = "";

	private int conflicts;

	private int busy;

	private String keysRefused = "";

	private String problem = "";

	private int refusals;

	/** How many lines each dry run had. */
	private final List<Integer> asked = new ArrayList<>();

	private final Set<String> askedDossiers = new HashSet<>();

	private int separated;

	private int comparing;

	SmallLedger() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(Executors.newCachedThreadPool());
		server.createContext("/oauth2/token", exchange -> {
			String refused = keysRefused();
			if (!refused.isEmpty()) {
				answer(exchange, refused.equals("invalid_client") ? 401 : 400, "{\"error\":\"" + refused + "\",\"error_description\":\"No.\"}");
				return;
			}
			answer(exchange, "{\"access_token\":\"t\",\"expires_in\":300}");
		});
		server.createContext("/api/sync/v1/events", exchange -> {
			String batch = new String(new GZIPInputStream(exchange.getRequestBody()).readAllBytes(), StandardCharsets.UTF_8);
			boolean english = "en".equals(exchange.getRequestHeaders().getFirst("Accept-Language"));
			answer(exchange, "dryRun=true".equals(exchange.getRequestURI().getQuery()) ? tried(batch, english) : take(batch));
		});
		server.createContext("/api/sync/v1/digest", exchange -> {
			if (refused(exchange)) {
				return;
			}
			String query = exchange.getRequestURI().getQuery();
			answer(exchange, exchange.getRequestMethod().equals("POST") ? told() : exchange.getRequestURI().getPath().endsWith("/days") ? days(query) : digest(query));
		});
		server.createContext("/api/sync/v1/inbox", exchange -> {
			String said = problem();
			if (!said.isEmpty()) {
				answer(exchange, 422, said);
				return;
			}
			answer(exchange, inbox(exchange.getRequestMethod(), exchange.getRequestURI().getPath()));
		});
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

	/** Gives no tokens from now on, and says why. */
	synchronized void refusesKeys(String error) {
		keysRefused = error;
	}

	private synchronized String keysRefused() {
		return keysRefused;
	}

	/** Answers the inbox with a problem from now on. */
	synchronized void refuse(String body) {
		problem = body;
	}

	private synchronized String problem() {
		refusals += problem.isEmpty() ? 0 : 1;
		notifyAll();
		return problem;
	}

	synchronized void awaitRefusals(int count) throws InterruptedException {
		while (refusals < count) {
			wait(60_000);
		}
	}

	synchronized List<Integer> asked() {
		return List.copyOf(asked);
	}

	/** Dossiers that were asked for in more than one dry run. */
	synchronized int separated() {
		return separated;
	}

	synchronized void lose(String key) {
		lines.remove(key);
	}

	/** Takes a line that somebody else sent. */
	synchronized void gain(SyncLine line) {
		lines.put(line.code() + "/" + line.seq(), line);
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

	private synchronized String tried(String batch, boolean english) {
		StringBuilder said = new StringBuilder();
		List<SyncLine> sent = batch.lines().map(SyncLine::parse).toList();
		asked.add(sent.size());
		sent.stream().map(SyncLine::code).distinct().forEach(code -> separated += askedDossiers.add(code) ? 0 : 1);
		Map<String, SyncLine> latest = new TreeMap<>();
		for (SyncLine line : sent) {
			SyncLine before = latest.get(line.code());
			if (before != null && before.at().isBefore(line.at()) && !before.status().leadsTo(line.status(), line.note() != null)) {
				said.append("{\"result\":\"rejected\",\"errors\":[{\"pointer\":\"/status\",\"code\":\"dossier.sync.move\",\"message\":\"?\"}]}\n");
				continue;
			}
			latest.put(line.code(), line);
			String result = lines.containsKey(line.code() + "/" + line.seq()) ? "duplicate" : "applied";
			said.append(line.procedure().equals("9.999999") ? "{\"result\":\"rejected\",\"errors\":[{\"pointer\":\"/procedure\",\"code\":\"dossier.sync.procedure-unknown\",\"message\":\""
					+ (english ? "There is none." : "Không có.") + "\"}]}" : "{\"result\":\"" + result + "\"}").append('\n');
		}
		return said.toString();
	}

	private synchronized String take(String batch) {
		StringBuilder said = new StringBuilder();
		batch.lines().forEach(json -> {
			SyncLine line = SyncLine.parse(json);
			SyncLine latest = lines.subMap(line.code() + "/", line.code() + "0").values().stream().max(java.util.Comparator.comparing(SyncLine::at)).orElse(null);
			if (latest != null && latest.at().isBefore(line.at()) && !latest.status().leadsTo(line.status(), line.note() != null)) {
				said.append("{\"result\":\"rejected\",\"error\":{\"pointer\":\"/status\",\"code\":\"dossier.sync.move\",\"message\":\"?\"}}\n");
				return;
			}
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

	/** Days of one agency, as many as are asked for. */
	private synchronized String days(String query) {
		comparing++;
		Map<String, String> asked = asked(query);
		return "{\"items\":[" + LocalDate.parse(asked.get("from")).datesUntil(LocalDate.parse(asked.get("to")).plusDays(1))
			.map(day -> "{\"agency\":\"H26\",\"day\":\"" + day + "\"," + part(tree(asked.get("agency"), day.toString()).day()) + "}").collect(Collectors.joining(",")) + "],\"next\":null}";
	}

	private synchronized String told() {
		comparing++;
		return "{}";
	}

	/** How many calls compared since this was asked last. */
	synchronized int comparing() {
		int calls = comparing;
		comparing = 0;
		return calls;
	}

	private static Map<String, String> asked(String query) {
		return Arrays.stream(query.split("&")).map(pair -> pair.split("=")).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
	}

	/** Knows one agency only. */
	private DigestTree tree(String agency, String day) {
		if (!agency.equals("H26")) {
			throw new IllegalArgumentException("no such agency");
		}
		String begin = agency + "-" + day.substring(2).replace("-", "") + "-";
		DigestTree tree = new DigestTree();
		lines.values().stream().filter(line -> line.code().startsWith(begin)).forEach(line -> tree.add(line.code(), line.seq(), line.digest()));
		return tree;
	}

	private synchronized String digest(String query) {
		comparing++;
		Map<String, String> asked = asked(query);
		DigestTree tree = tree(asked.get("agency"), asked.get("day"));
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
		answer(exchange, text.isEmpty() ? 204 : 200, text);
	}

	private static void answer(HttpExchange exchange, int status, String text) throws IOException {
		exchange.getRequestBody().readAllBytes();
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
