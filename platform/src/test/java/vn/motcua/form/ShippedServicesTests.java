package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.form.FormDefinition.Kind;

/** The services that ship: without a finding, every example as it says, and between them every kind of question. */
class ShippedServicesTests {

	static List<Path> folders() throws IOException {
		Path services = Files.isDirectory(Path.of("services")) ? Path.of("services") : Path.of("..", "services");
		try (Stream<Path> folders = Files.list(services)) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("folders")
	void passesItsCheck(Path folder) {
		assertThat(said("check", folder)).endsWith("fine\n");
	}

	@ParameterizedTest
	@MethodSource("folders")
	void doesWhatItsExamplesSay(Path folder) {
		assertThat(said("try", folder)).contains("✓ ").doesNotContain("✗ ");
	}

	@ParameterizedTest
	@MethodSource("folders")
	void hasAtLeastFiveExamplesSomeOfThemRefused(Path folder) throws IOException {
		JsonNode examples = BundleReader.examples(Bundle.of(folder)).tree();
		assertThat(examples.size()).isGreaterThanOrEqualTo(5);
		assertThat(examples.valueStream().filter(example -> example.path("expect").has("problems"))).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("folders")
	void explainsEveryQuestionAndShowsWhatToType(Path folder) throws IOException {
		Set<String> typed = Set.of("text", "long-text", "number", "money", "date", "date-or-year", "address", "person");
		for (JsonNode question : questions(BundleReader.form(Bundle.of(folder)).tree())) {
			String label = question.path("label").path("vi").asString("");
			assertThat(question.path("help").path("vi").asString("")).as(label).isNotBlank();
			assertThat(question.path("help").path("en").asString("")).as(label).isNotBlank();
			if (typed.contains(question.path("kind").asString(""))) {
				assertThat(question.path("sample").asString("")).as(label).isNotBlank();
			}
		}
	}

	@Test
	void useEveryKindOfQuestion() throws IOException {
		EnumSet<Kind> unused = EnumSet.allOf(Kind.class);
		for (Path folder : folders()) {
			questions(BundleReader.form(Bundle.of(folder)).tree())
				.forEach(question -> unused.remove(Kind.valueOf(question.path("kind").asString("").toUpperCase().replace('-', '_'))));
		}
		assertThat(unused).isEmpty();
	}

	private static List<JsonNode> questions(JsonNode node) {
		List<JsonNode> questions = new ArrayList<>();
		if (node.path("x-field").has("kind")) {
			questions.add(node.path("x-field"));
		}
		node.forEach(child -> questions.addAll(questions(child)));
		return questions;
	}

	private static String said(String command, Path folder) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ServiceCommand().run(List.of(command, folder.toString()), new PrintStream(bytes, true, StandardCharsets.UTF_8));
		return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

}
