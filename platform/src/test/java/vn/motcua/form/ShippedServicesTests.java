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

	/** Cases and components, a time limit for each channel, life events, words people search by, a template of the result. */
	@ParameterizedTest
	@MethodSource("folders")
	void saysEveryPartOfTheRecord(Path folder) throws IOException {
		JsonNode service = BundleReader.service(Bundle.of(folder)).tree();
		List<String> channels = service.path("channels").valueStream().map(JsonNode::stringValue).toList();
		assertThat(service.path("cases")).isNotEmpty().allSatisfy(one -> assertThat(one.path("time_limit").propertyNames()).as(one.path("id").asString())
			.containsExactlyInAnyOrderElementsOf(channels));
		assertThat(service.path("components")).isNotEmpty();
		assertThat(service.path("life_events")).isNotEmpty();
		assertThat(service.path("search_words").size()).isGreaterThanOrEqualTo(8);
		assertThat(folder.resolve("result.html")).isRegularFile();
	}

	/** {@code fees: []} is a service that costs nobody anything; {@code exempt: []} a fee that nobody is exempt from. */
	@ParameterizedTest
	@MethodSource("folders")
	void saysOfEveryFeeSinceWhenItHoldsAndWhoIsExempt(Path folder) throws IOException {
		JsonNode service = BundleReader.service(Bundle.of(folder)).tree();
		assertThat(service.has("fees")).isTrue();
		assertThat(service.path("fees")).allSatisfy(fee -> {
			assertThat(fee.path("valid").path("from").asString("")).as(fee.path("id").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
			assertThat(fee.path("exempt").isArray()).as(fee.path("id").asString()).isTrue();
			assertThat(fee.has("legal_basis") || fee.has("source")).as(fee.path("id").asString()).isTrue();
		});
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
