package vn.motcua.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Clerks of five hundred communes, each with an account, a session and a report of five hundred cells that have figures, as the period before and the year
 * before have. At month's end they work: each opens the page within a quarter of a minute, then types a cell every two to six seconds, which the page
 * saves by itself, and asks every four seconds what others saved, as the page does; after ten cells it opens the page again. Answers are compressed, as
 * browsers ask for. They work for three quarters of a minute before it counts. Then all open their page in the same moment.
 */
final class ReportingClerks {

	private static final int CLERKS = 500;

	private static final int CELLS = 500;

	private static final long WORK_NANOS = 60_000_000_000L;

	/** Before the minute that counts: a server runs for weeks, and its machine code for these pages is made once. */
	private static final long WARM_NANOS = 45_000_000_000L;

	private static final long COME_WITHIN_NANOS = 15_000_000_000L;

	private static final long LOOK_NANOS = 4_000_000_000L;

	private static final int CELLS_A_PAGE = 10;

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Pattern VERSION = Pattern.compile("name=\"v\" value=\"(\\d+)\"");

	private static final Pattern SAVED = Pattern.compile("\"version\":(\\d+)");

	private final Server server;

	private final ReportedValues values;

	private final List<Figure> figures;

	private final ConcurrentLinkedQueue<Long> pages = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<Long> saves = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<Long> looks = new ConcurrentLinkedQueue<>();

	private final AtomicInteger wrong = new AtomicInteger();

	ReportingClerks(Server server, ReportedValues values, List<Figure> figures) {
		this.server = server;
		this.values = values;
		this.figures = figures;
	}

	private record Clerk(String cookie, String page) {
	}

	void run() throws Exception {
		List<Clerk> clerks = clerks();
		alone(clerks.getFirst());
		work(clerks);
		burst(clerks);
	}

	private List<Clerk> clerks() throws Exception {
		List<Clerk> clerks = new ArrayList<>();
		List<String> agencies = new ArrayList<>();
		ReportingBenchmark.ask(server, "/yardstick/reporting/clerks?count=" + CLERKS).forEach(clerk -> {
			clerks.add(new Clerk(clerk.get(0).asString(), clerk.get(1).asString()));
			agencies.add(clerk.get(2).asString());
		});
		for (String period : List.of("2019-06", "2020-05", "2020-06")) {
			values.send(List.of(ReportedValues.large(period, agencies)));
		}
		ReportingBenchmark.ask(server, "/yardstick/reporting/settle");
		return clerks;
	}

	/** One client that never pauses, the page and a cell in turn. */
	private void alone(Clerk clerk) throws Exception {
		try (Desk desk = new Desk(clerk, 1)) {
			for (int i = 0; i < 300; i++) {
				if (i == 100) {
					pages.clear();
					saves.clear();
				}
				desk.open();
				desk.save();
			}
		}
		told("page of 500 cells, one clerk alone, first byte", pages, null);
		told("saving a cell, one clerk alone", saves, "≤ 20");
	}

	private void work(List<Clerk> clerks) throws Exception {
		work(clerks, WARM_NANOS);
		told("500 clerks in the first three quarters of a minute: saving a cell", saves, null);
		pages.clear();
		looks.clear();
		work(clerks, WORK_NANOS);
		double seconds = WORK_NANOS / 1e9;
		figures.add(Figure.of("500 clerks at work: pages opened", pages.size() / seconds, "/s"));
		figures.add(Figure.of("500 clerks at work: cells saved", saves.size() / seconds, "/s"));
		figures.add(Figure.of("500 clerks at work: looks at what others saved", looks.size() / seconds, "/s"));
		told("500 clerks at work: page of 500 cells, first byte", pages, "≤ 50");
		told("500 clerks at work: saving a cell", saves, "≤ 20");
		told("500 clerks at work: what others saved", looks, null);
		figures.add(Figure.of("500 clerks at work: asked and not answered", wrong.getAndSet(0), "").promise("0"));
	}

