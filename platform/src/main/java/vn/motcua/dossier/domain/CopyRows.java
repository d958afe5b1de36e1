package vn.motcua.dossier.domain;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by {@code COPY … FROM STDIN} in text format. */
final class CopyRows implements AutoCloseable {

	private static final int CHUNK = 1 << 16;

	private final CopyIn copy;

	private final StringBuilder rows = new StringBuilder(CHUNK + 8192);

	private boolean rowBegun;

	CopyRows(Connection connection, String statement) throws SQLException {
		this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
	}

	/** Adds the values of one row; {@code null} is null, everything else as its text. */
	void row(@Nullable Object... values) throws SQLException {
		for (Object value : values) {
			if (rowBegun) {
				rows.append('\t');
			}
			rowBegun = true;
			if (value == null) {
				rows.append("\\N");
			}
			else {
				escaped(value.toString());
			}
		}
		rows.append('\n');
		rowBegun = false;
		if (rows.length() >= CHUNK) {
			flush();
		}
	}

	long end() throws SQLException {
		flush();
		return copy.endCopy();
	}

	/** Leaves nothing half copied when a row failed. */
	@Override
	public void close() throws SQLException {
		if (copy.isActive()) {
			copy.cancelCopy();
		}
	}

	private void flush() throws SQLException {
		byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
		copy.writeToCopy(bytes, 0, bytes.length);
		rows.setLength(0);
	}

	private void escaped(String text) {
		int from = 0;
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			String instead = letter == '\\' ? "\\\\" : letter == '\n' ? "\\n" : letter == '\t' ? "\\t" : letter == '\r' ? "\\r" : null;
			if (instead != null) {
				rows.append(text, from, i).append(instead);
				from = i + 1;
			}
		}
		rows.append(text, from, text.length());
	}

}
