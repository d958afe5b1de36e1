package vn.motcua;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import vn.motcua.load.Child;

/**
 * The platform as a process of its own, the way {@code ./motcua start} runs it, for tests that kill it. Years of made-up figures, which the demonstration writes for
 * a minute after its first start, are left out: no test of these looks at them.
 */
final class Program implements AutoCloseable {

	private static final String WITHOUT_FIGURES = "-Dmotcua.demo-figures=false";

	/** It runs for seconds: code that is compiled best comes too late. */
	private static final List<String> QUICK = List.of("-Xms256m", "-XX:TieredStopAtLevel=1", WITHOUT_FIGURES);

	private static final List<String> SHIPPED = List.of("-Xms256m", WITHOUT_FIGURES);

	private final Child process;

	private final Path data;

	private Program(Child process, Path data) {
		this.process = process;
		this.data = data;
	}

	static Program start(Path data) throws IOException {
		return start(data, 0, Map.of());
	}

	/** @param settings variables of the environment */
	static Program start(Path data, int port, Map<String, String> settings) throws IOException {
		return start(QUICK, data, port, settings);
	}

	/** As the door starts it, for what memory and speed matter to. @param settings variables of the environment */
	static Program startAsShipped(Path data, Map<String, String> settings) throws IOException {
		return start(SHIPPED, data, 0, settings);
	}

	private static Program start(List<String> options, Path data, int port, Map<String, String> settings) throws IOException {
		return new Program(Child.platform(command(options, "start", "--port", Integer.toString(port), "--data", data.toString()), settings, _ -> { }), data);
	}

	/** Runs a command to its end. */
	static Finished run(String... words) throws IOException, InterruptedException {
		return run(Map.of(), words);
	}

	/** @param settings variables of the environment */
	static Finished run(Map<String, String> settings, String... words) throws IOException, InterruptedException {
		ProcessBuilder command = new ProcessBuilder(command(QUICK, words)).redirectErrorStream(true);
		command.environment().putAll(settings);
		Process process = command.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (!process.waitFor(120, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		}
		return new Finished(process.exitValue(), output);
	}

	record Finished(int status, String output) {
	}

	/** What starts the program with these words. */
	static List<String> command(String... words) throws IOException {
		return command(QUICK, words);
	}

	private static List<String> command(List<String> options, String... words) throws IOException {
		List<String> command = new ArrayList<>(PreparedProgram.command());
		command.addAll(1, options);
		command.addAll(List.of(words));
		return command;
	}

	/** A port of this machine that nobody has at the moment. */
	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	int port() {
		return process.port();
	}

	/** The most memory the process has had since it began, heap and all else. */
	double mostMemoryMb() throws IOException {
		return process.mostResidentMb();
	}

	/** As a power cut takes it: the program at once, and its database server too where asked. */
	void kill(boolean database) throws IOException, InterruptedException {
		process.kill();
		if (database) {
			Child.killDatabase(data);
		}
	}

	@Override
	public void close() {
		process.close();
	}

}
