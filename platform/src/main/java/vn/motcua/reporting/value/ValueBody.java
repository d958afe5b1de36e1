package vn.motcua.reporting.value;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportingProblem;

/** Lines of a request as bytes, within limits that hold whatever is sent and however it is packed. */
final class ValueBody {

	static final long MOST_BYTES = 128L << 20;

	static final int LONGEST_LINE = 4 << 10;

	private static final int LARGEST_READ = 1 << 16;

	private final InputStream in;

	private byte[] buffer;

	private int start;

	private int end;

	private int number;

	private ValueBody(InputStream in, int atOnce) {
		this.in = in;
		this.buffer = new byte[atOnce];
	}

	static ValueBody of(InputStream body, boolean packed) throws IOException {
		return new ValueBody(open(body, packed), packed ? LARGEST_READ : Math.clamp(body.available() + 1, 1 << 10, LARGEST_READ));
	}

	/** Of a body that has arrived, unpacked to no more than it may have. */
	static InputStream open(InputStream body, boolean packed) throws IOException {
		try {
			return packed ? ValueArrivals.arriving(new GZIPInputStream(body, 1 << 16), MOST_BYTES) : body;
		}
		catch (ZipException | EOFException notPacked) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	@FunctionalInterface
	interface LineTaker {

		/** @param to past the last byte, the end of the line not counted */
		void take(byte[] bytes, int from, int to, int number);

	}

	/** Empty lines are none, and are counted. */
	void lines(LineTaker taker) throws IOException {
		try {
			while (true) {
				int newline = find();
				int to = newline < 0 ? end : newline;
				if (newline < 0 && start == end) {
					return;
				}
				number++;
				int last = to > start && buffer[to - 1] == '\r' ? to - 1 : to;
				if (last - start > LONGEST_LINE) {
					throw tooLong();
				}
				if (last > start) {
					taker.take(buffer, start, last, number);
				}
				start = newline < 0 ? end : newline + 1;
			}
		}
		catch (ZipException | EOFException notWhole) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	/** The next end of a line, -1 when the rest is one. */
	private int find() throws IOException {
		int at = start;
		while (true) {
			for (; at < end; at++) {
				if (buffer[at] == '\n') {
					return at;
				}
			}
			if (at - start > LONGEST_LINE) {
				number++;
				throw tooLong();
			}
			if (start > 0) {
				System.arraycopy(buffer, start, buffer, 0, end - start);
				at -= start;
				end -= start;
				start = 0;
			}
			int read = fill();
			if (read < 0) {
				return -1;
			}
		}
	}

	private ProblemException tooLong() {
		return new ProblemException(ReportingProblem.LINE_TOO_LONG, Map.of("line", number, "max", LONGEST_LINE), List.of());
	}

	/** A long body lets others go on between its parts. */
	private int fill() throws IOException {
		Thread.yield();
		if (end == buffer.length) {
			buffer = Arrays.copyOf(buffer, buffer.length * 2);
		}
		int read = in.read(buffer, end, buffer.length - end);
		end += Math.max(read, 0);
		return read;
	}

}
