package vn.motcua.reporting.value;

import java.util.Arrays;

/** Numbers by the bytes that name them: looks a piece of a line up without making a text of it. */
final class ByteKeys {

	/** Under no name. */
	static final int NONE = Integer.MIN_VALUE;

	private byte[][] keys = new byte[64][];

	private int[] values = new int[64];

	private int size;

	int find(byte[] bytes, int from, int to) {
		int at = slot(keys, bytes, from, to);
		return keys[at] == null ? NONE : values[at];
	}

	void put(byte[] bytes, int from, int to, int value) {
		if (size * 2 >= keys.length) {
			grow();
		}
		int at = slot(keys, bytes, from, to);
		if (keys[at] == null) {
			keys[at] = Arrays.copyOfRange(bytes, from, to);
			size++;
		}
		values[at] = value;
	}

	int size() {
		return size;
	}

	private void grow() {
		byte[][] olderKeys = keys;
		int[] olderValues = values;
		keys = new byte[olderKeys.length * 2][];
		values = new int[olderKeys.length * 2];
		for (int i = 0; i < olderKeys.length; i++) {
			if (olderKeys[i] != null) {
				int at = slot(keys, olderKeys[i], 0, olderKeys[i].length);
				keys[at] = olderKeys[i];
				values[at] = olderValues[i];
			}
		}
	}

	private static int slot(byte[][] keys, byte[] bytes, int from, int to) {
		int hash = 1;
		for (int i = from; i < to; i++) {
			hash = 31 * hash + bytes[i];
		}
		int at = (hash ^ hash >>> 15) & keys.length - 1;
		while (keys[at] != null && !Arrays.equals(keys[at], 0, keys[at].length, bytes, from, to)) {
			at = at + 1 & keys.length - 1;
		}
		return at;
	}

}
