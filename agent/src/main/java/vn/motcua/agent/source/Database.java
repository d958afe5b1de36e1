package vn.motcua.agent.source;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A database by its JDBC address. The driver of PostgreSQL is packed; others are jars in a folder. */
public final class Database {

	private final String url;

	private final Properties properties = new Properties();

	private final @Nullable Path drivers;

	private @Nullable Driver driver;

	/** @param drivers folder of driver jars, {@code null} when PostgreSQL is enough */
	public Database(String url, String user, String password, @Nullable Path drivers) {
		this.url = url;
		this.drivers = drivers;
		properties.setProperty("user", user);
		properties.setProperty("password", password);
	}

	boolean mySql() {
		return url.startsWith("jdbc:mysql:");
	}

	public Connection open() throws SQLException, IOException {
		Driver found = driver == null ? find() : driver;
		driver = found;
		Connection connection = found.connect(url, properties);
		if (connection == null) {
			throw new SQLException("the driver does not know the address");
		}
		return connection;
	}

	private Driver find() throws SQLException, IOException {
		List<URL> jars = new ArrayList<>();
		if (drivers != null && Files.isDirectory(drivers)) {
			try (Stream<Path> files = Files.list(drivers)) {
				for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
					jars.add(jar.toUri().toURL());
				}
			}
		}
		URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), Database.class.getClassLoader());
		for (Driver candidate : ServiceLoader.load(Driver.class, loader)) {
			if (candidate.acceptsURL(url)) {
				return candidate;
			}
		}
		throw new IOException("no driver knows the address " + url.replaceAll("[?;].*", "") + "; put its jar into the folder of drivers");
	}

}
