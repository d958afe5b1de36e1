package vn.motcua.site.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;

/** The description of the interfaces: every route with a sentence, its answer, its refusals and who may call it; nothing dangling. */
@MotCuaTest
class OpenApiTests {

	@LocalServerPort
	int port;

	@Autowired
	JsonMapper json;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping routes;

	private record Described(String name, JsonNode operation) {
	}

	@Test
	void describesEveryRouteOnceAndEachHasItsSentence() {
		Set<String> served = new TreeSet<>();
		routes.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream().filter(path -> path.startsWith("/api/") && !path.endsWith("openapi.json"))
			.forEach(path -> info.getMethodsCondition().getMethods().forEach(method -> served.add(method + " " + OpenApiDocument.written(path)))));
		assertThat(operations().stream().map(Described::name)).containsExactlyInAnyOrderElementsOf(served);
		assertThat(RouteSummaries.ALL.keySet()).containsExactlyInAnyOrderElementsOf(served);
		assertThat(RouteSummaries.ALL.values()).allMatch(sentence -> sentence.matches("[A-Z].*\\."));
	}

	@Test
	void saysOfEveryRouteWhoMayCallItAndWhatItAnswers() {
		Set<String> ids = new TreeSet<>();
		assertThat(operations()).allSatisfy(one -> {
			JsonNode operation = one.operation();
			assertThat(ids.add(operation.path("operationId").asString())).as(one.name()).isTrue();
			boolean open = operation.path("description").asString().startsWith("Open");
			assertThat(operation.path("security").isArray()).as(one.name()).isTrue();
			assertThat(operation.path("security").isEmpty()).as(one.name()).isEqualTo(open);
			Set<String> statuses = new TreeSet<>(operation.path("responses").propertyNames());
			assertThat(statuses).as(one.name()).contains("429", "503").anyMatch(status -> status.startsWith("2"));
			if (!open) {
				assertThat(statuses).as(one.name()).contains("401", "403");
			}
			if (one.name().contains("{")) {
				assertThat(statuses).as(one.name()).contains("404");
			}
		});
	}

	@Test
	void namesTheRefusalsOfTheModule() {
		JsonNode all = document("/api/openapi.json");
		JsonNode submission = all.path("paths").path("/api/dossier/v1/drafts/{id}/submission").path("post").path("responses");
		assertThat(submission.propertyNames()).contains("201", "409", "422");
		JsonNode refused = all.at("/components/responses/dossier-422");
		assertThat(refused.at("/content/application~1problem+json/schema/allOf/1/properties/code/enum").valueStream().map(code -> code.asString())).contains("dossier.incomplete");
		assertThat(refused.path("description").asString()).contains("`dossier.incomplete`: ").doesNotContain("problem.dossier");
	}

	@Test
	void describesUploadsAndFormats() {
		JsonNode all = document("/api/openapi.json");
		JsonNode upload = all.path("paths").path("/api/dossier/v1/drafts/{id}/files").path("post").at("/requestBody/content/multipart~1form-data/schema");
		assertThat(upload.path("required").valueStream().map(name -> name.asString())).containsExactly("component", "file");
		JsonNode formats = all.path("paths").path("/api/catalogue/v1/services/{code}").path("get").at("/responses/200/content");
		assertThat(formats.propertyNames()).contains("application/json", "application/ld+json", "text/turtle", "application/n-triples");
	}

	@Test
	void nothingDangles() {
		for (String path : List.of("/api/openapi.json", "/api/dossier/v1/openapi.json", "/api/catalogue/v1/openapi.json", "/api/agency/v1/openapi.json")) {
			JsonNode document = document(path);
			assertThat(references(document)).allSatisfy(reference -> assertThat(document.at(reference.substring(1)).isMissingNode()).as(path + " " + reference).isFalse());
			document.path("paths").properties().forEach(route -> route.getValue().forEach(operation -> assertThat(named(operation)).as(route.getKey()).isEqualTo(inPath(route.getKey()))));
		}
	}

	@Test
	void itsSchemasAreJsonSchema() {
		var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
		document("/api/openapi.json").at("/components/schemas").properties().forEach(schema -> assertThat(meta.validate(schema.getValue())).as(schema.getKey()).isEmpty());
	}

	private List<Described> operations() {
		List<Described> operations = new ArrayList<>();
		document("/api/openapi.json").path("paths").properties().forEach(path -> path.getValue().properties()
			.forEach(operation -> operations.add(new Described(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue()))));
		return operations;
	}

	private JsonNode document(String path) {
		var answer = new Visit(port).get(path, "application/json");
		assertThat(answer.statusCode()).isEqualTo(200);
		return json.readTree(answer.body());
	}

	private static List<String> references(JsonNode node) {
		return Stream.concat(node.isObject() && node.path("$ref").isString() ? Stream.of(node.path("$ref").asString()) : Stream.empty(),
				node.valueStream().flatMap(child -> references(child).stream())).distinct().toList();
	}

	private static Set<String> named(JsonNode operation) {
		return new TreeSet<>(operation.path("parameters").valueStream().filter(parameter -> parameter.path("in").asString().equals("path")).map(parameter -> parameter.path("name").asString()).toList());
	}

	private static Set<String> inPath(String path) {
		return new TreeSet<>(Stream.of(path.split("/")).filter(part -> part.startsWith("{")).map(part -> part.substring(1, part.length() - 1)).toList());
	}

}
