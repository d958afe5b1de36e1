package vn.motcua.exchange.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import vn.motcua.dossier.LedgerSync.Arrived;
import vn.motcua.exchange.ExchangeProblem;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.ArrivingStream;

/** Reads a batch line by line, within limits that hold whatever is sent and however it is packed. */
public final class SyncBody {

	static final int MOST_LINES = 10_000;

	/** Bytes of the unpacked batch. */
	static final long MOST_BYTES = 12L << 20;

	static final int LONGEST_LINE = 64 << 10;

	/** How long a whole batch may take to arrive. */
	static final Duration LONGEST_READING = Duration.ofSeconds(60);

	private final InputStream in;

	private final long until = System.nanoTime() + LONGEST_READING.toNanos();

	private final byte[] buffer = new byte[1 << 15];

	private int at;

	private int end;

	private long bytes;

	private final List<Arrived> lines = new ArrayList<>();

	private final Function<byte[], Arrived> reader;

	private SyncBody(InputStream in, Function<byte[], Arrived> reader) {
		this.in = in;
		this.reader = reader;
	}

	static SyncBody read(InputStream body, boolean packed) throws IOException {
		return read(body, packed, sent -> {
			SyncLineReader.Read read = SyncLineReader.read(sent);
			return new Arrived(read.line(), read.problem(), sent);
		});
	}

	/** Lines of another kind, within the same limits. @param reader makes of a line what is wrong with it, if anything is */
	public static SyncBody read(InputStream body, boolean packed, Function<byte[], Arrived> reader) throws IOException {
		try {
			SyncBody read = new SyncBody(packed ? new GZIPInputStream(arriving(body), 1 << 15) : body, reader);
			read.lines();
			return read;
		}
		catch (ZipException | java.io.EOFException notWhole) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	public List<Arrived> arrived() {
		return lines;
	}

	public long bytes() {
		return bytes;
	}

	private void lines() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
		boolean tooLong = false;
		while (fill()) {
			int newline = at;
			while (newline < end && buffer[newline] != '\n') {
				newline++;
			}
			tooLong = tooLong || line.size() + newline - at > LONGEST_LINE;
			if (!tooLong) {
				line.write(buffer, at, newline - at);
			}
			boolean complete = newline < end;
			at = newline + (complete ? 1 : 0);
			if (complete) {
				add(line, tooLong);
				line.reset();
				tooLong = false;
			}
		}
		add(line, tooLong);
	}

	private boolean fill() throws IOException {
		if (at < end) {
			return true;
		}
		if (System.nanoTime() > until) {
			throw new ProblemException(ExchangeProblem.BATCH_TOO_SLOW, "seconds", LONGEST_READING.toSeconds());
		}
		at = 0;
		end = in.read(buffer);
		bytes += Math.max(end, 0);
		if (bytes > MOST_BYTES) {
			throw new ProblemException(ExchangeProblem.BATCH_TOO_LARGE, java.util.Map.of("lines", MOST_LINES, "mb", MOST_BYTES >> 20), List.of());
		}
		return end > 0;
	}

	/** Empty lines are none. */
	private void add(ByteArrayOutputStream line, boolean tooLong) {
		if (!tooLong && blank(line.toByteArray())) {
			return;
		}
		if (lines.size() == MOST_LINES) {
			throw new ProblemException(ExchangeProblem.BATCH_TOO_LARGE, java.util.Map.of("lines", MOST_LINES, "mb", MOST_BYTES >> 20), List.of());
		}
		if (tooLong) {
			lines.add(new Arrived(null, FieldProblem.of("", "dossier.sync.line-too-long", "max", LONGEST_LINE), line.toByteArray()));
			return;
		}
		lines.add(reader.apply(line.toByteArray()));
	}

	private static boolean blank(byte[] line) {
		for (byte letter : line) {
			if (letter != ' ' && letter != '\t' && letter != '\r') {
				return false;
			}
		}
		return true;
	}

	private static ArrivingStream arriving(InputStream packed) {
		return new ArrivingStream(packed, MOST_BYTES, SyncBody::tooSlow, LONGEST_READING, SyncBody::tooSlow);
	}

	static ProblemException tooSlow() {
		return new ProblemException(ExchangeProblem.BATCH_TOO_SLOW, "seconds", LONGEST_READING.toSeconds());
	}

}
