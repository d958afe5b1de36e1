package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The required cases of JSON-Schema-Test-Suite for draft 2020-12, run through the configuration of the validator that forms
 * are checked with. What it fails is listed with the reason; anything else it fails, and anything listed that it passes,
 * fails here.
 */
class JsonSchemaSuiteTests {

	private static final Path RESOURCES = Path.of("src", "test", "resources");

	private static final Path SUITE = RESOURCES.resolve("json-schema-test-suite");

	private static final Path FURTHER = RESOURCES.resolve("json-schema-further");

	private static final JsonMapper JSON = new JsonMapper();

	private static final SchemaRegistry REGISTRY = SchemaDialect.registry(remotes());

	static List<Path> files() {
		return Stream.of(SUITE.resolve("draft2020-12"), FURTHER).flatMap(JsonSchemaSuiteTests::json).toList();
	}

	@ParameterizedTest
	@MethodSource("files")
	void decidesAsTheSuiteSays(Path file) {
		Set<String> listed = exceptions().keySet().stream().filter(name -> name.startsWith(name(file) + " | ")).collect(Collectors.toCollection(TreeSet::new));
		assertThat(failures(file)).isEqualTo(listed);
	}

	@Test
	void runsTheWholeSuite() {
		assertThat(files()).as("46 of the suite, and one with what came later").hasSize(47);
		assertThat(files().stream().mapToInt(file -> tree(file).valueStream().mapToInt(group -> group.path("tests").size()).sum()).sum()).isGreaterThan(1_250);
	}

	@Test
	void givesAReasonForEveryException() {
		assertThat(exceptions()).hasSizeLessThanOrEqualTo(20).allSatisfy((name, reason) -> assertThat(reason).as(name).hasSizeGreaterThan(20));
	}

	/** A bundle cannot make the server call another: what the registry does not know is refused. */
	@Test
	void fetchesNothing() {
		JsonNode schema = JSON.readTree("{\"$ref\": \"http://localhost:1/other.json\"}");
		assertThat(Stream.of(schema).map(one -> decide(SchemaDialect.REGISTRY, one, JSON.readTree("1")))).containsExactly("unreadable");
	}

	private static Set<String> failures(Path file) {
		Set<String> failures = new TreeSet<>();
		for (JsonNode group : tree(file)) {
			for (JsonNode test : group.path("tests")) {
				String expected = test.path("valid").asBoolean() ? "valid" : "invalid";
				if (!decide(REGISTRY, group.path("schema"), test.path("data")).equals(expected)) {
					failures.add(name(file) + " | " + group.path("description").asString() + " | " + test.path("description").asString());
				}
			}
		}
		return failures;
	}

	private static String decide(SchemaRegistry registry, JsonNode schema, JsonNode data) {
		try {
			Schema compiled = registry.getSchema(SchemaLocation.of("https://motcua.vn/" + schema.hashCode()), schema);
			return compiled.validate(data).isEmpty() ? "valid" : "invalid";
		}
		catch (RuntimeException unreadable) {
			return "unreadable";
		}
	}

	/** Reasons by case. */
	private static Map<String, String> exceptions() {
		Map<String, String> exceptions = new HashMap<>();
		for (String line : lines(FURTHER.resolve("exceptions.txt"))) {
			if (!line.isBlank() && !line.startsWith("#")) {
				exceptions.put(line.substring(0, line.lastIndexOf(" | ")), line.substring(line.lastIndexOf(" | ") + 3));
			}
		}
		return exceptions;
	}

	private static Map<String, String> remotes() {
		Map<String, String> remotes = new HashMap<>();
		Path root = SUITE.resolve("remotes");
		try (Stream<Path> walk = Files.walk(root)) {
			for (Path file : walk.filter(path -> path.toString().endsWith(".json")).toList()) {
				remotes.put("http://localhost:1234/" + root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return remotes;
	}

	private static Stream<Path> json(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return new ArrayList<>(files.filter(path -> path.toString().endsWith(".json")).sorted().toList()).stream();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static JsonNode tree(Path file) {
		return JSON.readTree(String.join("\n", lines(file)));
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String name(Path file) {
		return file.getFileName().toString();
	}

}
