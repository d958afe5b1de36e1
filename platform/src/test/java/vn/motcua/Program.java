package vn.motcua;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The platform as a process of its own, the way {@code ./motcua start} runs it, for tests that kill it. */
final class Program implements AutoCloseable {

	private static final String READY = "Một Cửa is ready: http://localhost:";

	private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

	private static final List<String> SHIPPED = List.of("-Xms256m", "-XX:+UseCompactObjectHeaders");

	private final Process process;

	private final Path data;

	private final int port;

	private final List<String> said;

	private Program(Process process, Path data, int port, List<String> said) {
		this.process = process;
		this.data = data;
		this.port = port;
		this.said = said;
	}

	static Program start(Path data, String... more) throws IOException {
		List<String> words = new ArrayList<>(List.of("start", "--port", "0", "--data", data.toString()));
		words.addAll(List.of(more));
		return started(launch(QUICK, words, Map.of()), data);
	}

	/** @param settings variables of the environment */
	static Program start(Path data, int port, Map<String, String> settings) throws IOException {
		return started(launch(QUICK, List.of("start", "--port", Integer.toString(port), "--data", data.toString()), settings), data);
	}

	/** As the door starts it, for what memory and speed matter to. @param settings variables of the environment */
	static Program startAsShipped(Path data, Map<String, String> settings) throws IOException {
		return started(launch(SHIPPED, List.of("start", "--port", "0", "--data", data.toString()), settings), data);
	}

	private static Program started(Process process, Path data) throws IOException {
		List<String> said = java.util.Collections.synchronizedList(new ArrayList<>());
		BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			said.add(line);
			if (line.startsWith(READY)) {
				Thread.ofVirtual().start(() -> listen(output, said));
				return new Program(process, data, Integer.parseInt(line.substring(READY.length()).strip()), said);
			}
		}
		throw new IOException("the program did not start: " + String.join("\n", said));
	}

	private static void listen(BufferedReader output, List<String> said) {
		try {
			output.lines().forEach(said::add);
		}
		catch (UncheckedIOException killed) {
			// the process is gone, and its output with it
		}
	}

	/** Runs a command to its end. */
	static Finished run(String... words) throws IOException, InterruptedException {
		Process process = launch(QUICK, List.of(words), Map.of());
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (!process.waitFor(120, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		}
		return new Finished(process.exitValue(), output);
	}

	record Finished(int status, String output) {
	}

	private static Process launch(List<String> options, List<String> words, Map<String, String> settings) throws IOException {
		List<String> command = command(options);
		command.addAll(words);
		ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
		program.environment().putAll(settings);
		return program.start();
	}

	/** What starts the program; its words follow. */
	static List<String> command() {
		return command(QUICK);
	}

	private static List<String> command(List<String> options) {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx384m",
				"-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8",
				"-Dmotcua.home=" + Path.of("").toAbsolutePath().getParent(), "-cp", classPath(), "vn.motcua.MotCua"));
		command.addAll(1, options);
		return command;
	}

	/** What the product runs with: the tests' own classes stay out. */
	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).filter(entry -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(java.io.File.pathSeparator));
	}

	int port() {
		return port;
	}

	/** The most memory the process has had since it began, heap and all else, as Linux counts it. */
	long mostMemoryMb() throws IOException {
		String line = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream().filter(one -> one.startsWith("VmHWM:")).findFirst().orElseThrow();
		return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
	}

	long pid() {
		return process.pid();
	}

	boolean said(String words) {
		return said.stream().anyMatch(line -> line.contains(words));
	}

	/** As a power cut takes it: the program at once, and its database server too where asked. */
	void kill(boolean database) throws IOException, InterruptedException {
		process.destroyForcibly();
		process.waitFor(30, TimeUnit.SECONDS);
		if (database) {
			String pid = Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).getFirst().strip();
			ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
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
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
