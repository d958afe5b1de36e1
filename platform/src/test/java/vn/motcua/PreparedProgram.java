package vn.motcua;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What programs of tests run from, as the door prepares it for people: class folders as jars, because the JVM remembers only what comes from jars, and one start
 * that it remembers (JEP 483, 514), with PostgreSQL's programs as that start unpacked them. Made once a build, by whichever process of the tests needs it first.
 */
final class PreparedProgram {

	/** They have to be the same in every start that uses what is remembered. */
	private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx384m", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED",
			"-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8");

	private static final Path FOLDER = Path.of("target", "test-program").toAbsolutePath();

	private static final Path REMEMBERED = FOLDER.resolve("program.aot");

	private static List<String> command = List.of();

	private PreparedProgram() {
	}

	/** What starts the program; its words follow. */
	static synchronized List<String> command() throws IOException {
		if (command.isEmpty()) {
			List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> !entry.endsWith("test-classes")).map(Path::of).toList();
			prepare(classPath);
			List<String> words = command(classPath);
			words.addAll(1, List.of("-XX:AOTCache=" + REMEMBERED, "-XX:AOTMode=auto", "-Xlog:aot*=off,cds*=off"));
			command = List.copyOf(words);
		}
		return command;
	}

	private static List<String> command(List<Path> classPath) {
		List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		words.addAll(JVM);
		words.addAll(List.of("-Dmotcua.home=" + Path.of("").toAbsolutePath().getParent(), "-Dmotcua.postgres=" + FOLDER, "-cp",
				String.join(File.pathSeparator, classPath.stream().map(entry -> Files.isDirectory(entry) ? jar(classPath, entry) : entry.toString()).toList()), "vn.motcua.MotCua"));
		return words;
	}

	private static String jar(List<Path> classPath, Path folder) {
		return FOLDER.resolve("classes-" + classPath.indexOf(folder) + ".jar").toString();
	}

	private static void prepare(List<Path> classPath) throws IOException {
		Files.createDirectories(FOLDER);
		Path stamp = FOLDER.resolve("stamp");
		try (FileChannel lock = FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = lock.lock()) {
			String state = state(classPath);
			if (Files.exists(stamp) && Files.readString(stamp).equals(state)) {
				return;
			}
			Files.deleteIfExists(stamp);
			for (Path entry : classPath) {
				if (Files.isDirectory(entry)) {
					pack(entry, Path.of(jar(classPath, entry)));
				}
			}
			remember(classPath);
			Files.writeString(stamp, state);
		}
	}

	/** Changes with every class and with what else is on the class path. */
	private static String state(List<Path> classPath) throws IOException {
		StringBuilder state = new StringBuilder();
		for (Path entry : classPath) {
			state.append(entry).append('\n');
			if (Files.isDirectory(entry)) {
				try (Stream<Path> files = Files.walk(entry)) {
					files.filter(Files::isRegularFile).sorted().forEach(file -> state.append(file).append(' ').append(file.toFile().length()).append(' ').append(file.toFile().lastModified())
						.append('\n'));
				}
			}
		}
		return state.toString();
	}

	private static void pack(Path folder, Path jar) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream packed = new JarOutputStream(file); Stream<Path> paths = Files.walk(folder)) {
			packed.setLevel(java.util.zip.Deflater.BEST_SPEED);
			for (Path path : paths.filter(path -> !path.equals(folder)).sorted().toList()) {
				packed.putNextEntry(new JarEntry(folder.relativize(path).toString() + (Files.isDirectory(path) ? "/" : "")));
				if (Files.isRegularFile(path)) {
					Files.copy(path, packed);
				}
			}
		}
		catch (UncheckedIOException unreadable) {
			throw unreadable.getCause();
		}
	}

	private static void remember(List<Path> classPath) throws IOException {
		Path data = FOLDER.resolve("warm");
		PostgresBinaries.delete(data);
		Files.deleteIfExists(REMEMBERED);
		List<String> words = command(classPath);
		words.add(1, "-XX:AOTCacheOutput=" + REMEMBERED);
		words.addAll(List.of("warm", "--port", "0", "--data", data.toString()));
		Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.onExit().join().exitValue() != 0) {
			throw new IOException("the program does not start: " + said);
		}
		try (Stream<Path> programs = Files.list(data.resolve("postgres"))) {
			for (Path unpacked : programs.filter(path -> path.getFileName().toString().startsWith("pgsql-")).toList()) {
				Path kept = FOLDER.resolve(unpacked.getFileName());
				PostgresBinaries.delete(kept);
				Files.move(unpacked, kept);
			}
		}
		PostgresBinaries.delete(data);
	}

}
