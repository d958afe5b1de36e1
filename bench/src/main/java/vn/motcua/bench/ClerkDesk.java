package vn.motcua.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** One clerk's browser. */
final class ClerkDesk implements AutoCloseable {

	static final int CELLS = 500;

	private static final long LOOK_NANOS = 4_000_000_000L;

	private static final int CELLS_A_PAGE = 10;

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Pattern VERSION = Pattern.compile("name=\"v\" value=\"(\\d+)\"");

	private static final Pattern SAVED = Pattern.compile("\"version\":(\\d+)");

	private static final Pattern AS_OF = Pattern.compile("\"asOf\":\"([^\"]+)\"");

	/** How long each of what was answered took, in nanoseconds, and how often it was not. */
	record Times(Queue<Long> pages, Queue<Long> saves, Queue<Long> looks, AtomicInteger wrong) {

		Times() {
			this(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), new AtomicInteger());
		}

	}

	/** What a clerk sends as cookie, and the address of the page. */
	record Clerk(String cookie, String page) {
	}

	private final int port;

	private final Times times;

	private Connection connection;

	private final Clerk clerk;

	/** The first numbers of {@link java.util.Random} are nearly the same for one clerk and the next: all would come in the same second. */
	final SplittableRandom random;

	String token = "";

	private int version;

	private String asOf = Instant.now().toString();

	ClerkDesk(int port, Times times, Clerk clerk, int number) throws IOException {
		this.port = port;
		this.times = times;
		this.connection = new Connection(port);
		this.clerk = clerk;
		this.random = new SplittableRandom(number);
	}

	void work(long until) throws Exception {
		open();
		long look = System.nanoTime() + LOOK_NANOS;
		long type = next();
		int typed = 0;
		while (System.nanoTime() < until) {
			long due = Math.min(Math.min(look, type), until);
			TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
			if (due == look) {
				look();
				look = System.nanoTime() + LOOK_NANOS;
			}
			else if (due == type && token.isEmpty()) {
				open();
				type = next();
			}
			else if (due == type) {
				save();
				type = next();
				if (++typed % CELLS_A_PAGE == 0) {
					open();
				}
			}
		}
	}

	private long next() {
		return System.nanoTime() + (long) ((2 + random.nextDouble() * 4) * 1e9);
	}

	void open() throws Exception {
		Connection.Answer answer = ask("GET", clerk.page(), "Accept-Encoding: gzip\r\n", new byte[0], times.pages());
		if (answer.status() == 200 && token.isEmpty()) {
			byte[] body = answer.header("Content-Encoding").equals("gzip") ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
			String page = new String(body, StandardCharsets.UTF_8);
			token = found(TOKEN, page);
			version = Integer.parseInt(found(VERSION, page));
			if (page.split("<input id=\"c").length <= CELLS) {
				throw new IOException("a page of fewer cells");
			}
		}
	}

	void save() throws Exception {
		byte[] body = ("{\"cells\":[{\"position\":" + random.nextInt(CELLS) + ",\"value\":\"" + random.nextInt(1_000_000) + "\",\"version\":" + version + "}]}").getBytes(StandardCharsets.UTF_8);
		Connection.Answer answer = ask("PATCH", api(""), "Content-Type: application/json\r\nX-CSRF-TOKEN: " + token + "\r\n", body, times.saves());
		if (answer.status() == 200) {
			version = Integer.parseInt(found(SAVED, answer.text()));
		}
	}

	/** Words and rows of others too, from where the last look left off. */
	void look() throws Exception {
		Connection.Answer answer = ask("GET", api("?since=" + version + "&words=" + asOf), "", new byte[0], times.looks());
		if (answer.status() == 200) {
			asOf = found(AS_OF, answer.text());
		}
	}

	/** Notes how long it took; what is not answered with 200 is counted, and its connection given up as browsers do. */
	private Connection.Answer ask(String method, String path, String headers, byte[] body, Queue<Long> took) throws IOException {
		Connection.Answer answer = connection.send(Connection.request(method, path, headers + "Cookie: " + clerk.cookie() + "\r\n", body));
		if (answer.status() == 200) {
			took.add(connection.firstByteNanos());
			return answer;
		}
		if (times.wrong().getAndIncrement() == 0) {
			System.err.println(answer.status() + " " + answer.text().substring(0, Math.min(500, answer.text().length())));
		}
		connection.close();
		connection = new Connection(port);
		return answer;
	}

	private String api(String query) {
		return clerk.page().replace("/bao-cao/nhap/", "/api/reporting/v1/sheets/") + query;
	}

	private static String found(Pattern pattern, String text) throws IOException {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new IOException("no " + pattern + " in " + text.substring(0, Math.min(300, text.length())));
		}
		return matcher.group(1);
	}

	@Override
	public void close() throws IOException {
		connection.close();
	}

}
