package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;

/** The page of a service names who handles it: every kind of department that a shipped service goes to has words. */
class DepartmentWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "vi", "en" })
	void everyDepartmentOfAShippedServiceHasAName(String language) throws IOException {
		Properties words = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/catalogue_" + language + ".properties"), StandardCharsets.UTF_8)) {
			words.load(reader);
		}
		assertThat(departments()).isNotEmpty().allSatisfy(kind -> assertThat(words).containsKey("catalogue.department." + kind));
	}

	private static Set<String> departments() throws IOException {
		Set<String> kinds = new TreeSet<>();
		try (Stream<Path> folders = Files.list(Path.of("..", "services"))) {
			for (Path folder : folders.filter(Files::isDirectory).toList()) {
				String department = BundleReader.read(Bundle.of(folder), 1, 1).handling().department();
				kinds.addAll(department == null ? List.of() : List.of(department.split(" ")));
			}
		}
		return kinds;
	}

}
