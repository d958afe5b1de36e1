package vn.motcua;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL for the tests: one server a test run, a fresh database for each application context. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final Set<String> ROOMS = new HashSet<>();

	private static volatile EmbeddedPostgres server;

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", properties()));
	}

	/** Connection properties of a new, empty database. */
	public static Map<String, Object> properties() {
		String name = "test_" + NUMBER.incrementAndGet();
		make(name, "template1");
		return properties(name);
	}

	/** The tables of one room alone, empty: made once and copied. */
	public static synchronized Map<String, Object> roomOf(String schema) {
		String made = "room_" + schema;
		if (ROOMS.add(schema)) {
			make(made, "template1");
			PGSimpleDataSource connections = connections(properties(made));
			// by a short address: what tells of the tables takes long to make an address with every setting fit for a log
			migrate(new DriverManagerDataSource(connections.getURL().replaceFirst("\\?.*", ""), connections.getUser(), connections.getPassword()), schema);
		}
		String name = "test_" + NUMBER.incrementAndGet();
		make(name, made);
		return properties(name);
	}

	/** What every start does to the tables of a room before anything is written. */
	public static void migrate(DataSource connections, String schema) {
		Migrations.run(connections, schema);
	}

	public static PGSimpleDataSource connections(Map<String, Object> properties) {
		PGSimpleDataSource connections = new PGSimpleDataSource();
		connections.setUrl((String) properties.get("motcua.database.url"));
		connections.setUser((String) properties.get("motcua.database.user"));
		connections.setPassword((String) properties.get("motcua.database.password"));
		return connections;
	}

	private static void make(String name, String template) {
		try (Connection connection = connections(properties("postgres")).getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + " template " + template);
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static Map<String, Object> properties(String name) {
		EmbeddedPostgres postgres = server();
		return Map.of("motcua.database.url", postgres.url(name), "motcua.database.user", postgres.user(), "motcua.database.password",
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
