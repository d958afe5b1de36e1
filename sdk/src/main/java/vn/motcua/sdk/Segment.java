package vn.motcua.sdk;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * One file of the outbox: records one after the other, each what one call put. A record is its mark, the length of its text, the
 * number of its lines, the moment of the call, a checksum over all of it, and the text. Because the next record is written only
 * after the one before is on disk, a record that is not whole is the last thing that happened, or else the file was changed.
 */
final class Segment implements Closeable {

	static final int HEADER = 24;

	static final int LONGEST = 16 << 20;

	private static final int MARK = 0x4D434F31;

	private final Path file;

	private final long number;

	/** No channel: an interrupt of the calling thread would close it. */
	private final RandomAccessFile bytes;

	private long length;

	/** @param at where the record begins */
	record Record(long at, int lines, long putAtMs, byte[] text) {

		long end() {
			return at + HEADER + text.length;
		}

	}

	private Segment(Path file, long number, RandomAccessFile bytes, long length) {
		this.file = file;
		this.number = number;
		this.bytes = bytes;
		this.length = length;
	}

	static String name(long number) {
		return String.format(Locale.ROOT, "%012d.seg", number);
	}

	static Segment open(Path directory, long number) throws IOException {
		Path file = directory.resolve(name(number));
		RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw");
		return new Segment(file, number, bytes, bytes.length());
	}

	long number() {
		return number;
	}

	long length() {
		return length;
	}

	Path file() {
		return file;
	}

	/** Adds a record, on disk when it returns; when it throws, what it left is cut by {@link #trim} or when opened. */
	void append(int lines, long putAtMs, byte[] text) throws IOException {
		ByteBuffer record = ByteBuffer.allocate(HEADER + text.length);
		record.putInt(MARK).putInt(text.length).putInt(lines).putLong(putAtMs).putInt(checksum(text.length, lines, putAtMs, text)).put(text);
		try {
			bytes.seek(length);
			bytes.write(record.array());
			bytes.getFD().sync();
			length += HEADER + text.length;
		}
		catch (IOException noRoom) {
			cut(noRoom);
			throw noRoom;
		}
	}

	private void cut(IOException why) {
		try {
			trim();
		}
		catch (IOException notEven) {
			why.addSuppressed(notEven);
		}
	}

	/** Takes away what a failed write left behind the last whole record. */
	void trim() throws IOException {
		if (bytes.length() > length) {
			bytes.setLength(length);
			bytes.getFD().sync();
		}
	}

	/** The record there, or {@code null} at the end. */
	@Nullable Record read(long at) throws IOException {
		if (at >= length) {
			return null;
		}
		Record record = whole(at);
		if (record == null) {
			throw new OutboxDamagedException(file.getFileName() + " holds no whole record at byte " + at);
		}
		return record;
	}

	/** Counts the lines and checks every record; of the file that was written last, what is not whole at the end is cut. */
	long check(boolean last) throws IOException {
		long at = 0;
		long lines = 0;
		while (at < length) {
			Record record = whole(at);
			if (record == null) {
				if (!last || somethingWholeAfter(at)) {
					throw new OutboxDamagedException(file.getFileName() + " holds no whole record at byte " + at + ", but others follow");
				}
				length = at;
				trim();
				break;
			}
			lines += record.lines();
			at = record.end();
		}
		return lines;
	}

	private boolean somethingWholeAfter(long torn) throws IOException {
		ByteBuffer rest = ByteBuffer.allocate((int) Math.min(length - torn, LONGEST + HEADER));
		fill(rest, torn);
		for (int i = 1; i + HEADER <= rest.limit(); i++) {
			if (rest.getInt(i) == MARK && whole(torn + i) != null) {
				return true;
			}
		}
		return false;
	}

	private @Nullable Record whole(long at) throws IOException {
		ByteBuffer header = ByteBuffer.allocate(HEADER);
		if (!fill(header, at) || header.getInt() != MARK) {
			return null;
		}
		int size = header.getInt();
		int lines = header.getInt();
		long putAtMs = header.getLong();
		int checksum = header.getInt();
		if (size < 0 || size > LONGEST || at + HEADER + size > length) {
			return null;
		}
		ByteBuffer text = ByteBuffer.allocate(size);
		boolean same = fill(text, at + HEADER) && checksum(size, lines, putAtMs, text.array()) == checksum;
		return same ? new Record(at, lines, putAtMs, text.array()) : null;
	}

	private boolean fill(ByteBuffer buffer, long from) throws IOException {
		if (from + buffer.capacity() > bytes.length()) {
			return false;
		}
		bytes.seek(from);
		bytes.readFully(buffer.array());
		return true;
	}

	private static int checksum(int size, int lines, long putAtMs, byte[] text) {
		CRC32C sum = new CRC32C();
		sum.update(ByteBuffer.allocate(16).putInt(size).putInt(lines).putLong(putAtMs).flip());
		sum.update(text);
		return (int) sum.getValue();
	}

	@Override
	public void close() throws IOException {
		bytes.close();
	}

}
