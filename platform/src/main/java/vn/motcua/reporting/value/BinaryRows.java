package vn.motcua.reporting.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by {@code COPY … FROM STDIN (FORMAT binary)}: plain arrays go as they are, without being written as text. */
final class BinaryRows implements AutoCloseable {

	private static final byte[] SIGNATURE = { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0 };

	private static final int CHUNK = 1 << 16;

	/** Room for the longest row: three arrays of every place there can be. */
	private static final int LONGEST_ROW = 80_000;

	private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);

	private static final int BIGINT = 20;

	private static final int SMALLINT = 21;

	private final CopyIn copy;

	private final ByteBuffer rows = ByteBuffer.allocate(CHUNK + LONGEST_ROW);

	BinaryRows(Connection connection, String table) throws SQLException {
		this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin (format binary)");
		rows.put(SIGNATURE);
	}

	BinaryRows row(int columns) throws SQLException {
		if (rows.position() >= CHUNK) {
			flush();
		}
		rows.putShort((short) columns);
		return this;
	}

	BinaryRows number(int value) {
		rows.putInt(4).putInt(value);
		return this;
	}

	BinaryRows day(LocalDate day) {
		rows.putInt(4).putInt((int) (day.toEpochDay() - DAY_ZERO.toEpochDay()));
		return this;
	}

	/** @param micros of the epoch of 1970 */
	BinaryRows moment(long micros) {
		rows.putInt(8).putLong(micros - DAY_ZERO.toEpochDay() * 86_400_000_000L);
		return this;
	}

	BinaryRows text(String value) {
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		rows.putInt(bytes.length).put(bytes);
		return this;
	}

	BinaryRows id(UUID value) {
		rows.putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
		return this;
	}

	BinaryRows longs(long[] values, int count) {
		array(BIGINT, count, 8);
		for (int i = 0; i < count; i++) {
			rows.putInt(8).putLong(values[i]);
		}
		return this;
	}

	BinaryRows shorts(short[] values, int count) {
		array(SMALLINT, count, 2);
		for (int i = 0; i < count; i++) {
			rows.putInt(2).putShort(values[i]);
		}
		return this;
	}

	void end() throws SQLException {
		rows.putShort((short) -1);
		flush();
		copy.endCopy();
	}

	/** Leaves nothing half copied when a row failed. */
	@Override
	public void close() throws SQLException {
		if (copy.isActive()) {
			copy.cancelCopy();
		}
	}

	private void array(int type, int count, int width) {
		if (count == 0) {
			rows.putInt(12).putInt(0).putInt(0).putInt(type);
			return;
		}
		rows.putInt(20 + count * (4 + width)).putInt(1).putInt(0).putInt(type).putInt(count).putInt(1);
	}

	private void flush() throws SQLException {
		copy.writeToCopy(rows.array(), 0, rows.position());
		rows.clear();
	}

}
