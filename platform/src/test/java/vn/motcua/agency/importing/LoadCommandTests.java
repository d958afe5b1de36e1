package vn.motcua.agency.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import vn.motcua.agency.Agency.Level;
import vn.motcua.agency.TestCalendars;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.agency.domain.TestTree;

class LoadCommandTests {

	private static TestTree tree;

	private static LoadCommand command;

	private static WorkingCalendars calendars;

	@TempDir
	private Path folder;

	@BeforeAll
	static void open() {
		tree = TestTree.open();
		calendars = TestCalendars.on(tree.dataSource());
		command = new LoadCommand(new TreeImports(new TreeImportStore(JdbcClient.create(tree.dataSource())), new TreeWriter(new JdbcTemplate(tree.dataSource())),
				tree.current(), new DataSourceTransactionManager(tree.dataSource()), Clock.systemUTC()), calendars, java.util.List.of(), Clock.systemUTC());
	}

	@Test
	void dryRunShowsAndChangesNothing() throws IOException {
		Path file = Files.writeString(folder.resolve("tinh.csv"), "level,kind,name,code\nministry,bo-moi,Bộ Mới,G90\n");
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		assertThat(run(out, file.toString(), "--dry-run", "--on", "2026-01-01")).isZero();
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("ADDED G90 Bộ Mới", "ENDED", "problems 0");
		assertThat(tree.current().findByExchangeCode("G90", LocalDate.of(2026, 1, 2))).isEmpty();
	}

	@Test
	void loadsACalendarOrSaysWhatIsWrongInIt() throws IOException {
		Path file = Files.writeString(folder.resolve("lich.csv"),
				"day,rule,name_vi,name_en,source\n2031-03-03,off,Nghỉ,Day off,unverified\n2031-13-01,off,x,x,x\n2031-03-08,rest,x,x,x\n");
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThat(run(out, file.toString())).isEqualTo(1);
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("line 3: day must be a date", "line 4: rule must be off, worked or morning");
		assertThat(calendars.national().workingDay(LocalDate.of(2031, 3, 3))).isTrue();

		Files.writeString(file, "day,rule,name_vi,name_en,source\n2031-03-03,off,Nghỉ,Day off,unverified\n");
		assertThat(run(out, file.toString(), "--dry-run")).isZero();
		assertThat(calendars.national().workingDay(LocalDate.of(2031, 3, 3))).isTrue();
		assertThat(run(out, file.toString())).isZero();
		assertThat(calendars.national().workingDay(LocalDate.of(2031, 3, 3))).isFalse();
	}

	@Test
	void loadsEveryFileOfAFolder() throws IOException {
		Files.writeString(folder.resolve("a.csv"), "level,kind,name,code,parent\ndepartment,ban-quan-ly,Ban Quản lý Khu công nghệ cao,H29.77,\n");
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		assertThat(run(out, folder.toString(), "--on", "2026-01-01")).isEqualTo(1);
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("a.csv:2: agency.import.required: parent");

		Files.writeString(folder.resolve("a.csv"), "level,kind,name,code,parent\norganisation,ban-quan-ly,Ban Quản lý Khu công nghệ cao,H29.77,79\n");
		assertThat(run(out, folder.toString(), "--on", "2026-01-01")).isZero();
		LocalDate on = LocalDate.of(2026, 1, 1);
		assertThat(tree.current().findByExchangeCode("H29.77", on).orElseThrow().level()).isEqualTo(Level.ORGANISATION);
		assertThat(tree.current().department(tree.current().findByCode(Level.PROVINCE, "79", on).orElseThrow().id(), "ban-quan-ly", on)).isPresent();
	}

	@Test
	void saysOfEachFileOfAFolderThatItIsNotLoaded() throws IOException {
		Files.writeString(folder.resolve("READ.md"), "what is here\n");
		Files.writeString(folder.resolve("tea.yaml"), "kind: green\n");
		Files.createDirectory(folder.resolve("regimes"));
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		assertThat(run(out, folder.toString())).as("YAML was meant to be loaded").isEqualTo(1);
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("READ.md: skipped: neither CSV, XLSX nor YAML", "tea.yaml: skipped: no kind of file", "regimes: skipped: a folder");
		Files.delete(folder.resolve("tea.yaml"));
		assertThat(run(out, folder.toString())).isZero();
	}

	@Test
	void refusesWrongWordsAndUnreadableFiles() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Path file = Files.writeString(folder.resolve("tinh.csv"), "name\nHà Nội\n");

		assertThat(run(out)).isEqualTo(2);
		assertThat(run(out, file.toString(), "--on", "tomorrow")).isEqualTo(2);
		assertThat(run(out, folder.resolve("none.csv").toString())).isEqualTo(2);
		assertThat(run(out, file.toString())).isEqualTo(1);
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("agency.file-unreadable");
	}

	private static int run(ByteArrayOutputStream out, String... words) {
		return command.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
	}

}