	private void work(List<Clerk> clerks, long nanos) throws Exception {
		long start = System.nanoTime();
		each(clerks, (desk, number) -> {
			LockSupport.parkNanos((long) (desk.random.nextDouble() * COME_WITHIN_NANOS));
			desk.work(start + nanos);
		});
	}

	private void burst(List<Clerk> clerks) throws Exception {
		CountDownLatch ready = new CountDownLatch(clerks.size());
		CountDownLatch go = new CountDownLatch(1);
		long[] began = new long[1];
		Thread starter = Thread.ofVirtual().start(() -> {
			try {
				ready.await();
				began[0] = System.nanoTime();
				go.countDown();
			}
			catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
			}
		});
		each(clerks, (desk, number) -> {
			desk.token = "-";
			ready.countDown();
			go.await();
			desk.open();
		});
		starter.join();
		figures.add(Figure.of("500 clerks open their page in one moment: until the last has it", (System.nanoTime() - began[0]) / 1e6, "ms"));
		told("500 clerks open their page in one moment: first byte", pages, null);
		figures.add(Figure.of("500 clerks open their page in one moment: not answered", wrong.getAndSet(0), "").promise("0"));
	}

	private interface Work {

		void at(Desk desk, int number) throws Exception;

	}

	private void each(List<Clerk> clerks, Work work) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Void>> working = new ArrayList<>();
			for (int i = 0; i < clerks.size(); i++) {
				int number = i;
				working.add(threads.submit((Callable<Void>) () -> {
					try (Desk desk = new Desk(clerks.get(number), number)) {
						work.at(desk, number);
					}
					return null;
				}));
			}
			for (Future<Void> one : working) {
				one.get();
			}
		}
	}

	private void told(String words, ConcurrentLinkedQueue<Long> nanos, String promise) {
		long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
		nanos.clear();
		if (sorted.length == 0) {
			throw new IllegalStateException(words + ": nobody was answered");
		}
		figures.add(Figure.of(words + ", p50", sorted[sorted.length / 2] / 1e6, "ms"));
		Figure p99 = Figure.of(words + ", p99", sorted[(int) (sorted.length * 0.99)] / 1e6, "ms");
		figures.add(promise == null ? p99 : p99.promise(promise));
	}

	/** One clerk's browser. */
	private final class Desk implements AutoCloseable {

		private Connection connection;

		private final Clerk clerk;

		/** The first numbers of {@link java.util.Random} are nearly the same for one clerk and the next: all would come in the same second. */
		private final SplittableRandom random;

		private String token = "";

		private int version;

		Desk(Clerk clerk, int number) throws IOException {
			this.connection = new Connection(server.port());
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
			Connection.Answer answer = ask("GET", clerk.page(), "Accept-Encoding: gzip\r\n", new byte[0], pages);
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
			Connection.Answer answer = ask("PATCH", api(""), "Content-Type: application/json\r\nX-CSRF-TOKEN: " + token + "\r\n", body, saves);
			if (answer.status() == 200) {
				version = Integer.parseInt(found(SAVED, answer.text()));
			}
		}

		void look() throws Exception {
			ask("GET", api("?since=" + version), "", new byte[0], looks);
		}

		/** Notes how long it took; what is not answered with 200 is counted, and its connection given up as browsers do. */
		private Connection.Answer ask(String method, String path, String headers, byte[] body, ConcurrentLinkedQueue<Long> times) throws IOException {
			Connection.Answer answer = connection.send(Connection.request(method, path, headers + "Cookie: " + clerk.cookie() + "\r\n", body));
			if (answer.status() == 200) {
				times.add(connection.firstByteNanos());
				return answer;
			}
			if (wrong.getAndIncrement() == 0) {
				System.err.println(answer.status() + " " + answer.text().substring(0, Math.min(500, answer.text().length())));
			}
			connection.close();
			connection = new Connection(server.port());
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

}
