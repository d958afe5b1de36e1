package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The repository keeps its own house in order: sizes, leftovers, names, migrations, docs. */
class TidyTests {

	private static final Path ROOT = root();

	private static final int MOST_LINES = 300;

	private static final Pattern LEFTOVER = Pattern.compile(
			"(//|\\*|--|#).*\\b(TODO|FIXME|XXX|HACK)\\b|Thread\\.sleep|@Disabled|\\$unsafe\\{|printStackTrace");

	private static final Pattern VAGUE_NAME = Pattern.compile(".*(Dto|Entity|Impl|Manager|Helper|Utils?|Base)\\.java");

	private static final Pattern FOREIGN = Pattern.compile("/work/|/root/|/tmp/|/home/\\w|repo\\.maven|registry\\.npmjs|deb\\.debian");

	private static final Pattern CREATED = Pattern.compile("(?im)^\\s*create table (?:if not exists )?(\\w+\\.\\w+)(?!.*partition of)");

	@Test
	void noSourceFileIsTooLong() {
		assertThat(files("java", "jte", "sql")).filteredOn(file -> lines(file).size() > MOST_LINES).isEmpty();
	}

	@Test
	void nothingIsLeftOver() {
		assertThat(files("java", "jte", "sql", "js", "scss")).filteredOn(file -> !named(file, "TidyTests.java"))
			.filteredOn(file -> !file.startsWith(ROOT.resolve("bench")))
			.filteredOn(file -> LEFTOVER.matcher(text(file)).find())
			.isEmpty();
	}

	@Test
	void typesHaveNamesThatSaySomething() {
		assertThat(files("java")).filteredOn(file -> VAGUE_NAME.matcher(file.getFileName().toString()).matches()).isEmpty();
	}

	@Test
	void nothingNamesAMachineOrARegistry() {
		assertThat(files("java", "jte", "sql", "md", "yaml", "yml", "properties", "xml", "json", "js", "scss")).filteredOn(
				file -> !named(file, "TidyTests.java"))
			.filteredOn(file -> FOREIGN.matcher(text(file)).find())
			.isEmpty();
	}

	@Test
	void everyTableSaysWhatItIsFor() {
		List<String> silent = new ArrayList<>();
		for (Path file : files("sql")) {
			String sql = text(file);
			for (Matcher table = CREATED.matcher(sql); table.find();) {
				if (!Pattern.compile("(?i)comment on table " + Pattern.quote(table.group(1)) + "\\b").matcher(sql).find()) {
					silent.add(file.getFileName() + " " + table.group(1));
				}
			}
		}
		assertThat(silent).isEmpty();
	}

	@Test
	void migrationsAreNumberedAndTouchTheirOwnSchemaOnly() {
		List<String> strangers = new ArrayList<>();
		for (Path file : files("sql")) {
			String schema = file.getParent().getFileName().toString();
			assertThat(file.getFileName().toString()).matches("V\\d{3}__[a-z0-9_]+\\.sql|afterMigrate\\.sql");
			for (Matcher table = CREATED.matcher(text(file)); table.find();) {
				if (!table.group(1).startsWith(schema + ".")) {
					strangers.add(file.getFileName() + " " + table.group(1));
				}
			}
		}
		assertThat(strangers).isEmpty();
	}

	@Test
	void theReadmeFitsOnePage() {
		assertThat(lines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(100);
		assertThat(text(ROOT.resolve("README.md"))).contains("./motcua start", "./motcua test");
	}

	/** Every code name in the glossary is a type that exists. */
	@Test
	void theGlossaryAgreesWithTheCode() {
		List<String> types = files("java").stream().map(file -> file.getFileName().toString().replace(".java", "")).toList();
		List<String> unknown = new ArrayList<>();
		for (String line : lines(ROOT.resolve("docs/glossary.md"))) {
			String[] cells = line.split("\\|", -1);
			if (cells.length < 6 || !cells[3].contains("`")) {
				continue;
			}
			for (Matcher name = Pattern.compile("`(\\w+)[.\\w]*`").matcher(cells[3]); name.find();) {
				if (!types.contains(name.group(1))) {
					unknown.add(name.group(1));
				}
			}
		}
		assertThat(unknown).isEmpty();
	}

	private static List<Path> files(String... endings) {
		List<Path> found = new ArrayList<>();
		for (String folder : List.of("platform/src", "sdk/src", "agent/src", "sandbox/src", "bench/src", "bench/load/src", "docs", "services", "README.md", "README.vi.md", "CONTRIBUTING.md", "SECURITY.md",
				"CHANGELOG.md", "pom.xml")) {
			Path start = ROOT.resolve(folder);
			if (!Files.exists(start)) {
				continue;
			}
			try (Stream<Path> walk = Files.walk(start)) {
				walk.filter(Files::isRegularFile).filter(file -> Stream.of(endings).anyMatch(ending -> file.toString().endsWith("." + ending))).forEach(found::add);
			}
			catch (IOException unreadable) {
				throw new java.io.UncheckedIOException(unreadable);
			}
		}
		return found;
	}

	private static boolean named(Path file, String name) {
		return file.getFileName().toString().equals(name);
	}

	private static List<String> lines(Path file) {
		return text(file).lines().toList();
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

	private static Path root() {
		Path here = Path.of("").toAbsolutePath();
		return Files.exists(here.resolve("motcua")) ? here : here.getParent();
	}

}
