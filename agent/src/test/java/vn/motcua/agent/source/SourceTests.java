package vn.motcua.agent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come out of files and databases as they were meant, whatever encoding or separator. */
class SourceTests {

	private static final String TEXT = "Ma\u0303;Tên\nA;Nguyê\u0303n Thi\u0323 Ha\u0300\n\n\"B\";\"hai\ndo\u0300ng \"\"trích\"\"; x\"\n";

	@TempDir
	private Path folder;

	/** Keeps rows and marks; what a real taker has safe when a mark is reached. */
	private static final class Kept implements Taker {

		private final List<Row> rows = new ArrayList<>();

		private final List<Finding> findings = new ArrayList<>();

		private final Map<String, String> marks = new HashMap<>();

		private int most = Integer.MAX_VALUE;

		@Override
		public String mark(String part) {
			return marks.get(part);
		}

		@Override
		public void restart(String part) {
			findings.removeIf(finding -> finding.source().equals(part));
		}

		@Override
		public void row(Row row, String part, String mark) {
			rows.add(row);
			marks.put(part, mark);
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
			return rows.size() >= most;
		}

	}

	private final Kept kept = new Kept();

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1258", "UTF-8 with mark" })
	void readsCsvInTheEncodingItIsIn(String encoding) throws Exception {
		boolean marked = encoding.endsWith("with mark");
		Files.write(folder.resolve("a.csv"), ((marked ? "\uFEFF" : "") + TEXT).getBytes(Charset.forName(marked ? "UTF-8" : encoding)));
		source("*.csv").read(kept);
		assertThat(kept.rows).extracting(row -> row.text("mã"), row -> row.text("TÊN")).containsExactly(org.assertj.core.groups.Tuple.tuple("A", "Nguyễn Thị Hà"),
				org.assertj.core.groups.Tuple.tuple("B", "hai\ndòng \"trích\"; x"));
		assertThat(kept.rows).extracting(Row::number).as("as people count lines").containsExactly(2L, 4L);
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t", "|" })
	void knowsTheSeparatorByTheHeader(String separator) throws Exception {
		Files.writeString(folder.resolve("a.csv"), String.join(separator, "Mã", "Tên", "Ghi chú") + "\r\n" + String.join(separator, "A", "B", "") + "\r\n");
		source("*.csv").read(kept);
		assertThat(kept.rows).extracting(row -> row.text("Tên") + row.text("Ghi chú")).containsExactly("B");
	}

	@Test
	void leavesOutRowsThatAreTooLongOrHaveTooManyCellsAndGoesOn() throws Exception {
		Files.writeString(folder.resolve("a.csv"), "Mã,Tên\n1,\"" + "x".repeat(70_000) + "\n2,b,c\n3,ok\n");
		source("*.csv").read(kept);
		assertThat(kept.findings).extracting(Finding::rule, Finding::row).containsExactly(org.assertj.core.groups.Tuple.tuple("row-too-long", 2L),
				org.assertj.core.groups.Tuple.tuple("row-cells", 3L));
		assertThat(kept.rows).extracting(row -> row.text("Tên")).containsExactly("ok");
	}

	@Test
	void goesOnWhereItWasAndReadsAFileAgainThatGrew() throws Exception {
		Path file = folder.resolve("a.csv");
		Files.writeString(file, "Mã\n1\n2\n3\n");
		kept.most = 2;
		source("*.csv").read(kept);
		kept.most = Integer.MAX_VALUE;
		source("*.csv").read(kept);
		source("*.csv").read(kept);
		assertThat(kept.rows).extracting(row -> row.text("Mã")).containsExactly("1", "2", "3");
		Files.writeString(file, "Mã\n1\n2\n3\n4\n");
		source("*.csv").read(kept);
		assertThat(kept.rows).extracting(row -> row.text("Mã")).containsExactly("1", "2", "3", "1", "2", "3", "4");
	}

	@Test
	void leavesAFileAloneThatIsStillBeingWritten() throws Exception {
		Files.writeString(folder.resolve("a.csv"), "Mã\n1\n");
		new FolderSource(folder, List.of("*.csv"), "auto", "auto", Duration.ofHours(1)).read(kept);
		assertThat(kept.rows).isEmpty();
	}

	@Test
	void whoReadsOnceWaitsForAFileThatWasOnlyJustWritten() throws Exception {
		Files.writeString(folder.resolve("a.csv"), "Mã\n1\n");
		FolderSource source = new FolderSource(folder, List.of("*.csv"), "auto", "auto", Duration.ofMillis(400));
		source.settle();
		source.read(kept);
		assertThat(kept.rows).hasSize(1);
	}

	@Test
	void readsObjectsWithMembersInside() throws Exception {
		Files.writeString(folder.resolve("a.ndjson"), "{\"a\":{\"b\":\"x\",\"c\":1.50},\"d\":null}\nkhông phải\n{\"a\":{\"b\":\"y\"}}\n");
		source("*.ndjson").read(kept);
		assertThat(kept.rows).extracting(row -> row.text("a.b")).containsExactly("x", "y");
		assertThat(kept.findings).containsExactly(new Finding("a.ndjson", 2, "", "json", ""));
	}

	@Test
	void readsWorkbooksWithDatesAndNumbers() throws Exception {
		try (OutputStream out = Files.newOutputStream(folder.resolve("a.xlsx")); Workbook workbook = new Workbook(out, "test", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("Hồ sơ");
			sheet.value(0, 0, "Mã");
			sheet.value(0, 1, "Ngày");
			sheet.value(0, 2, "Số");
			sheet.value(1, 0, "A");
			sheet.value(1, 1, LocalDateTime.of(2026, 3, 5, 8, 7));
			sheet.style(1, 1).format("dd/mm/yyyy hh:mm").set();
			sheet.value(1, 2, 1190000001);
		}
		source("*.xlsx").read(kept);
		Row row = kept.rows.get(0);
		assertThat(row.text("Ngày")).startsWith("46086.33");
		assertThat(row.text("Số")).isEqualTo("1190000001");
		assertThat(row.spreadsheet()).isTrue();
	}

	@Test
	void saysThatAWorkbookIsNone() throws Exception {
		Files.write(folder.resolve("a.xlsx"), "nothing".getBytes(StandardCharsets.UTF_8));
		source("*.xlsx").read(kept);
		assertThat(kept.findings).extracting(Finding::rule).containsExactly("file-unreadable");
	}

	@Test
	void aFileThatCannotBeReadHoldsUpNoOther() throws Exception {
		try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(folder.resolve("a.xlsx")))) {
			zip.putNextEntry(new java.util.zip.ZipEntry("nothing"));
		}
		Files.writeString(folder.resolve("b.csv"), "Mã\n1\n");
		source("*.{xlsx,csv}").read(kept);
		assertThat(kept.findings).extracting(Finding::source, Finding::rule).containsExactly(org.assertj.core.groups.Tuple.tuple("a.xlsx", "file-unreadable"));
		assertThat(kept.rows).extracting(row -> row.text("Mã")).containsExactly("1");
	}

