package vn.motcua.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The platform as a process of its own, on a folder that is removed afterwards. */
final class Server implements AutoCloseable {

	private static final String READY = "Một Cửa is ready: http://localhost:";

	private final Process process;

	private final int port;

	private final double readySeconds;

	private Server(Process process, int port, double readySeconds) {
		this.process = process;
		this.port = port;
		this.readySeconds = readySeconds;
	}

	/** The program as people start it. */
	static Server product(Path data) throws IOException {
		return launch(List.of("./motcua", "start", "--no-build", "--port", "0", "--data", data.toString()));
	}

	/**
	 * The same program with addresses beside it that write plain bytes and start bare processes, to compare with. It does not open a year of past periods
	 * by itself while something else is measured.
	 */
	static Server withYardsticks(Path data) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xms256m", "-Xmx512m", "-XX:+UseCompactObjectHeaders",
				"--enable-native-access=ALL-UNNAMED", "-Dmotcua.reporting.opens-after=PT12H", "-Dmotcua.home=" + System.getProperty("motcua.home"), "-cp",
				System.getProperty("java.class.path"), "vn.motcua.YardstickServer", "--port", "0", "--data", data.toString()));
		command.addAll(1, Stream.of(System.getenv().getOrDefault("MOTCUA_JAVA_OPTIONS", "").split(" ")).filter(option -> !option.isBlank()).toList());
		return launch(command);
	}

	private static Server launch(List<String> command) throws IOException {
		long start = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		for (String line = said.readLine(); line != null; line = said.readLine()) {
			if (line.startsWith(READY)) {
				double seconds = (System.nanoTime() - start) / 1e9;
				Thread.ofVirtual().start(() -> repeat(said));
				return new Server(process, Integer.parseInt(line.substring(READY.length()).strip()), seconds);
			}
			System.err.println(line);
		}
		throw new IOException("the server did not start");
	}

	/** What the server says until it is closed. */
	private static void repeat(BufferedReader said) {
		try {
			said.lines().forEach(System.err::println);
		}
		catch (UncheckedIOException closed) {
			// the process is gone, and its output with it
		}
	}

	int port() {
		return port;
	}

	double readySeconds() {
		return readySeconds;
	}

	/** Resident memory of the JVM in MB. */
	double residentMb() throws IOException {
		for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
			if (line.startsWith("VmRSS:")) {
				return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
			}
		}
		throw new IOException("no VmRSS");
	}

	@Override
	public void close() {
		process.destroy();
		try {
			if (!process.waitFor(60, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	static Path freshFolder() throws IOException {
		return Files.createTempDirectory("motcua-bench-");
	}

	static void delete(Path folder) throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
	}

}
