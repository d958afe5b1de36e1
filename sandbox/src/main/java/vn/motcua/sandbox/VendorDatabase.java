package vn.motcua.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The vendor's database: one file of H2, one connection, used by one thread at a time. */
final class VendorDatabase implements AutoCloseable {

	private final Connection connection;

	/** A row as something. */
	interface Mapping<T> {

		T row(ResultSet row) throws SQLException;

	}

	/** What is done whole or not at all. */
	interface Work {

		void run() throws SQLException, IOException;

	}

	VendorDatabase(Path folder) throws IOException {
		Files.createDirectories(folder);
		try (InputStream schema = Objects.requireNonNull(VendorDatabase.class.getResourceAsStream("/sandbox/V001__vendor.sql"))) {
			connection = DriverManager.getConnection("jdbc:h2:file:" + folder.toAbsolutePath().resolve("vendor") + ";DB_CLOSE_ON_EXIT=FALSE");
			connection.createStatement().execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (SQLException notOpened) {
			throw new IOException("the database in " + folder + " cannot be opened: " + notOpened.getMessage(), notOpened);
		}
	}

	/** Several changes at once. */
	synchronized void all(Work work) {
		try {
			connection.setAutoCommit(false);
			try {
				work.run();
				connection.commit();
			}
			catch (SQLException | IOException | RuntimeException failed) {
				connection.rollback();
				throw failed;
			}
			finally {
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException | IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

	synchronized <T> List<T> query(String sql, Mapping<T> mapping, @Nullable Object... values) {
		try (PreparedStatement statement = prepared(sql, values); ResultSet rows = statement.executeQuery()) {
			List<T> found = new ArrayList<>();
			while (rows.next()) {
				found.add(mapping.row(rows));
			}
			return found;
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	long number(String sql, @Nullable Object... values) {
		return query(sql, row -> row.getLong(1), values).getFirst();
	}

	synchronized int update(String sql, @Nullable Object... values) {
		try (PreparedStatement statement = prepared(sql, values)) {
			return statement.executeUpdate();
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	/** The same change for many rows. */
	synchronized void batch(String sql, List<@Nullable Object[]> rows) {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (@Nullable Object[] row : rows) {
				set(statement, row);
				statement.addBatch();
			}
			if (!rows.isEmpty()) {
				statement.executeBatch();
			}
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	Optional<String> said(String name) {
		return query("select said from note_of_system where name = ?", row -> row.getString(1), name).stream().findFirst();
	}

	void say(String name, String what) {
		update("merge into note_of_system (name, said) values (?, ?)", name, what);
	}

	static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant optionalMoment(ResultSet row, String column) throws SQLException {
		return row.getObject(column) == null ? null : moment(row, column);
	}

	private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);
		set(statement, values);
		return statement;
	}

	private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
		}
	}

	@Override
	public synchronized void close() {
		try {
			connection.createStatement().execute("shutdown");
			connection.close();
		}
		catch (SQLException closed) {
			// it is closed already
		}
	}

}
