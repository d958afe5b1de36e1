package vn.motcua.agent.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Files that the existing system exports into a folder, in the order of their names. A file that grew or changed is read again from
 * its beginning: rows that were sent before have no second effect. A file is left alone while it is still being written. One that
 * cannot be read holds up no other: what is no workbook is a finding, what the disk did not give is tried again.
 */
public final class FolderSource implements Source {

	/** The file as it was when it was read. */
	private static final String MARK = "%d|%d|%d|%s";

	private final Path folder;

	private final List<String> patterns;

	private final List<PathMatcher> matchers;

	private final String encoding;

	private final String separator;

	private final Duration settled;

	/**
	 * @param patterns which files, for example {@code *.csv}
	 * @param encoding {@code auto} or the name of one
	 * @param separator {@code auto} or one letter
	 * @param settled how long a file must not have changed before it is read
	 */
	public FolderSource(Path folder, List<String> patterns, String encoding, String separator, Duration settled) {
		this.folder = folder;
		this.patterns = List.copyOf(patterns);
		this.matchers = patterns.stream().map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern)).toList();
		this.encoding = encoding;
		this.separator = separator;
		this.settled = settled;
	}

	@Override
	public void read(Taker taker) throws IOException, InterruptedException {
		IOException trouble = null;
		for (Path file : files()) {
			try {
				long size = Files.size(file);
				if (!taker.enough() && Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(settled))) {
					read(file, size, taker);
				}
			}
			catch (NoSuchFileException takenAway) {
				// nothing is left to be read
			}
			catch (IOException failed) {
				trouble = trouble == null ? new IOException(file.getFileName() + " was not read to its end: " + failed, failed) : trouble;
			}
		}
		if (trouble != null) {
			throw trouble;
		}
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> found = Files.list(folder)) {
			return found.filter(file -> Files.isRegularFile(file) && matchers.stream().anyMatch(matcher -> matcher.matches(file.getFileName()))).sorted().toList();
		}
	}

	@Override
	public Optional<Nowhere> nowhere() throws IOException {
		return files().isEmpty() ? Optional.of(new Nowhere(folder, String.join(", ", patterns))) : Optional.empty();
	}

	/** At most as long as a file must rest. */
	@Override
	public void settle() throws IOException, InterruptedException {
		long waitMs = 0;
		for (Path file : files()) {
			waitMs = Math.max(waitMs, Duration.between(Instant.now().minus(settled), Files.getLastModifiedTime(file).toInstant()).toMillis() + 10);
		}
		TimeUnit.MILLISECONDS.sleep(Math.min(waitMs, Math.max(0, settled.toMillis() + 10)));
	}

	/** @param size that the file had while it was not being written */
	private void read(Path file, long size, Taker taker) throws IOException, InterruptedException {
		String name = file.getFileName().toString();
		long changed = Files.getLastModifiedTime(file).toMillis();
		String[] mark = split(taker.mark(name), size, changed);
		if (mark != null && mark[3].equals("done")) {
			return;
		}
		long skip = mark == null ? 0 : Long.parseLong(mark[2]);
		if (mark == null) {
			taker.restart(name);
		}
		long count = 0;
		try (Rows rows = rows(file, name, size)) {
			for (Row row = rows.next(taker); row != null && !taker.enough(); row = rows.next(taker)) {
				if (++count > skip) {
					taker.row(row, name, String.format(MARK, size, changed, count, "begun"));
				}
			}
		}
		catch (UnreadableFile | java.util.zip.ZipException broken) {
			taker.found(new Finding(name, 0, "", "file-unreadable", String.valueOf(broken.getMessage())));
		}
		if (!taker.enough()) {
			taker.reached(name, String.format(MARK, size, changed, count, "done"));
		}
	}

	private static String @Nullable [] split(@Nullable String mark, long size, long changed) {
		String[] parts = mark == null ? new String[0] : mark.split("\\|");
		return parts.length == 4 && parts[0].equals(String.valueOf(size)) && parts[1].equals(String.valueOf(changed)) ? parts : null;
	}

	private Rows rows(Path file, String name, long size) throws IOException {
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.endsWith(".xlsx")) {
			return new XlsxRows(file);
		}
		if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
			return new NdjsonRows(name, TextFile.open(file, encoding, size));
		}
		return new CsvRows(name, TextFile.open(file, encoding, size), separator);
	}

}
