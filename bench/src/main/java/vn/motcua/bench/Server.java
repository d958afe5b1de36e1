package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import vn.motcua.load.Child;

/** The platform as a process of its own, on a folder that is removed afterwards. */
final class Server implements AutoCloseable {

	private final Child process;

	private Server(Child process) {
		this.process = process;
	}

	/** The program as people start it. */
	static Server product(Path data) throws IOException {
		return launch(List.of("./motcua", "start", "--no-build", "--port", "0", "--data", data.toString()));
	}

	/**
	 * The same program with addresses beside it that write plain bytes and start bare processes, to compare with. It neither opens a year of past periods
	 * by itself nor makes up the demonstration's reports while something else is measured.
	 */
	static Server withYardsticks(Path data) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xms256m", "-Xmx512m", "-XX:+UseCompactObjectHeaders",
				"--enable-native-access=ALL-UNNAMED", "-Dmotcua.reporting.opens-after=PT12H", "-Dmotcua.demo-figures=false", "-Dmotcua.home=" + System.getProperty("motcua.home"), "-cp",
				System.getProperty("java.class.path"), "vn.motcua.YardstickServer", "--port", "0", "--data", data.toString()));
		command.addAll(1, Stream.of(System.getenv().getOrDefault("MOTCUA_JAVA_OPTIONS", "").split(" ")).filter(option -> !option.isBlank()).toList());
		return launch(command);
	}

	private static Server launch(List<String> command) throws IOException {
		return new Server(Child.platform(command, Map.of(), System.err::println));
	}

	int port() {
		return process.port();
	}

	double readySeconds() {
		return process.readySeconds();
	}

	/** Resident memory of the JVM in MB. */
	double residentMb() throws IOException {
		return process.residentMb();
	}

	@Override
	public void close() {
		process.close();
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
