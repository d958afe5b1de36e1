package vn.motcua.reporting.value;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.site.ArrivingStream;

/** Lines of a request as bytes, within limits that hold whatever is sent and however it is packed. */
final class ValueBody {

	static final long MOST_BYTES = 128L << 20;

	static final int LONGEST_LINE = 4 << 10;

	private static final Duration LONGEST_READING = Duration.ofSeconds(120);

	private final InputStream in;

	private byte[] buffer = new byte[1 << 16];

	private int start;

	private int end;

	private int number;

	private ValueBody(InputStream in) {
		this.in = in;
	}

	static ValueBody of(InputStream body, boolean packed) throws IOException {
		return new ValueBody(open(body, packed));
	}

	/** Unpacked; for bodies that are no lines, within the same time and size. */
	static InputStream open(InputStream body, boolean packed) throws IOException {
		try {
			return packed ? arriving(new GZIPInputStream(arriving(body), 1 << 16)) : arriving(body);
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

	private int fill() throws IOException {
		if (end == buffer.length) {
			buffer = Arrays.copyOf(buffer, buffer.length * 2);
		}
		int read = in.read(buffer, end, buffer.length - end);
		end += Math.max(read, 0);
		return read;
	}

	private static ArrivingStream arriving(InputStream in) {
		return new ArrivingStream(in, MOST_BYTES, () -> new ProblemException(ReportingProblem.BODY_TOO_LARGE, "mb", MOST_BYTES >> 20), LONGEST_READING,
				() -> new ProblemException(ReportingProblem.TOO_SLOW, "seconds", LONGEST_READING.toSeconds()));
	}

}