	@Test
	void aQueryWithoutTheOrderOfItsWatermarkIsRefusedAndOneWithoutValuesGoesOn() throws Exception {
		Database database = new Database("jdbc:h2:mem:two;DB_CLOSE_DELAY=-1", "", "", null);
		try (Connection connection = database.open(); Statement statement = connection.createStatement()) {
			statement.execute("create table ho_so (ma varchar(20), luc timestamp)");
			statement.execute("insert into ho_so values ('A', null)");
			JdbcSource source = new JdbcSource(database, "select ma, luc from ho_so where luc >= :since or luc is null order by luc desc", "luc", "2026-01-01 00:00:00", Duration.ZERO);
			source.read(kept);
			source.read(kept);
			assertThat(kept.marks).containsEntry("jdbc", "2026-01-01 00:00:00");
			statement.execute("insert into ho_so values ('B', '2026-03-05 08:00:00'), ('C', '2026-03-05 09:00:00')");
			assertThatThrownBy(() -> source.read(kept)).hasMessageContaining("not ordered by luc");
		}
	}

	@Test
	void readsAQueryByWatermarkALittleBackSoThatNothingIsMissed() throws Exception {
		Database database = new Database("jdbc:h2:mem:one;DB_CLOSE_DELAY=-1", "", "", null);
		try (Connection connection = database.open(); Statement statement = connection.createStatement()) {
			statement.execute("create table ho_so (ma varchar(20), luc timestamp)");
			statement.execute("insert into ho_so values ('A', '2026-03-05 08:00:00'), ('B', '2026-03-05 09:00:00')");
		}
		JdbcSource source = new JdbcSource(database, "select ma, luc from ho_so where luc >= :since order by luc", "luc", "2026-01-01", Duration.ofMinutes(5));
		source.read(kept);
		try (Connection connection = database.open(); Statement statement = connection.createStatement()) {
			statement.execute("insert into ho_so values ('late', '2026-03-05 08:58:00'), ('C', '2026-03-05 09:30:00')");
		}
		source.read(kept);
		assertThat(kept.rows).extracting(row -> row.text("MA")).containsExactly("A", "B", "late", "B", "C");
		assertThat(kept.marks).containsEntry("jdbc", "2026-03-05T09:30");
	}

	@Test
	void saysWhichDriverIsMissing() {
		Database database = new Database("jdbc:oracle:thin:@db:1521/x?password=secret", "", "", folder);
		assertThatThrownBy(database::open).hasMessageContaining("no driver knows").hasMessageNotContaining("secret");
	}

	private FolderSource source(String files) {
		return new FolderSource(folder, List.of(files), "auto", "auto", Duration.ZERO.minusSeconds(1));
	}

}
