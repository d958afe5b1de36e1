package vn.motcua.sdk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lines on their way to the ledger, in files of one folder. What {@link #put} returned from is on disk: it survives a kill of the
 * process at any moment and is sent in the order it was put. A folder is one process's at a time. When there is no room, or the bound
 * is reached, {@link #put} says so by {@link OutboxFullException}, nothing is harmed, and it goes on when there is room. Safe for use
 * by several threads.
 */
public final class Outbox implements Closeable {

	/** Bytes that may wait unless told otherwise: 1 GiB. */
	public static final long DEFAULT_BOUND = 1L << 30;

	private static final int MOST_LINES = 10_000;

	private static final long MOST_BYTES = 12L << 20;

	private final long bound;

	private final FileChannel lockChannel;

	private final AckFile acks;

	private final Segments segments;

	private long pendingLines;

	/**
	 * A place between two lines.
	 *
	 * @param segment number of the file
	 * @param offset where the record begins in it
	 * @param lines lines of that record that lie before the place
	 */
	public record Position(long segment, long offset, int lines) implements Comparable<Position> {

		static final Position START = new Position(0, 0, 0);

		@Override
		public int compareTo(Position other) {
			int order = Long.compare(segment, other.segment);
			order = order == 0 ? Long.compare(offset, other.offset) : order;
			return order == 0 ? Integer.compare(lines, other.lines) : order;
		}

	}

	/**
	 * The next lines to be sent.
	 *
	 * @param lines each one JSON object
	 * @param end the place after them, for {@link #acknowledge}
	 * @param oldest when the first of them was put, {@link Instant#MAX} when there are none
	 */
	public record Batch(List<String> lines, Position end, Instant oldest) {
	}

	private Outbox(long bound, FileChannel lockChannel, AckFile acks, Segments segments) throws IOException {
		this.bound = bound;
		this.lockChannel = lockChannel;
		this.acks = acks;
		this.segments = segments;
		this.pendingLines = segments.waitingLines(acks.position());
	}

	/**
	 * Opens the outbox of a folder, with {@link #DEFAULT_BOUND}.
	 * @param directory the folder; made when it does not exist
	 * @return the outbox
	 * @throws OutboxInUseException when somebody has it open
	 * @throws IOException when it cannot be opened
	 */
	public static Outbox open(Path directory) throws IOException {
		return open(directory, DEFAULT_BOUND);
	}

	/**
	 * Opens the outbox of a folder.
	 * @param directory the folder; made when it does not exist
	 * @param bound most bytes that may wait
	 * @return the outbox
	 * @throws OutboxDamagedException when files were changed on disk
	 * @throws OutboxInUseException when somebody has it open
	 * @throws IOException when it cannot be opened
	 */
	public static Outbox open(Path directory, long bound) throws IOException {
		Folders.create(directory);
		FileChannel lockChannel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			FileLock lock = lockChannel.tryLock();
			if (lock == null) {
				throw new OutboxInUseException(OutboxInUseException.Holder.OTHER_PROCESS, "another process has the outbox " + directory, null);
			}
			AckFile acks = AckFile.open(directory.resolve("acknowledged"));
			return new Outbox(bound, lockChannel, acks, Segments.open(directory, acks.position()));
		}
		catch (OverlappingFileLockException here) {
			lockChannel.close();
			throw new OutboxInUseException(OutboxInUseException.Holder.THIS_PROCESS, "this process has already opened the outbox " + directory, here);
		}
		catch (IOException notOpened) {
			lockChannel.close();
			throw notOpened;
		}
	}

	/**
	 * Puts one line.
	 * @param line the line
	 * @throws OutboxFullException when there is no room now
	 * @throws IOException when the outbox is closed
	 */
	public void put(SyncLine line) throws IOException {
		put(List.of(line));
	}

	/**
	 * Puts lines, all of them or none; several at once are much faster than one by one, because the disk is waited for once.
	 * @param lines at most 10,000 lines and 12 MB
	 * @throws OutboxFullException when there is no room now
	 * @throws IOException when the outbox is closed
	 * @throws IllegalArgumentException when they are more than a batch
	 */
	public synchronized void put(List<SyncLine> lines) throws IOException {
		StringBuilder text = new StringBuilder(lines.size() * 256);
		lines.forEach(line -> text.append(line.toJson()).append('\n'));
		byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		if (lines.size() > MOST_LINES || bytes.length > MOST_BYTES) {
			throw new IllegalArgumentException("at most " + MOST_LINES + " lines and " + MOST_BYTES + " bytes are put at once");
		}
		if (lines.isEmpty()) {
			return;
		}
		if (!lockChannel.isOpen()) {
			throw new IOException("the outbox is closed");
		}
		if (bytes() + bytes.length > bound) {
			throw new OutboxFullException(OutboxFullException.Reason.BOUND, bytes() + " bytes wait in the outbox, which may hold " + bound, null);
		}
		try {
			segments.append(lines.size(), bytes, acks.position());
		}
		catch (IOException noRoom) {
			throw new OutboxFullException(OutboxFullException.Reason.DISK, "the disk did not take the lines: " + noRoom.getMessage(), noRoom);
		}
		pendingLines += lines.size();
		notifyAll();
	}

	/**
	 * The next lines, at most so many and so large; they stay until they are acknowledged.
	 * @param mostLines most lines
	 * @param mostBytes most bytes of their text; one line is given even when it is larger
	 * @return the lines, none when nothing waits
	 * @throws IOException when the files cannot be read
	 */
	public synchronized Batch peek(int mostLines, long mostBytes) throws IOException {
		List<String> lines = new ArrayList<>();
		Position at = acks.position();
		Instant oldest = Instant.MAX;
		long bytes = 0;
		while (lines.size() < mostLines) {
			Segment.Record record = segments.read(at);
			if (record == null) {
				Long next = segments.after(at.segment());
				if (next == null) {
					break;
				}
				at = new Position(next, 0, 0);
				continue;
			}
			oldest = lines.isEmpty() ? Instant.ofEpochMilli(record.putAtMs()) : oldest;
			String[] texts = new String(record.text(), StandardCharsets.UTF_8).split("\n");
			int from = at.lines();
			int to = from;
			while (to < texts.length && lines.size() < mostLines) {
				bytes += 4L + texts[to].getBytes(StandardCharsets.UTF_8).length;
				if (bytes > mostBytes && !lines.isEmpty()) {
					return new Batch(lines, new Position(at.segment(), at.offset(), to), oldest);
				}
				lines.add(texts[to++]);
			}
			at = to == texts.length ? new Position(at.segment(), record.end(), 0) : new Position(at.segment(), at.offset(), to);
		}
		return new Batch(lines, at, oldest);
	}

	/**
	 * Forgets what lies before a place: the ledger has it. Files that hold nothing else are deleted.
	 * @param batch what was taken
	 * @throws IOException when that could not be written; then the lines come again, which has no second effect
	 */
	public synchronized void acknowledge(Batch batch) throws IOException {
		if (batch.end().compareTo(acks.position()) <= 0) {
			return;
		}
		acks.write(batch.end());
		pendingLines -= batch.lines().size();
		segments.drop(acks.position());
	}

	/**
	 * How many lines wait.
	 * @return lines that are not acknowledged
	 */
	public synchronized long pendingLines() {
		return pendingLines;
	}

	/**
	 * How much waits.
	 * @return bytes
	 */
	public synchronized long bytes() {
		return segments.waitingBytes(acks.position());
	}

	/**
	 * When the line that waits longest was put.
	 * @return the moment, empty when nothing waits
	 * @throws IOException when it cannot be read
	 */
	public synchronized Optional<Instant> oldest() throws IOException {
		Batch first = peek(1, 1);
		return first.lines().isEmpty() ? Optional.empty() : Optional.of(first.oldest());
	}

	/**
	 * Waits until lines are there.
	 * @param longest how long at most
	 * @return whether lines are there
	 * @throws InterruptedException when the thread is to stop
	 */
	public synchronized boolean await(Duration longest) throws InterruptedException {
		long until = System.nanoTime() + longest.toNanos();
		for (long left = longest.toNanos(); pendingLines == 0 && left > 0; left = until - System.nanoTime()) {
			wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
		}
		return pendingLines > 0;
	}

	@Override
	public synchronized void close() throws IOException {
		segments.close();
		acks.close();
		lockChannel.close();
	}

}
