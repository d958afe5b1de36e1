package vn.motcua;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * A second PostgreSQL that has just been made, to restore a logical dump on: it brings every row and counter, as {@code
 * pg_dump} does, and not the number of transactions the first server has counted.
 */
public final class OtherServer {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static EmbeddedPostgres server;

	private OtherServer() {
	}

	/** Connection properties of a new, empty database there. */
	public static synchronized Map<String, Object> properties() throws SQLException {
		if (server == null) {
			Path folder = TestDatabase.folder("test-other");
			try {
				PostgresBinaries.delete(folder);
			}
			catch (java.io.IOException failed) {
				throw new java.io.UncheckedIOException(failed);
			}
			server = EmbeddedPostgres.start(folder);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> server.close()));
		}
		String name = "restored_" + NUMBER.incrementAndGet();
		server.createDatabase(name);
		return Map.of("motcua.database.url", server.url(name), "motcua.database.user", server.user(), "motcua.database.password", server.password());
	}

	/** Lets a server count so many transactions. */
	public static void count(DataSource database, int transactions) throws SQLException {
		try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.execute("do $$ begin for i in 1.." + transactions + " loop perform pg_current_xact_id(); commit; end loop; end $$");
		}
	}

	/** Takes the rows of tables over as they are. */
	public static void restore(DataSource from, DataSource to, String... tables) throws Exception {
		try (Connection source = from.getConnection(); Connection target = to.getConnection()) {
			for (String table : tables) {
				ByteArrayOutputStream rows = new ByteArrayOutputStream();
				new CopyManager(source.unwrap(BaseConnection.class)).copyOut("copy (select * from " + table + ") to stdout", rows);
				new CopyManager(target.unwrap(BaseConnection.class)).copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
			}
		}
	}

}
