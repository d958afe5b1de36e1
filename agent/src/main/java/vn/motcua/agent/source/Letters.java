package vn.motcua.agent.source;

import java.io.IOException;
import java.io.Reader;

/** Letters one by one, as fast as a file of a gigabyte needs it: read by one thread, so nothing is locked for each. */
final class Letters extends Reader {

	private final Reader source;

	private final char[] buffer = new char[1 << 16];

	private int at;

	private int end;

	Letters(Reader source) {
		this.source = source;
	}

	@Override
	public int read() throws IOException {
		return at < end || filled() ? buffer[at++] : -1;
	}

	@Override
	public int read(char[] into, int from, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (at == end && !filled()) {
			return -1;
		}
		int count = Math.min(length, end - at);
		System.arraycopy(buffer, at, into, from, count);
		at += count;
		return count;
	}

	private boolean filled() throws IOException {
		at = 0;
		end = Math.max(0, source.read(buffer, 0, buffer.length));
		return end > 0;
	}

	@Override
	public void close() throws IOException {
		source.close();
	}

}
