package vn.motcua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import vn.motcua.kernel.Sha256;

/**
 * The tables of the rooms, each room's in a schema of its own. None refers to another's, so several are made at once. The comment on a schema says of which files its
 * tables were made: where they are the same, nothing is gone through again but what every start does.
 */
final class Migrations {

	/** Modules that own tables, from the ground up. */
	static final List<String> SCHEMAS = List.of("agency", "audit", "file", "notification", "identity", "catalogue", "dossier", "onestop", "exchange", "reporting");

	/** As many as may be wanted at a time: Flyway works with four for a room. */
	static final int CONNECTIONS = 12;

	private static final int AT_ONCE = 3;

	private static final String FOLDER = "db/migration/";

	private static final String AFTER_EACH_START = "/afterMigrate.sql";

	private static final String NOT_THE_OWNER = "42501";

	private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

	private static final String MADE_OF = "select obj_description(to_regnamespace(?)::oid, 'pg_namespace')";

	private Migrations() {
	}

	static void run(DataSource database) {
		run(database, SCHEMAS);
	}

	static void run(DataSource database, String schema) {
		run(database, List.of(schema));
	}

	private static void run(DataSource database, List<String> schemas) {
		SortedMap<String, byte[]> files = files();
		List<String> changed = changed(database, schemas, files);
		if (changed.isEmpty()) {
			return;
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			// the longest first, so that none is left alone at the end
			changed.sort(Comparator.comparing(schema -> -of(files, schema).size()));
			for (Future<?> room : changed.stream().<Future<?>>map(schema -> threads.submit(() -> make(database, schema, state(files, schema)))).toList()) {
				room.get();
			}
		}
		catch (ExecutionException failed) {
			throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(stopped);
		}
	}

	/** Rooms whose tables are to be made or changed; in the others happens what every start does. */
	private static List<String> changed(DataSource database, List<String> schemas, SortedMap<String, byte[]> files) {
		List<String> changed = new ArrayList<>();
		try (Connection connection = database.getConnection(); PreparedStatement madeOf = connection.prepareStatement(MADE_OF); Statement statement = connection.createStatement()) {
			for (String schema : schemas) {
				madeOf.setString(1, schema);
				try (ResultSet row = madeOf.executeQuery()) {
					row.next();
					if (!state(files, schema).equals(row.getString(1)) || !told(statement, schema, of(files, schema))) {
						changed.add(schema);
					}
					else if (files.containsKey(schema + AFTER_EACH_START)) {
						statement.execute(new String(files.get(schema + AFTER_EACH_START), StandardCharsets.UTF_8));
					}
				}
			}
			return changed;
		}
		catch (SQLException failed) {
			throw new IllegalStateException("the tables cannot be looked at: " + failed.getMessage(), failed);
		}
	}

	/** Whether Flyway's history tells of all of them too: of a dump that was restored in part the comment may be there, and not what it speaks of. */
	private static boolean told(Statement statement, String schema, SortedMap<String, byte[]> files) throws SQLException {
		try (ResultSet history = statement.executeQuery("select to_regclass('" + schema + ".flyway_schema_history') is not null")) {
			history.next();
			if (!history.getBoolean(1)) {
				return false;
			}
		}
		try (ResultSet history = statement.executeQuery("select count(*) from " + schema + ".flyway_schema_history where success and version is not null")) {
			history.next();
			return history.getLong(1) >= files.keySet().stream().filter(file -> file.startsWith(schema + "/V")).count();
		}
	}

	private static void make(DataSource database, String schema, String state) {
		Flyway.configure().dataSource(database).schemas(schema).defaultSchema(schema).locations("classpath:" + FOLDER + schema).failOnMissingLocations(true).load().migrate();
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("comment on schema " + schema + " is '" + state + "'");
		}
		catch (SQLException failed) {
			if (!NOT_THE_OWNER.equals(failed.getSQLState())) {
				throw new IllegalStateException(failed);
			}
			LOG.info("schema {} belongs to somebody else: its migrations are gone through at every start", schema);
		}
	}

	/** Migrations of all rooms, such as {@code dossier/V001__event.sql}. */
	private static SortedMap<String, byte[]> files() {
		SortedMap<String, byte[]> files = new TreeMap<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "*/*.sql")) {
				String address = file.getURL().getPath();
				files.put(address.substring(address.lastIndexOf(FOLDER) + FOLDER.length()), file.getContentAsByteArray());
			}
			return files;
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static SortedMap<String, byte[]> of(SortedMap<String, byte[]> files, String schema) {
		return files.subMap(schema + "/", schema + "0");
	}

	private static String state(SortedMap<String, byte[]> files, String schema) {
		MessageDigest digest = Sha256.begun();
		of(files, schema).forEach((name, content) -> {
			digest.update((name + ' ' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
			digest.update(content);
		});
		return "made of migrations " + Sha256.ended(digest);
	}

}
