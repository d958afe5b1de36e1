package vn.motcua.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Both languages stay in step, and no page asks for words that are not there. */
class MessagesTests {

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("page\\.t\\(\"([a-z0-9.-]+)\"[,)]");

	private static final Pattern VALUE = Pattern.compile("\\{([A-Za-z]+)(?:\\|[^|{}]*\\|[^|{}]*)?}");

	@Test
	void bothLanguagesHaveTheSameKeysAndValues() {
		for (String module : Messages.MODULES) {
			Map<String, String> vietnamese = read(module, "vi");
			Map<String, String> english = read(module, "en");
			assertThat(english.keySet()).as("messages/%s_en.properties against _vi", module).isEqualTo(vietnamese.keySet());
			vietnamese.forEach((key, words) -> assertThat(values(english.get(key))).as(key).isEqualTo(values(words)));
		}
	}

	@Test
	void wordsGoWithTheirNumber() {
		Messages messages = Messages.load();
		assertThat(List.of("0", "1", "21").stream().map(n -> messages.text(Locale.ENGLISH, "reporting.regime.found", Map.of("n", n)))).containsExactly("0 report regimes", "1 report regime", "21 report regimes");
	}

	@Test
	void everyFileBelongsToAModuleAndEveryKeyToItsFile() throws IOException {
		try (Stream<Path> files = Files.list(MESSAGES)) {
			for (Path file : files.toList()) {
				String module = file.getFileName().toString().replaceAll("_(vi|en)\\.properties$", "");
				assertThat(Messages.MODULES).contains(module);
				assertThat(read(module, "vi").keySet()).as(file.toString())
					.allMatch(key -> key.startsWith(module + ".") || key.startsWith("problem." + module + ".") || module.equals("kernel"));
			}
		}
	}

	@Test
	void everyKeyNamedInATemplateHasWords() throws IOException {
		Messages messages = Messages.load();
		List<String> missing = new ArrayList<>();
		try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
			for (Path template : templates.filter(path -> path.toString().endsWith(".jte")).toList()) {
				Matcher keys = KEY_IN_TEMPLATE.matcher(Files.readString(template));
				while (keys.find()) {
					if (!messages.has(keys.group(1))) {
						missing.add(template + ": " + keys.group(1));
					}
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void noWordsAreEmptyOrTwice() throws IOException {
		try (Stream<Path> files = Files.list(MESSAGES)) {
			for (Path file : files.toList()) {
				List<String> keys = Files.readAllLines(file).stream().filter(line -> line.contains("=") && !line.startsWith("#"))
					.map(line -> line.substring(0, line.indexOf('=')).strip()).toList();
				assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
			}
		}
		for (String module : Messages.MODULES) {
			assertThat(read(module, "vi").values()).as(module).doesNotContain("");
		}
	}

	/** Names of the values; a value that is itself words may have an English twin with the ending "En". */
	private static Set<String> values(String words) {
		return VALUE.matcher(words).results().map(match -> match.group(1).replaceAll("En$", "")).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, String> read(String module, String language) {
		Path file = MESSAGES.resolve(module + "_" + language + ".properties");
		if (!Files.exists(file)) {
			return Map.of();
		}
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		Map<String, String> words = new TreeMap<>();
		properties.forEach((key, value) -> words.put((String) key, (String) value));
		return words;
	}

}
