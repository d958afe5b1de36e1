package vn.motcua;

import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/**
 * Where the platform's PostgreSQL is: an outside server named in the environment, or one of our own under the data folder. It is opened and its tables are made
 * beside what else a start does; who asks where it is waits until both are done.
 */
final class Database implements AutoCloseable {

	private static final Executor BESIDE = task -> Thread.ofPlatform().name("database").start(task);

	private final CompletableFuture<Place> opening;

	private CompletableFuture<Place> migrating;

	private Database(CompletableFuture<Place> opening) {
		this.opening = opening;
		this.migrating = opening;
	}

	/** @param server to be closed with it */
	private record Place(String url, String user, String password, AutoCloseable server) {
	}

	/** Begins to open it; that another program has the folder is known at once. */
	static Database open(StartOptions options) {
		String url = System.getenv("MOTCUA_DATABASE_URL");
		if (url != null && !url.isBlank()) {
			if (!options.empty()) {
				System.err.println("Demo mode on " + url + ": everybody knows the password of the demo cast. Start with --empty for real use.");
			}
			String jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
			return new Database(CompletableFuture.completedFuture(new Place(jdbc, env("MOTCUA_DATABASE_USER"), env("MOTCUA_DATABASE_PASSWORD"), () -> { })));
		}
		Path folder = options.data().resolve("postgres");
		try {
			FileLock lock = EmbeddedPostgres.claim(folder);
			return new Database(CompletableFuture.supplyAsync(() -> own(folder, lock), BESIDE));
		}
		catch (EmbeddedPostgres.CannotStart cannot) {
			throw new StartRefused(cannot.getMessage());
		}
	}

	private static Place own(Path folder, FileLock lock) {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.start(folder, lock);
			return new Place(server.url("motcua"), server.user(), server.password(), server);
		}
		catch (EmbeddedPostgres.CannotStart cannot) {
			throw new StartRefused(cannot.getMessage());
		}
	}

	/** Begins to make the tables, as soon as it is open. */
	void migrate() {
		migrating = opening.thenApplyAsync(Database::migrated, BESIDE);
	}

	private static Place migrated(Place place) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("tables");
		config.setJdbcUrl(place.url());
		config.setUsername(place.user());
		config.setPassword(place.password());
		config.setMaximumPoolSize(Migrations.CONNECTIONS);
		config.setMinimumIdle(1);
		if (place.server() instanceof EmbeddedPostgres) {
			// nothing is promised to anybody yet; the first commit that waits for the disk takes all of these with it
			config.addDataSourceProperty("options", "-c synchronous_commit=off");
		}
		try (HikariDataSource connections = new HikariDataSource(config)) {
			Migrations.run(connections);
		}
		catch (HikariPool.PoolInitializationException unreachable) {
			throw new StartRefused("The database " + place.url().replaceAll("\\?.*", "") + " cannot be opened: " + unreachable.getCause().getMessage());
		}
		return place;
	}

	/** Says where it is, to whoever asks by these names. */
	PropertySource<?> properties() {
		return new PropertySource<>("database", this) {

			@Override
			public @Nullable Object getProperty(String name) {
				return switch (name) {
					case "motcua.database.url" -> place().url();
					case "motcua.database.user" -> place().user();
					case "motcua.database.password" -> place().password();
					case "motcua.database.migrated" -> true;
					default -> null;
				};
			}

		};
	}

	private Place place() {
		try {
			return migrating.join();
		}
		catch (CompletionException failed) {
			throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
		}
	}

	@Override
	public void close() {
		Place place = opening.handle((opened, _) -> opened).join();
		if (place == null) {
			return;
		}
		migrating.handle((_, _) -> place).join();
		try {
			place.server().close();
		}
		catch (Exception failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static String env(String name) {
		String value = System.getenv(name);
		return value == null ? "" : value;
	}

}
