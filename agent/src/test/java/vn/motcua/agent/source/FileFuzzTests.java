package vn.motcua.agent.source;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, it is read to its end or named in a finding: no failure, no waiting for ever, no more memory than a row. */
class FileFuzzTests {

	private static final int CASES = 600;

	private static final long GIGABYTE = 1L << 30;

	private static final String CSV = "Mã;Tên;\"Ghi \"\"chú\"\"\";Lúc\nA-1;Nguyễn Thị Hà;\"hai\ndòng\";05/03/2026 08:07\nA-2;Lê Văn Ba;;20260305080700\n";

	private static final String NDJSON = "{\"ma\":\"A-1\",\"chu\":{\"ten\":\"Hà\",\"so\":1.50},\"ds\":[1,2,{\"x\":null}]}\n{\"ma\":\"A-2\",\"chu\":null}\n";

	private static final String[] PIECES = { "\"", "\"\"\"\"\"", "\0", "\uFEFF", "\r", "\n\n", "sep=\"\n", ";".repeat(3000), "\"".repeat(70_000), "[".repeat(3000), "{\"a\":".repeat(500), "9".repeat(2000),
			"1e999999999", "\ud800", "x".repeat(70_000), "\\u0000", "&#x0;", "<!DOCTYPE x [<!ENTITY a \"b\">]>" };

	@TempDir
	private Path folder;

	private static final class Counting implements Taker {

		private final Map<String, String> marks = new HashMap<>();

		private final List<Finding> findings = new ArrayList<>();

		private long rows;

		@Override
		public String mark(String part) {
			return marks.get(part);
		}

		@Override
		public void restart(String part) {
			findings.clear();
		}

		@Override
		public void row(Row row, String part, String mark) {
			rows++;
		}

		@Override
		public void reached(String part, String mark) {
			marks.put(part, mark);
		}

		@Override
		public void found(Finding finding) {
			findings.add(finding);
		}

		@Override
		public boolean enough() {
			return false;
		}

	}

	@Test
	void everyMutatedFileIsReadOrNamedInAFinding() throws Exception {
		byte[] workbook = workbook();
		List<String> failed = new ArrayList<>();
		for (int seed = 0; seed < CASES; seed++) {
			Random random = new Random(seed);
			String kind = List.of("csv", "ndjson", "xlsx").get(seed % 3);
			byte[] good = kind.equals("csv") ? CSV.getBytes(StandardCharsets.UTF_8) : kind.equals("ndjson") ? NDJSON.getBytes(StandardCharsets.UTF_8) : workbook;
			Path file = folder.resolve("a." + kind);
			Files.write(file, mutated(good, random, kind.equals("xlsx")));
			Counting counting = new Counting();
			try {
				assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new FolderSource(folder, List.of("a." + kind), "auto", "auto", Duration.ofSeconds(-1)).read(counting));
				if (!counting.marks.getOrDefault(file.getFileName().toString(), "").endsWith("done")) {
					failed.add("seed " + seed + " " + kind + ": not read to its end");
				}
			}
			catch (Throwable broken) {
				failed.add("seed " + seed + " " + kind + ": " + broken);
			}
			Files.delete(file);
		}
		assertThat(failed).isEmpty();
	}

	@Test
	void aLineOfAGigabyteIsAFindingAndTakesNoMemory() throws Exception {
		for (String kind : List.of("csv", "ndjson")) {
			Path file = folder.resolve("lon." + kind);
			Files.writeString(file, kind.equals("csv") ? "Mã;Tên\n" : "{\"ma\":\"A\"}\n");
			try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
				long size = kind.equals("csv") ? GIGABYTE : GIGABYTE / 8;
				hole.setLength(size);
				hole.seek(size);
				hole.write(kind.equals("csv") ? "\nB;Hà\n".getBytes(StandardCharsets.UTF_8) : "\n{\"ma\":\"B\"}\n".getBytes(StandardCharsets.UTF_8));
			}
			Counting counting = new Counting();
			new FolderSource(folder, List.of(file.getFileName().toString()), "UTF-8", ";", Duration.ofSeconds(-1)).read(counting);
			assertThat(counting.findings).extracting(Finding::rule).containsExactly("row-too-long");
			assertThat(counting.rows).as("what stands around it is taken").isEqualTo(kind.equals("csv") ? 1 : 2);
			Files.delete(file);
		}
	}

	@Test
	void halfARowThatIsBeingWrittenIsNotTaken() throws Exception {
		Path file = folder.resolve("b.csv");
		Files.writeString(file, "Mã\n1\n2\nnua dong");
		try (java.io.Reader reader = TextFile.open(file, "auto", "Mã\n1\n2\n".getBytes(StandardCharsets.UTF_8).length)) {
			assertThat(new java.io.BufferedReader(reader).lines()).containsExactly("Mã", "1", "2");
		}
	}

	private static byte[] mutated(byte[] good, Random random, boolean packed) {
		byte[] bytes = good;
		for (int i = random.nextInt(4); i >= 0; i--) {
			bytes = switch (random.nextInt(6)) {
				case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
				case 1 -> inserted(bytes, random.nextInt(bytes.length + 1), Arrays.copyOfRange(bytes, 0, random.nextInt(bytes.length + 1)));
				case 2 -> inserted(bytes, random.nextInt(bytes.length + 1), PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
				case 3 -> packed ? flipped(bytes, random) : new String(bytes, StandardCharsets.UTF_8).getBytes(Charset.forName(List.of("UTF-16", "UTF-16LE", "windows-1258", "UTF-32").get(random.nextInt(4))));
				default -> flipped(bytes, random);
			};
		}
		return bytes;
	}

	private static byte[] flipped(byte[] bytes, Random random) {
		byte[] flipped = bytes.clone();
		for (int i = random.nextInt(6); i >= 0 && flipped.length > 0; i--) {
			flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
		}
		return flipped;
	}

	private static byte[] inserted(byte[] bytes, int at, byte[] piece) {
		byte[] whole = new byte[bytes.length + piece.length];
		System.arraycopy(bytes, 0, whole, 0, at);
		System.arraycopy(piece, 0, whole, at, piece.length);
		System.arraycopy(bytes, at, whole, at + piece.length, bytes.length - at);
		return whole;
	}

	private static byte[] workbook() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("Hồ sơ");
			for (int row = 0; row < 5; row++) {
				sheet.value(row, 0, row == 0 ? "Mã" : "A-" + row);
				sheet.value(row, 1, "Nguyễn Thị Hà");
				if (row > 0) {
					sheet.value(row, 2, LocalDateTime.of(2026, 3, 5, 8, row));
					sheet.value(row, 3, 1_190_000_001L * row);
				}
			}
		}
		return bytes.toByteArray();
	}

}
