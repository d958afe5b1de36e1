package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.calendar.TimeLimit;

/** The schemas that {@code docs/schema} publishes are those of the program: the same file, the same words, and every shipped bundle fits. */
class SchemaDriftTests {

	private static final Path DOCS = Path.of("..", "docs", "schema");

	private static final JsonMapper JSON = new JsonMapper();

	static List<Path> bundles() throws IOException {
		try (Stream<Path> folders = Files.list(Path.of("..", "services"))) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

	@Test
	void theSchemaOfServicesIsTheOneTheProgramUses() throws IOException {
		try (InputStream used = ServiceVersion.class.getResourceAsStream("/catalogue/service.schema.json")) {
			assertThat(Files.readString(DOCS.resolve("service.schema.json")).lines()).containsExactlyElementsOf(new String(used.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
		}
	}

	@Test
	void theSchemaOfServicesKnowsTheWordsOfTheProgram() throws IOException {
		JsonNode properties = read("service.schema.json").path("properties");
		assertThat(words(properties.path("channels").path("items").path("enum"))).isEqualTo(words(Channel.values()));
		assertThat(words(properties.path("audience").path("items").path("enum"))).isEqualTo(words(ServiceVersion.Audience.values()));
		JsonNode fee = properties.path("fees").path("items").path("properties");
		assertThat(words(fee.path("kind").path("enum"))).isEqualTo(words(ServiceVersion.Fee.Kind.values()));
		assertThat(words(fee.path("pay_at").path("enum"))).isEqualTo(words(ServiceVersion.Fee.PayAt.values()));
		String limit = read("service.schema.json").path("$defs").path("limit").path("pattern").asString("");
		assertThat(new TreeSet<>(List.of(limit.replaceAll(".*\\((.*)\\).*", "$1").split("\\|")))).isEqualTo(words(TimeLimit.Unit.values()));
	}

	@Test
	void theSchemaOfFormsKnowsTheKindsAndMembersOfTheProgram() throws IOException {
		JsonNode members = read("form.schema.json").path("$defs").path("question").path("properties").path("x-field").path("properties");
		assertThat(words(members.path("kind").path("enum"))).isEqualTo(words(Kind.values()));
		assertThat(new TreeSet<>(members.propertyNames())).isEqualTo(new TreeSet<>(FieldCheck.MEMBERS));
		assertThat(words(members.path("parts").path("items").path("enum"))).isEqualTo(new TreeSet<>(PersonParts.NAMES));
		assertThat(read("form.schema.json").path("$defs").path("bound").path("pattern").asString("")).isNotBlank();
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void everyShippedFormFits(Path bundle) throws IOException {
		assertThat(formSchema().validate(BundleReader.form(Bundle.of(bundle)).tree())).isEmpty();
	}

	@Test
	void theSchemaOfFormsRefusesWhatTheCheckRefuses() throws IOException {
		String form = Files.readString(bundles().getFirst().resolve("form.json"));
		for (String[] mistake : new String[][] { { "\"kind\": \"text\"", "\"kind\": \"word\"" }, { "\"label\"", "\"lable\"" }, { "\"x-pages\"", "\"x-sheets\"" } }) {
			assertThat(form).contains(mistake[0]);
			assertThat(formSchema().validate(JSON.readTree(form.replace(mistake[0], mistake[1])))).as(mistake[1]).isNotEmpty();
		}
	}

	private static Schema formSchema() throws IOException {
		return SchemaDialect.REGISTRY.getSchema(SchemaLocation.of("https://motcua.vn/schema/form.schema.json"), read("form.schema.json"));
	}

	private static JsonNode read(String file) throws IOException {
		return JSON.readTree(Files.readString(DOCS.resolve(file)));
	}

	private static Set<String> words(JsonNode list) {
		return new TreeSet<>(list.valueStream().map(word -> word.asString("")).toList());
	}

	private static Set<String> words(Enum<?>[] values) {
		return new TreeSet<>(Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList());
	}

}
