package vn.motcua.dossier.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import vn.motcua.dossier.LedgerSync.Arrived;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Reads a batch line by line, within limits that hold whatever is sent and however it is packed. */
final class SyncBody {

	static final int MOST_LINES = 10_000;

	/** Bytes of the unpacked batch. */
	static final long MOST_BYTES = 32L << 20;

	static final int LONGEST_LINE = 64 << 10;

	private static final int KEPT_TEXT = 8_000;

	private final InputStream in;

	private final byte[] buffer = new byte[1 << 15];

	private int at;

	private int end;

	private long bytes;

	private final List<Arrived> lines = new ArrayList<>();

	private SyncBody(InputStream in) {
		this.in = in;
	}

	static SyncBody read(InputStream body, boolean packed) throws IOException {
		try {
			SyncBody read = new SyncBody(packed ? new GZIPInputStream(body, 1 << 15) : body);
			read.lines();
			return read;
		}
		catch (ZipException | java.io.EOFException notWhole) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	List<Arrived> arrived() {
		return lines;
	}

	long bytes() {
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
		at = 0;
		end = in.read(buffer);
		bytes += Math.max(end, 0);
		if (bytes > MOST_BYTES) {
			throw new ProblemException(DossierProblem.BATCH_TOO_LARGE, java.util.Map.of("lines", MOST_LINES, "mb", MOST_BYTES >> 20), List.of());
		}
		return end > 0;
	}

	/** Empty lines are none. */
	private void add(ByteArrayOutputStream line, boolean tooLong) {
		if (!tooLong && line.toString(StandardCharsets.UTF_8).isBlank()) {
			return;
		}
		if (lines.size() == MOST_LINES) {
			throw new ProblemException(DossierProblem.BATCH_TOO_LARGE, java.util.Map.of("lines", MOST_LINES, "mb", MOST_BYTES >> 20), List.of());
		}
		if (tooLong) {
			lines.add(new Arrived(null, FieldProblem.of("", "dossier.sync.line-too-long", "max", LONGEST_LINE), text(line)));
			return;
		}
		SyncLineReader.Read read = SyncLineReader.read(line.toByteArray());
		lines.add(new Arrived(read.line(), read.problem(), text(line)));
	}

	private static String text(ByteArrayOutputStream line) {
		String text = line.toString(StandardCharsets.UTF_8).replace('\0', '\uFFFD');
		return text.length() > KEPT_TEXT ? text.substring(0, KEPT_TEXT) : text;
	}

}
