package vn.motcua.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import vn.motcua.sdk.DigestTree;
import vn.motcua.sdk.SyncLine;

/**
 * Many senders at once, each with dossiers of its own: lines out of order and late, every batch twice in parallel, every fifth sender at a trickle, every fifth
 * cut off in the middle of each batch before it sends it again. What the ledger must hold afterwards is known line by line.
 */
public final class Senders {

	private static final int KINDS = 5;

	private static final int SLOW = 1;

	private static final int CUT = 2;

	private static final int PACKED = 3;

	private static final int MOST_TRIES = 200;

	private static final Pattern ANSWER = Pattern.compile("\"seq\":(\\d+),\"code\":\"([^\"]+)\",\"result\":\"(\\w+)\"");

	private final URI origin;

	private final String agency;

	private final LocalDate day;

	private final long seed;

	private final List<History> histories = Collections.synchronizedList(new ArrayList<>());

	private final Map<String, AtomicInteger> firsts = new ConcurrentHashMap<>();

	private final AtomicLong answered = new AtomicLong();

	private final AtomicLong waited = new AtomicLong();

	private final AtomicLong cut = new AtomicLong();

	private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

	/** @param agency the dossiers' agency @param day the day in their codes; nobody else may use it */
	public Senders(URI origin, String agency, LocalDate day, long seed) {
		this.origin = origin;
		this.agency = agency;
		this.day = day;
		this.seed = seed;
	}

	/**
	 * What happened.
	 *
	 * @param lines that were made up
	 * @param answers that came for them; each was sent twice at least
	 * @param waits how often a sender was told to come again
	 * @param cuts how often a connection was cut in the middle
	 * @param wrong what should not have been, empty when all was as it must be
	 */
	public record Report(long lines, long answers, long waits, long cuts, double seconds, List<String> wrong) {
	}

	/** @param tokens each of an agency's system; senders share them in turn */
	public Report run(List<String> tokens, int senders, int batches, int dossiersABatch) throws InterruptedException {
		long start = System.nanoTime();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> running = new ArrayList<>();
			for (int sender = 0; sender < senders; sender++) {
				int number = sender;
				running.add(threads.submit(() -> send(threads, tokens.get(number % tokens.size()), number, batches, dossiersABatch)));
			}
			for (Future<?> one : running) {
				finish(one);
			}
		}
		long lines = histories.stream().mapToLong(history -> history.lines().size()).sum();
		histories.forEach(history -> history.lines().forEach(line -> {
			int times = firsts.getOrDefault(key(line.code(), line.seq()), new AtomicInteger()).get();
			if (times != 1) {
				wrong.add(key(line.code(), line.seq()) + " was recorded " + times + " times");
			}
		}));
		return new Report(lines, answered.get(), waited.get(), cut.get(), (System.nanoTime() - start) / 1e9, List.copyOf(wrong));
	}

	/** What the ledger must hold of the day. */
	public DigestTree expected() {
		DigestTree tree = new DigestTree();
		histories.forEach(history -> history.lines().forEach(line -> tree.add(line.code(), line.seq(), line.digest())));
		return tree;
	}

	/** What each dossier must be: national statuses by code. */
	public Map<String, Integer> statuses() {
		Map<String, Integer> statuses = new HashMap<>();
		histories.forEach(history -> statuses.put(history.code(), history.status().number()));
		return statuses;
	}

	private Void send(ExecutorService threads, String token, int sender, int batches, int dossiersABatch) throws Exception {
		Random random = new Random(seed * 31 + sender);
		List<SyncLine> lines = new ArrayList<>();
		for (int i = 0; i < batches * dossiersABatch; i++) {
			History history = History.of(agency, day, 10_000 + sender * batches * dossiersABatch + i, random);
			histories.add(history);
			lines.addAll(history.lines());
		}
		Collections.shuffle(lines, random);
		int size = (lines.size() + batches - 1) / batches;
		for (int from = 0; from < lines.size(); from += size) {
			byte[] body = body(lines.subList(from, Math.min(lines.size(), from + size)), sender % KINDS == PACKED);
			Future<?> twin = threads.submit(() -> deliver(token, sender, body, false));
			deliver(token, sender, body, true);
			finish(twin);
		}
		return null;
	}

	private static byte[] body(List<SyncLine> lines, boolean packed) throws IOException {
		StringBuilder text = new StringBuilder();
		lines.forEach(line -> text.append(line.toJson()).append('\n'));
		byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
		if (!packed) {
			return plain;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(plain);
		}
		return bytes.toByteArray();
	}

	private Void deliver(String token, int sender, byte[] body, boolean first) throws IOException {
		String headers = "Authorization: Bearer " + token + "\r\nContent-Type: application/x-ndjson\r\n" + (sender % KINDS == PACKED ? "Content-Encoding: gzip\r\n" : "");
		Random random = new Random(seed + sender * 7L + (first ? 1 : 0));
		if (sender % KINDS == CUT && first) {
			Wire.send(origin, "POST", "/api/sync/v1/events", headers, body, Wire.Way.cut(random.nextDouble()));
			cut.incrementAndGet();
		}
		Wire.Way way = sender % KINDS == SLOW && first ? Wire.Way.trickle(8, 40) : Wire.Way.plain();
		for (int tried = 1;; tried++) {
			Wire.Answer answer = Wire.send(origin, "POST", "/api/sync/v1/events", headers, body, way);
			if (answer.status() == 200) {
				note(answer.body());
				return null;
			}
			boolean again = answer.status() == 429 && answer.retryAfter() > 0 || answer.status() == 409;
			if (!again || tried == MOST_TRIES) {
				wrong.add("sender " + sender + " was answered " + answer);
				return null;
			}
			waited.incrementAndGet();
			LockSupport.parkNanos(answer.retryAfter() * 1_000_000_000L + random.nextLong(1_000_000_000L));
		}
	}

	private void note(String body) {
		for (String line : body.split("\n")) {
			Matcher said = ANSWER.matcher(line);
			if (!said.find() || said.group(3).equals("rejected")) {
				wrong.add(line);
				continue;
			}
			answered.incrementAndGet();
			if (!said.group(3).equals("duplicate")) {
				firsts.computeIfAbsent(key(said.group(2), Integer.parseInt(said.group(1))), _ -> new AtomicInteger()).incrementAndGet();
			}
		}
	}

	private void finish(Future<?> one) throws InterruptedException {
		try {
			one.get();
		}
		catch (ExecutionException failed) {
			wrong.add(String.valueOf(failed.getCause()));
		}
	}

	private static String key(String code, int seq) {
		return code + "/" + seq;
	}

}
