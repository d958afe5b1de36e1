package vn.motcua;

import java.util.Map;


/** Where the platform's PostgreSQL is: an outside server named in the environment, or one of our own under the data folder. */
final class Database implements AutoCloseable {

	private final String url;

	private final String user;

	private final String password;

	private final AutoCloseable server;

	private Database(String url, String user, String password, AutoCloseable server) {
		this.url = url;
		this.user = user;
		this.password = password;
		this.server = server;
	}

	static Database open(StartOptions options) {
		String url = System.getenv("MOTCUA_DATABASE_URL");
		if (url != null && !url.isBlank()) {
			if (!options.empty()) {
				System.err.println("Demo mode on " + url + ": everybody knows the password of the demo cast. Start with --empty for real use.");
			}
			String jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
			return new Database(jdbc, env("MOTCUA_DATABASE_USER"), env("MOTCUA_DATABASE_PASSWORD"), () -> { });
		}
		try {
			EmbeddedPostgres server = EmbeddedPostgres.start(options.data().resolve("postgres"));
			return new Database(server.url("motcua"), server.user(), server.password(), server);
		}
		catch (EmbeddedPostgres.CannotStart cannot) {
			throw new StartRefused(cannot.getMessage());
		}
	}

	Map<String, Object> properties() {
		return Map.of("motcua.database.url", url, "motcua.database.user", user, "motcua.database.password", password);
	}

	@Override
	public void close() {
		try {
			server.close();
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
