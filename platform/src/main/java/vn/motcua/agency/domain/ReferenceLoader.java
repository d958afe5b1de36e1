package vn.motcua.agency.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Sha256;

/**
 * Brings the packaged tree of Vietnam into an empty database, and again when a new release packages another. Units that an
 * import has touched keep what the import said.
 */
@Component
class ReferenceLoader {

	private static final Logger LOG = LoggerFactory.getLogger(ReferenceLoader.class);

	private static final String FOLDER = "/vn/motcua/agency/data/";

	/** One packaged file and the table of {@link #TABLES} it is copied into. */
	private record Part(String file, String table) {
	}

	private static final List<Part> PARTS = List.of(new Part("units.csv", "packaged_period"), new Part("agencies.csv", "packaged_period"),
			new Part("successions.csv", "packaged_succession"), new Part("agency_successions.csv", "packaged_succession"),
			new Part("exchange_codes.csv", "packaged_code"));

	private static final String TABLES = """
			select pg_advisory_xact_lock(20250701);
			create temp table packaged_period (unit integer, level text, kind text, name text, name_en text, code text, parent integer,
				territory integer, valid_from date, valid_until date, from_sure text, until_sure text) on commit drop;
			create temp table packaged_succession (from_unit integer, to_unit integer, on_day date, kind text, share text, sure text) on commit drop;
			create temp table packaged_code (unit integer, scheme text, code text, valid_from date, valid_until date, verified boolean) on commit drop""";

	private static final String REPLACE = """
			delete from agency.exchange_code c using agency.unit u where u.id = c.unit and u.origin = 'packaged';
			delete from agency.succession where origin = 'packaged';
			delete from agency.period p using agency.unit u where u.id = p.unit and u.origin = 'packaged';
			insert into agency.unit select distinct unit, level, 'packaged' from packaged_period on conflict do nothing;
			insert into agency.period
				select unit, coalesce(valid_from, '1900-01-01'), valid_until, kind, name, name_en, code, parent, territory, from_sure,
					coalesce(until_sure, 'open')
				from packaged_period join agency.unit u on u.id = unit where u.origin = 'packaged';
			insert into agency.succession
				select s.*, 'packaged' from packaged_succession s join agency.unit u on u.id = s.from_unit where u.origin = 'packaged'
				on conflict do nothing;
			insert into agency.exchange_code
				select unit, scheme, code, coalesce(valid_from, '1900-01-01'), valid_until, verified
				from packaged_code join agency.unit u on u.id = unit where u.origin = 'packaged'""";

	private static final String STATE = """
			insert into agency.tree_state values (true, 1, :digest, :now)
			on conflict (one) do update set version = agency.tree_state.version + 1, packaged_digest = excluded.packaged_digest,
				changed_at = excluded.changed_at""";

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final Clock clock;

	ReferenceLoader(DataSource dataSource, JdbcClient jdbc, Clock clock) {
		this.dataSource = dataSource;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Does nothing when the database already holds the packaged data of this release. */
	void load() {
		String digest = digest();
		boolean held = jdbc.sql("select packaged_digest from agency.tree_state").query(String.class).optional().filter(digest::equals).isPresent();
		if (!held) {
			long started = System.nanoTime();
			replace(digest);
			LOG.info("agency: packaged tree loaded in {} ms", (System.nanoTime() - started) / 1_000_000);
		}
	}

	private void replace(String digest) {
		try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			try {
				statement.execute(TABLES);
				for (Part part : PARTS) {
					copy(connection, part);
				}
				statement.execute(REPLACE);
				JdbcClient.create(new SingleConnectionDataSource(connection, true)).sql(STATE)
					.param("digest", digest).param("now", Timestamp.from(clock.instant())).update();
				connection.commit();
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException failed) {
			throw new IllegalStateException("the packaged tree of agencies could not be loaded", failed);
		}
	}

	private static void copy(Connection connection, Part part) throws SQLException {
		try (InputStream rows = open(part.file())) {
			connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + part.table() + " from stdin (format csv, header)", rows);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String digest() {
		MessageDigest sha256 = Sha256.begun();
		sha256.update(REPLACE.getBytes(StandardCharsets.UTF_8));
		for (Part part : PARTS) {
			try (InputStream bytes = open(part.file())) {
				sha256.update(bytes.readAllBytes());
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		}
		return Sha256.ended(sha256);
	}

	private static InputStream open(String file) {
		InputStream stream = ReferenceLoader.class.getResourceAsStream(FOLDER + file);
		if (stream == null) {
			throw new IllegalStateException(FOLDER + file + " is not packaged");
		}
		return stream;
	}

}
