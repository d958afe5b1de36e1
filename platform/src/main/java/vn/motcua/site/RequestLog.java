package vn.motcua.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One JSON line a request in {@code requests.log} of the data folder: the route, never what stands in its place-holders or in
 * the query. Lines are written by a thread of their own; when it cannot keep up, lines are dropped and counted rather than
 * people kept waiting.
 */
@Component
class RequestLog implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

	private static final int MOST_WAITING = 16_384;

	private static final long MOST_BYTES = 64L << 20;

	private static final int KEPT_FILES = 4;

	private final ArrayBlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

	private final AtomicLong dropped = new AtomicLong();

	private final Path file;

	private final Clock clock;

	private final Thread writer = Thread.ofPlatform().daemon().name("request-log").unstarted(this::work);

	private volatile boolean stopped;

	RequestLog(@Value("${motcua.data}") Path data, Clock clock) {
		this.file = data.resolve("requests.log");
		this.clock = clock;
		writer.start();
	}

	private record Line(Instant at, String method, String route, int status, String trace, long tookNs) {
	}

	void write(HttpServletRequest request, int status, String trace, long tookNs) {
		if (!waiting.offer(new Line(clock.instant(), request.getMethod(), route(request), status, trace, tookNs))) {
			dropped.incrementAndGet();
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		stopped = true;
		writer.join(2000);
	}

	/** The pattern of the route; of an address without one, only its first part. */
	private static String route(HttpServletRequest request) {
		if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
			return pattern;
		}
		String path = request.getRequestURI();
		int second = path.indexOf('/', 1);
		return second < 0 || request.getAttribute(PublicPagesFilter.FROM_MEMORY) != null ? path : path.substring(0, second) + "/…";
	}

	private void work() {
		List<Line> lines = new ArrayList<>();
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			while (!stopped || !waiting.isEmpty()) {
				Line first = waiting.poll(200, TimeUnit.MILLISECONDS);
				if (first != null) {
					lines.add(first);
					waiting.drainTo(lines, 4096);
					append(lines);
					lines.clear();
				}
			}
		}
		catch (IOException unwritable) {
			LOG.error("The request log cannot be written: {}", unwritable.toString());
		}
		catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
		}
	}

	private void append(List<Line> lines) throws IOException {
		StringBuilder text = new StringBuilder(lines.size() * 140);
		lines.forEach(line -> append(text, line));
		long lost = dropped.getAndSet(0);
		if (lost > 0) {
			text.append("{\"dropped\":").append(lost).append("}\n");
		}
		if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
			turnOver();
		}
		try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			out.write(text.toString().getBytes(StandardCharsets.UTF_8));
		}
	}

	private void turnOver() throws IOException {
		for (int number = KEPT_FILES - 1; number >= 0; number--) {
			Path from = number == 0 ? file : file.resolveSibling("requests.log." + number);
			if (Files.exists(from)) {
				Files.move(from, file.resolveSibling("requests.log." + (number + 1)), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private static void append(StringBuilder text, Line line) {
		text.append("{\"at\":\"").append(line.at).append("\",\"method\":\"").append(plain(line.method)).append("\",\"route\":\"").append(plain(line.route))
			.append("\",\"status\":").append(line.status).append(",\"us\":").append(line.tookNs / 1000).append(",\"trace\":\"").append(line.trace)
			.append("\"}\n");
	}

	private static String plain(String text) {
		boolean safe = text.length() <= 200 && text.chars().allMatch(letter -> letter >= ' ' && letter != '"' && letter != '\\');
		return safe ? text : text.substring(0, Math.min(text.length(), 200)).replaceAll("[\"\\\\\\x00-\\x1f]", "?");
	}

}
