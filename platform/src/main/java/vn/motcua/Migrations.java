package vn.motcua;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/** The tables of the rooms, each room's in a schema of its own. None refers to another's, so several are made at once. */
final class Migrations {

	/** Modules that own tables, from the ground up. */
	static final List<String> SCHEMAS = List.of("agency", "audit", "file", "notification", "identity", "catalogue", "dossier", "onestop", "exchange", "reporting");

	private static final int AT_ONCE = 3;

	private Migrations() {
	}

	static void run(DataSource database) {
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			for (Future<?> room : SCHEMAS.stream().<Future<?>>map(schema -> threads.submit(() -> run(database, schema))).toList()) {
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

	static void run(DataSource database, String schema) {
		Flyway.configure().dataSource(database).schemas(schema).defaultSchema(schema).locations("classpath:db/migration/" + schema).failOnMissingLocations(true).load().migrate();
	}

}
