package vn.motcua.sdk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The files of an outbox in their order; only the last one is written. */
final class Segments implements Closeable {

	private static final long FULL = 16L << 20;

	private final Path directory;

	private final TreeMap<Long, Segment> segments = new TreeMap<>();

	/** A write failed: the next one begins a new file, because nobody knows what the disk holds of the old one. */
	private boolean begin;

	private Segments(Path directory) {
		this.directory = directory;
	}

	/** Opens and checks what is there; what a kill left half written at the very end is cut. */
	static Segments open(Path directory, Outbox.Position taken) throws IOException {
		Segments found = new Segments(directory);
		List<Long> numbers = new ArrayList<>();
		try (Stream<Path> files = Files.list(directory)) {
			files.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\d{12}\\.seg")).forEach(name -> numbers.add(Long.valueOf(name.substring(0, 12))));
		}
		numbers.sort(null);
		for (Long number : numbers) {
			found.segments.put(number, Segment.open(directory, number));
		}
		found.drop(taken);
		return found;
	}

	/** Checks all that waits. */
	long waitingLines(Outbox.Position taken) throws IOException {
		long lines = 0;
		for (Segment segment : segments.values()) {
			lines += segment.check(segment == segments.lastEntry().getValue());
		}
		return lines - linesBefore(taken);
	}

	private long linesBefore(Outbox.Position taken) throws IOException {
		Segment segment = segments.get(taken.segment());
		long lines = taken.lines();
		for (long at = 0; segment != null && at < taken.offset();) {
			Segment.Record record = segment.read(at);
			if (record == null) {
				throw new OutboxDamagedException(segment.file().getFileName() + " is shorter than what was sent of it");
			}
			lines += record.lines();
			at = record.end();
		}
		return segment == null ? 0 : lines;
	}

	void append(int lines, byte[] text, Outbox.Position taken) throws IOException {
		try {
			writable(taken).append(lines, System.currentTimeMillis(), text);
		}
		catch (IOException noRoom) {
			begin = true;
			throw noRoom;
		}
	}

	private Segment writable(Outbox.Position taken) throws IOException {
		Segment last = segments.isEmpty() ? null : segments.lastEntry().getValue();
		if (last != null && !begin && last.length() < FULL) {
			return last;
		}
		long number = Math.max(taken.segment(), last == null ? 0 : last.number()) + 1;
		if (last != null) {
			last.trim();
			drop(taken);
		}
		Segment next = Segment.open(directory, number);
		segments.put(number, next);
		Folders.force(directory);
		begin = false;
		return next;
	}

	/** The record there, or {@code null} at the end of that file or when there is no such file. */
	Segment.@Nullable Record read(Outbox.Position at) throws IOException {
		Segment segment = segments.get(at.segment());
		return segment == null ? null : segment.read(at.offset());
	}

	@Nullable Long after(long number) {
		return segments.higherKey(number);
	}

	/** Deletes files of which everything was taken. */
	void drop(Outbox.Position taken) throws IOException {
		while (!segments.isEmpty()) {
			Segment first = segments.firstEntry().getValue();
			boolean done = first.number() < taken.segment() || first.number() == taken.segment() && taken.offset() >= first.length();
			boolean goesOn = segments.size() == 1 && first.length() < FULL && !begin;
			if (!done || goesOn) {
				return;
			}
			segments.remove(first.number());
			first.close();
			Files.deleteIfExists(first.file());
		}
	}

	long waitingBytes(Outbox.Position taken) {
		long all = segments.values().stream().mapToLong(Segment::length).sum();
		return segments.containsKey(taken.segment()) ? all - taken.offset() : all;
	}

	@Override
	public void close() throws IOException {
		for (Segment segment : segments.values()) {
			segment.close();
		}
	}

}
