package vn.motcua.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process that is started, waited for until it says that it is ready, and killed: the platform, or one that works with it. */
public final class Child implements AutoCloseable {

	private static final String PLATFORM_READY = "Một Cửa is ready: http://localhost:";

	private static final int KEPT_LINES = 200;

	private final Process process;

	private final Consumer<String> heard;

	private final Deque<String> said = new ArrayDeque<>();

	private int port;

	private double readySeconds;

	private Child(Process process, Consumer<String> heard) {
		this.process = process;
		this.heard = heard;
	}

	/** A process that need not say anything. */
	static Child start(List<String> command) throws IOException {
		Child child = launched(command, Map.of(), _ -> { });
		BufferedReader output = child.output();
		Thread.ofVirtual().start(() -> child.listen(output));
		return child;
	}

	/** The platform, once it is ready. */
	public static Child platform(List<String> command) throws IOException {
		return platform(command, Map.of(), _ -> { });
	}

	/**
	 * The platform, once it is ready.
	 * @param environment variables beside those of this process
	 * @param heard gets each line that it says
	 * @throws IOException with what it said, when it ends before
	 */
	public static Child platform(List<String> command, Map<String, String> environment, Consumer<String> heard) throws IOException {
		long start = System.nanoTime();
		Child child = launched(command, environment, heard);
		BufferedReader output = child.output();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			child.keep(line);
			if (line.startsWith(PLATFORM_READY)) {
				child.port = Integer.parseInt(line.substring(PLATFORM_READY.length()).strip());
				child.readySeconds = (System.nanoTime() - start) / 1e9;
				Thread.ofVirtual().start(() -> child.listen(output));
				return child;
			}
		}
		throw new IOException("did not start: " + child.said());
	}

	private static Child launched(List<String> command, Map<String, String> environment, Consumer<String> heard) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(environment);
		return new Child(builder.start(), heard);
	}

	private BufferedReader output() {
		return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	private void listen(BufferedReader output) {
		try {
			output.lines().forEach(this::keep);
		}
		catch (UncheckedIOException killed) {
			// the process is gone, and its output with it
		}
	}

	private void keep(String line) {
		heard.accept(line);
		synchronized (said) {
			said.add(line);
			if (said.size() > KEPT_LINES) {
				said.removeFirst();
			}
		}
	}

	/** The last lines of it. */
	public String said() {
		synchronized (said) {
			return String.join("\n", said);
		}
	}

	/** Where the platform listens. */
	public int port() {
		return port;
	}

	/** From the command until the first request would succeed. */
	public double readySeconds() {
		return readySeconds;
	}

	/** Resident memory, heap and all else, as Linux counts it. */
	public double residentMb() throws IOException {
		return memoryMb("VmRSS:");
	}

	/** The most resident memory since it began. */
	public double mostResidentMb() throws IOException {
		return memoryMb("VmHWM:");
	}

	private double memoryMb(String word) throws IOException {
		String line = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream().filter(one -> one.startsWith(word)).findFirst().orElseThrow();
		return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
	}

	/** As a power cut takes it. */
	public void kill() throws InterruptedException {
		process.destroyForcibly();
		process.waitFor(30, TimeUnit.SECONDS);
	}

	/** The database server that works on a folder, with all that belongs to it. */
	public static void killDatabase(Path data) throws IOException {
		Path pid = data.resolve("postgres/data/postmaster.pid");
		if (Files.exists(pid)) {
			ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip())).ifPresent(ProcessHandle::destroyForcibly);
		}
	}

	@Override
	public void close() {
		process.destroy();
		try {
			if (!process.waitFor(60, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

}
