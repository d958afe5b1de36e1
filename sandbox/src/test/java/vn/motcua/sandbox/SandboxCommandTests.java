package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.sandbox.year.Habit;

/** Settings, words, and the year as an export. */
class SandboxCommandTests {

	@TempDir
	private Path folder;

	@Test
	void settingsComeFromAFileAndFromTheCommandLine() throws Exception {
		Path file = folder.resolve("sandbox.properties");
		Files.writeString(file, "agencies = H26, H08:5000\nseed = 9\nhabit = H26=one-second,due-moved\n");
		Settings settings = SettingsReader.read(List.of("--config", file.toString(), "--seed", "11", "--from", "2019-08-01", "--to", "2020-08-19", "--speed", "3600"));
		assertThat(settings.seed()).isEqualTo(11);
		assertThat(settings.speed()).isEqualTo(3_600);
		assertThat(settings.from()).isEqualTo(LocalDate.of(2019, 8, 1));
		assertThat(settings.agencies()).extracting(plan -> plan.code() + " " + plan.dossiersAYear()).containsExactly("H26 2500", "H08 5000");
		assertThat(settings.agencies().getFirst().habits()).containsExactlyInAnyOrder(Habit.ONE_SECOND, Habit.DUE_MOVED);
		assertThat(settings.toString()).doesNotContain(settings.secret());
	}

	@Test
	void aWrongSettingIsNamedWithItsRule() {
		for (String[] wrong : new String[][] { { "--agencies", "h26" }, { "--agencies", "H26:0" }, { "--from", "1.8.2019" }, { "--to", "2000-01-01" }, { "--habit", "H26=lies" },
				{ "--habit", "H99=one-second" }, { "--speed", "fast" }, { "--speed", "NaN" }, { "--port", "70000" }, { "--interface", "soap" }, { "--platform", "localhost" }, { "--colour", "red" } }) {
			assertThatThrownBy(() -> SettingsReader.read(List.of(wrong))).as(String.join(" ", wrong)).isInstanceOf(SettingsProblem.class).hasMessageContaining(wrong[0]);
		}
		assertThatThrownBy(() -> SettingsReader.read(List.of("--seed"))).isInstanceOf(SettingsProblem.class);
	}

	@Test
	void bothLanguagesSayTheSameThings() {
		assertThat(Words.VI.keys()).isEqualTo(Words.EN.keys());
		assertThat(Words.EN.keys()).containsAll(Stream.of(Failure.values()).map(failure -> "failure." + failure.word()).toList());
	}

	@Test
	void theYearIsWrittenAsAnExistingSystemExportsIt() throws Exception {
		List<String> arguments = List.of("--agencies", "H26:500,H08:500", "--from", "2019-08-01", "--to", "2020-07-31", "--errors", "0");
		int rows = CsvYear.write(SettingsReader.read(arguments), folder.resolve("a"));
		CsvYear.write(SettingsReader.read(arguments), folder.resolve("b"));
		List<Path> files;
		try (Stream<Path> found = Files.list(folder.resolve("a/export"))) {
			files = found.sorted().toList();
		}
		assertThat(files).hasSizeBetween(12, 13).first().hasToString(folder.resolve("a/export/ho-so-2019-08.csv").toString());
		int lines = 0;
		for (Path file : files) {
			List<String> read = Files.readAllLines(file);
			lines += read.size() - 1;
			assertThat(read).allMatch(line -> line.split(";", -1).length == 12);
			assertThat(Files.readString(folder.resolve("b/export").resolve(file.getFileName()))).isEqualTo(Files.readString(file));
		}
		assertThat(lines).isEqualTo(rows).isBetween(3_000, 6_000);
		assertThat(Files.readString(folder.resolve("a/agencies.csv"))).isEqualTo("Đơn vị;Mã định danh\nUBND Thành phố Hà Nội;H26\nĐơn vị H08;H08\n");
	}

	@Test
	void aFolderKeepsOneYear() throws Exception {
		Settings settings = SettingsReader.read(List.of("--agencies", "H26:100", "--data", folder.toString(), "--platform", "http://127.0.0.1:9"));
		long dossiers;
		try (VendorDatabase database = new VendorDatabase(folder)) {
			Filing.year(database, settings);
			Filing.year(database, settings);
			dossiers = database.number("select count(*) from dossier");
		}
		assertThat(dossiers).isBetween(60L, 130L);
		Settings other = SettingsReader.read(List.of("--agencies", "H26:100", "--seed", "8", "--data", folder.toString()));
		assertThatThrownBy(() -> new Sandbox(other)).hasMessageContaining("holds another year");
	}

}
