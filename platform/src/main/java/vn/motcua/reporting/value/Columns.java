package vn.motcua.reporting.value;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Array columns as plain arrays; a missing one is empty. */
final class Columns {

	private Columns() {
	}

	static long[] longs(ResultSet row, String column) throws SQLException {
		return longs(row.getArray(column));
	}

	static int[] ints(ResultSet row, String column) throws SQLException {
		Number[] numbers = numbers(row.getArray(column));
		int[] values = new int[numbers.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = numbers[i].intValue();
		}
		return values;
	}

	private static long[] longs(@Nullable Array array) throws SQLException {
		Number[] numbers = numbers(array);
		long[] values = new long[numbers.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = numbers[i].longValue();
		}
		return values;
	}

	private static Number[] numbers(@Nullable Array array) throws SQLException {
		return array == null ? new Number[0] : (Number[]) array.getArray();
	}

	static short[] shorts(int[] values) {
		short[] narrow = new short[values.length];
		for (int i = 0; i < values.length; i++) {
			narrow[i] = (short) values[i];
		}
		return narrow;
	}

}
