package vn.motcua.catalogue.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;

/**
 * The catalogue as linked data against the constraints of CPSV-AP 3.2.0 and DCAT-AP 3.0.0 (European Union, CC BY 4.0), by
 * Apache Jena. {@code shacl/} holds every constraint of the published files, restated in shorter form; nothing is left out
 * but names, descriptions and shapes without a constraint. Both profiles count on RDFS, by which whatever is named is an
 * {@code rdfs:Resource}; that is put in here, nothing else.
 */
@MotCuaTest
class LinkedDataTests {

	private static final String PLACE = "/api/catalogue/v1";

	private static final Property TITLE = DCTerms.title;

	private static final Shapes SERVICES = shapes("cpsv-ap-3.2.0.ttl", 21);

	private static final Shapes CATALOGUE = shapes("dcat-ap-3.0.0.ttl", 15);

	@LocalServerPort
	int port;

	@Autowired
	JsonMapper json;

	@Test
	void everyServiceFitsTheProfileOfPublicServices() {
		Model all = read(get(PLACE + "/services", "application/ld+json"), Lang.JSONLD);
		assertThat(findings(SERVICES, all)).isEmpty();
		long listed = json.readTree(get(PLACE + "/services?limit=200", "application/json").body()).path("items").size();
		assertThat(all.listSubjectsWithProperty(RDF.type, all.createResource("http://purl.org/vocab/cpsv#PublicService")).toList()).hasSizeGreaterThanOrEqualTo((int) Math.min(listed, 8));
	}

	@Test
	void theCatalogueFitsBothProfiles() {
		Model catalogue = read(get(PLACE + "/catalog", "application/ld+json"), Lang.JSONLD);
		assertThat(findings(CATALOGUE, catalogue)).isEmpty();
		assertThat(findings(SERVICES, catalogue)).isEmpty();
		assertThat(findings(CATALOGUE, read(get(PLACE + "/services", "application/ld+json"), Lang.JSONLD))).isEmpty();
	}

	@Test
	void saysOfOneServiceWhatItsRecordSays() {
		Model birth = read(get(PLACE + "/services/1.001193", "application/ld+json"), Lang.JSONLD);
		assertThat(findings(SERVICES, birth)).isEmpty();
		var service = birth.getResource("http://localhost:" + port + "/dich-vu/1.001193");
		assertThat(service.getProperty(DCTerms.identifier).getString()).isEqualTo("1.001193");
		assertThat(service.listProperties(TITLE).toList()).extracting(title -> title.getLanguage() + " " + title.getString()).contains("vi Đăng ký khai sinh", "en Birth registration");
		assertThat(service.listProperties(birth.createProperty("http://purl.org/vocab/cpsv#hasInput")).toList()).isNotEmpty();
		assertThat(service.listProperties(birth.createProperty("http://data.europa.eu/m8g/hasChannel")).toList()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/services", "/services/1.001193", "/catalog" })
	void saysTheSameInEveryFormat(String path) {
		Model jsonLd = read(get(PLACE + path, "application/ld+json"), Lang.JSONLD);
		assertThat(read(get(PLACE + path, "text/turtle"), Lang.TURTLE).isIsomorphicWith(jsonLd)).isTrue();
		assertThat(read(get(PLACE + path, "application/n-triples"), Lang.NTRIPLES).isIsomorphicWith(jsonLd)).isTrue();
	}

	@Test
	void theFilesOfTheDataSetAreThere() {
		Model catalogue = read(get(PLACE + "/catalog", "application/ld+json"), Lang.JSONLD);
		List<String> files = catalogue.listObjectsOfProperty(catalogue.createProperty("http://www.w3.org/ns/dcat#downloadURL")).toList().stream()
			.map(file -> file.asResource().getURI().replace("http://localhost:" + port, "")).sorted().toList();
		assertThat(files).containsExactly(PLACE + "/services.jsonld", PLACE + "/services.nt");
		assertThat(read(get(files.getFirst(), "*/*"), Lang.JSONLD).isIsomorphicWith(read(get(files.getLast(), "*/*"), Lang.NTRIPLES))).isTrue();
	}

	@Test
	void theShapesFindWhatIsMissing() {
		Model birth = read(get(PLACE + "/services/1.001193", "application/ld+json"), Lang.JSONLD);
		var service = birth.getResource("http://localhost:" + port + "/dich-vu/1.001193");
		service.removeAll(TITLE);
		birth.removeAll(null, birth.createProperty("http://data.europa.eu/m8g/hasCompetentAuthority"), null);
		assertThat(findings(SERVICES, birth)).hasSize(2).anyMatch(finding -> finding.contains("title")).anyMatch(finding -> finding.contains("hasCompetentAuthority"));
	}

	@Test
	void refusesServicesThatAreNotThere() {
		assertThat(get(PLACE + "/services/9.999999", "application/ld+json").statusCode()).isEqualTo(404);
		assertThat(get(PLACE + "/catalog", "application/pdf").statusCode()).isEqualTo(406);
	}

	private HttpResponse<String> get(String path, String accept) {
		return new Visit(port).get(path, accept);
	}

	private static Model read(HttpResponse<String> answer, Lang language) {
		assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(language.getContentType().getContentTypeStr());
		Model model = ModelFactory.createDefaultModel();
		RDFParser.fromString(answer.body(), language).parse(model);
		assertThat(model.isEmpty()).isFalse();
		return model;
	}

	private static List<String> findings(Shapes shapes, Model model) {
		Model resources = ModelFactory.createDefaultModel();
		model.listObjects().filterKeep(node -> node.isResource()).forEach(node -> resources.add(node.asResource(), RDF.type, RDFS.Resource));
		Graph data = ModelFactory.createUnion(model, resources).getGraph();
		ValidationReport report = ShaclValidator.get().validate(shapes, data);
		return report.getEntries().stream().map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message()).toList();
	}

	private static Shapes shapes(String file, int targets) {
		Graph graph = RDFDataMgr.loadGraph(Path.of("src", "test", "resources", "shacl", file).toUri().toString());
		Shapes shapes = Shapes.parse(graph);
		assertThat(shapes.getTargetShapes()).hasSize(targets);
		return shapes;
	}

}
