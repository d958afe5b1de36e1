package vn.motcua.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import vn.motcua.sdk.DigestTree;
import vn.motcua.sdk.SyncLine;

/** An old system that writes what happens to its dossiers into files, on and on, and knows what it wrote. */
final class GrowingExport {

	static final String HEAD = "ma;so;trangthai;luc;ten;dinhdanh;ghichu;canbo;hen\n";

	private static final int FILES = 2;

	private static final int ROWS_A_FILE = 8_000;

	private static final long TURN_NS = 2_000_000_000L;

	private static final int MOST_OPEN = 400;

	private final Path folder;

	private final String agency;

	private final LocalDate day;

	private final Random random;

	private final DigestTree held = new DigestTree();

	private final List<List<SyncLine>> open = new ArrayList<>();

	private int dossiers;

	private long lines;

	GrowingExport(Path folder, String agency, LocalDate day, long seed) throws IOException {
		this.folder = folder;
		this.agency = agency;
		this.day = day;
		this.random = new Random(seed);
		Files.createDirectories(folder);
	}

	/** Writes some rows: dossiers that begin, and what happened to those that are open; of each the rows stay in one file, in their order. */
	synchronized void grow(int rows) throws IOException {
		StringBuilder[] texts = new StringBuilder[FILES];
		for (int i = 0; i < rows; i++) {
			if (open.size() < MOST_OPEN) {
				open.add(new ArrayList<>(History.of(agency, day, ++dossiers, random).lines()));
			}
			int place = random.nextInt(open.size());
			List<SyncLine> rest = open.get(place);
			SyncLine line = rest.removeFirst();
			int file = Math.floorMod(line.code().hashCode(), FILES);
			texts[file] = (texts[file] == null ? new StringBuilder() : texts[file]).append(row(line));
			held.add(line.code(), line.seq(), line.digest());
			lines++;
			if (rest.isEmpty()) {
				open.remove(place);
			}
		}
		for (int file = 0; file < FILES; file++) {
			if (texts[file] != null) {
				Path path = folder.resolve("ho-so-" + lines / ROWS_A_FILE + "-" + turn() + "-" + file + ".csv");
				String text = (Files.exists(path) ? "" : HEAD) + texts[file];
				Files.write(path, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			}
		}
	}

	synchronized DigestTree.Part held() {
		return held.day();
	}

	synchronized long lines() {
		return lines;
	}

	/** Some files are left alone while others grow: the agent reads what is not being written. */
	private static long turn() {
		return System.nanoTime() / TURN_NS % 2;
	}

	private static String row(SyncLine line) {
		return String.join(";", line.code(), Integer.toString(line.seq()), Integer.toString(line.status().number()), line.at().toString(), line.applicant().name(),
				line.applicant().number(), line.note() == null ? "" : line.note(), line.officer() == null ? "" : line.officer(), line.dueAt() == null ? "" : line.dueAt().toString())
				+ "\n";
	}

}
