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
import java.util.concurrent.TimeUnit;

/** A process that is started, waited for until it says that it is ready, and killed. */
public final class Child implements AutoCloseable {

	private static final int KEPT_LINES = 200;

	private final Process process;

	private final double readySeconds;

	private final Deque<String> said = new ArrayDeque<>();

	private Child(Process process, double readySeconds) {
		this.process = process;
		this.readySeconds = readySeconds;
	}

	/** @param ready beginning of the line that says so, empty when the process need not say anything */
	static Child start(List<String> command, String ready) throws IOException {
		long start = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		StringBuilder before = new StringBuilder();
		while (!ready.isEmpty()) {
			String line = output.readLine();
			if (line == null) {
				throw new IOException("did not start: " + before);
			}
			before.append(line).append('\n');
			if (line.startsWith(ready)) {
				break;
			}
		}
		Child child = new Child(process, (System.nanoTime() - start) / 1e9);
		Thread.ofVirtual().start(() -> child.listen(output));
		return child;
	}

	private void listen(BufferedReader output) {
		try {
			output.lines().forEach(this::keep);
		}
		catch (UncheckedIOException killed) {
			// the process is gone, and its output with it
		}
	}

	private synchronized void keep(String line) {
		said.add(line);
		if (said.size() > KEPT_LINES) {
			said.removeFirst();
		}
	}

	synchronized String said() {
		return String.join("\n", said);
	}

	double readySeconds() {
		return readySeconds;
	}

	boolean alive() {
		return process.isAlive();
	}

	/** As a power cut takes it. */
	void kill() throws InterruptedException {
		process.destroyForcibly();
		process.waitFor(30, TimeUnit.SECONDS);
	}

	/** The database server that works on a folder, with all that belongs to it. */
	static void killDatabase(Path data) throws IOException {
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
