package vn.motcua;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A real PostgreSQL for the tests: one server a test run, a fresh database for each application context. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static volatile EmbeddedPostgres server;

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", properties()));
	}

	/** Connection properties of a new, empty database. */
	public static java.util.Map<String, Object> properties() {
		EmbeddedPostgres postgres = server();
		String name = "test_" + NUMBER.incrementAndGet();
		try {
			postgres.createDatabase(name);
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
		return java.util.Map.of("motcua.database.url", postgres.url(name), "motcua.database.user", postgres.user(), "motcua.database.password",
				postgres.password(), "motcua.data", folder().resolve(name).toString(), "motcua.database.connections", 12, "motcua.demo-figures", false, "motcua.tls-proxies", "127.0.0.1,0:0:0:0:0:0:0:1");
	}

	private static synchronized EmbeddedPostgres server() {
		if (server == null) {
			try {
				PostgresBinaries.delete(folder());
			}
			catch (java.io.IOException failed) {
				throw new java.io.UncheckedIOException(failed);
			}
			server = EmbeddedPostgres.start(folder().resolve("postgres"));
			waitForNoDisk(server);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> server.close()));
		}
		return server;
	}

	/** This server is thrown away and never killed. Tests that kill start servers of their own, with the settings of the product. */
	private static void waitForNoDisk(EmbeddedPostgres postgres) {
		try (Connection connection = DriverManager.getConnection(postgres.url("postgres"), postgres.user(), postgres.password()); Statement statement = connection.createStatement()) {
			statement.execute("alter system set fsync = off");
			statement.execute("alter system set full_page_writes = off");
			statement.execute("select pg_reload_conf()");
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static Path folder() {
		return folder("test-var");
	}

	/** A folder of this process alone: the classes of a run are shared out among several. */
	static Path folder(String name) {
		return Path.of("target", name, System.getProperty("motcua.test.process", "process-1")).toAbsolutePath();
	}

}
