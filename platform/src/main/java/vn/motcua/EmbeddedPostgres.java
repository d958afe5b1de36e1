package vn.motcua;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A real PostgreSQL server of the platform's own under a folder, with durable settings. One program owns the folder at a
 * time (a file lock); a server that a killed program left running is recognised by its process and taken over as it is; a
 * stale process file is removed, a living stranger's never.
 */
final class EmbeddedPostgres implements AutoCloseable {

	static final String USER = "motcua";

	private static final String SETTINGS = """
			listen_addresses = '127.0.0.1'
			unix_socket_directories = ''
			max_connections = 120
			shared_buffers = 192MB
			max_wal_size = 4GB
			wal_compression = on
			random_page_cost = 1.1
			jit = off
			max_locks_per_transaction = 512
			timezone = 'UTC'
			log_timezone = 'UTC'
			log_min_messages = warning
			log_min_error_statement = panic
			""";

	private final Path folder;

	private final PostgresBinaries binaries;

	private final FileLock lock;

	private final int port;

	private final String password;

	private EmbeddedPostgres(Path folder, PostgresBinaries binaries, FileLock lock, int port, String password) {
		this.folder = folder;
		this.binaries = binaries;
		this.lock = lock;
		this.port = port;
		this.password = password;
	}

	/** The server cannot start, and why, in a sentence. */
	static final class CannotStart extends RuntimeException {

		CannotStart(String message) {
			super(message, null, false, false);
		}

	}

	static EmbeddedPostgres start(Path folder) {
		return start(folder, claim(folder));
	}

	/** Makes a folder this program's own, until it ends or gives it back. */
	static FileLock claim(Path folder) {
		try {
			Files.createDirectories(folder);
			return lock(folder);
		}
		catch (IOException failed) {
			throw cannotStart(folder, failed);
		}
	}

	/** @param lock of the folder, see {@link #claim} */
	static EmbeddedPostgres start(Path folder, FileLock lock) {
		try {
			PostgresBinaries binaries = PostgresBinaries.unpacked(folder);
			Path data = folder.resolve("data");
			String password = password(folder);
			if (!Files.exists(data.resolve("PG_VERSION"))) {
				initialise(binaries, folder, data);
			}
			Files.writeString(data.resolve("motcua.conf"), SETTINGS);
			int port = runningPort(data).orElse(0);
			if (port == 0) {
				port = launch(binaries, folder, data);
			}
			EmbeddedPostgres server = new EmbeddedPostgres(folder, binaries, lock, port, password);
			server.createDatabase("motcua");
			return server;
		}
		catch (IOException | SQLException failed) {
			throw cannotStart(folder, failed);
		}
	}

	private static CannotStart cannotStart(Path folder, Exception failed) {
		return new CannotStart("PostgreSQL cannot start under " + folder + ": " + failed.getMessage());
	}

	String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
	}

	String user() {
		return USER;
	}

	String password() {
		return password;
	}

	void createDatabase(String name) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password); var statement = connection.createStatement()) {
			try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
				if (found.next()) {
					return;
				}
			}
			statement.execute("create database " + name);
		}
	}

	/** Stops the server once every connection has ended its work, and gives the folder back. */
	@Override
	public void close() {
		try {
			binaries.run("pg_ctl", "stop", "-w", "-t", "60", "-s", "-m", "fast", "-D", folder.resolve("data").toString());
		}
		finally {
			try {
				lock.channel().close();
			}
			catch (IOException alreadyClosed) {
				// the lock went with it
			}
		}
	}

	private static FileLock lock(Path folder) throws IOException {
		FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return lock;
			}
		}
		catch (OverlappingFileLockException sameProgram) {
			// refused below
		}
		channel.close();
		throw new CannotStart("Another Một Cửa is running on " + folder.getParent() + ". Stop it first, or choose another folder with --data.");
	}

	private static String password(Path folder) throws IOException {
		Path file = folder.resolve("password");
		if (!Files.exists(file)) {
			byte[] random = new byte[24];
			new SecureRandom().nextBytes(random);
			Path fresh = Files.createTempFile(folder, "password", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(fresh, HexFormat.of().formatHex(random));
			Files.move(fresh, file);
		}
		return Files.readString(file).strip();
	}

	/** Into a folder beside, moved into place when it is whole: a kill in the middle leaves nothing half made. */
	private static void initialise(PostgresBinaries binaries, Path folder, Path data) throws IOException {
		Path fresh = folder.resolve("data.new");
		PostgresBinaries.delete(fresh);
		binaries.run("initdb", "-D", fresh.toString(), "-U", USER, "-A", "scram-sha-256", "--pwfile=" + folder.resolve("password"), "-E", "UTF8",
				"--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");
		Files.writeString(fresh.resolve("postgresql.conf"), "\ninclude_if_exists = 'motcua.conf'\n", StandardOpenOption.APPEND);
		Files.move(fresh, data);
	}

	/**
	 * A server that was killed may leave children that hold its memory for a moment; they end by themselves. A free port may be
	 * taken before the server has it: each try looks for another.
	 */
	private static int launch(PostgresBinaries binaries, Path folder, Path data) throws IOException {
		Path log = folder.resolve("postgres.log");
		for (int tries = 0;; tries++) {
			int port = freePort();
			try {
				binaries.run("pg_ctl", "start", "-w", "-t", "120", "-s", "-D", data.toString(), "-l", log.toString(), "-o", "-p " + port);
				return port;
			}
			catch (CannotStart cannot) {
				if (tries == 20) {
					throw cannot;
				}
				LockSupport.parkNanos(500_000_000L);
			}
		}
	}

	private static Optional<Integer> runningPort(Path data) throws IOException {
		Path file = data.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		List<String> lines = new ArrayList<>(Files.readAllLines(file));
		if (lines.size() >= 8 && lines.get(7).strip().equals("ready") && isPostgresOf(lines.get(0).strip(), data)) {
			return Optional.of(Integer.parseInt(lines.get(3).strip()));
		}
		if (!lines.isEmpty() && isPostgresOf(lines.get(0).strip(), data)) {
			return Optional.empty();
		}
		Files.delete(file);
		return Optional.empty();
	}

	private static boolean isPostgresOf(String pid, Path data) {
		try {
			Path process = Path.of("/proc", Long.toString(Math.abs(Long.parseLong(pid))));
			String command = Files.readString(process.resolve("cmdline"));
			return command.contains("postgres") && command.contains(data.toString());
		}
		catch (IOException | NumberFormatException gone) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
