package vn.motcua.site.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.MotCuaTest;

/** What is refused or fails is answered in the reader's words and form. */
@MotCuaTest
class ProblemTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private JsonMapper json;

	@Test
	void answersAProgramAsRfc9457AskedInItsLanguage() throws Exception {
		HttpResponse<String> answer = send(request("/api/nothing/v1/here").header("Accept-Language", "en"));
		JsonNode problem = json.readTree(answer.body());
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
		assertThat(problem.path("code").asString()).isEqualTo("common.not-found");
		assertThat(problem.path("title").asString()).isEqualTo("Page not found");
		assertThat(problem.path("instance").asString()).isEqualTo("/api/nothing/v1/here");
		assertThat(problem.path("traceId").asString()).isEqualTo(answer.headers().firstValue("X-Trace-Id").orElseThrow());
		assertThat(json.readTree(send(request("/api/nothing/v1/here")).body()).path("title").asString()).isEqualTo("Không tìm thấy trang");
	}

	@Test
	void answersAPersonWithAPageThatSaysWhatToDo() throws Exception {
		HttpResponse<String> answer = send(request("/khong-co").header("Accept", "text/html"));
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("Không tìm thấy trang", "/so-do-trang", answer.headers().firstValue("X-Trace-Id").orElseThrow());
	}

	@Test
	void namesTheParameterThatIsOfTheWrongType() throws Exception {
		HttpResponse<String> answer = send(request("/api/agency/v1/units?on=yesterday"));
		assertThat(answer.statusCode()).isBetween(400, 422);
		assertThat(json.readTree(answer.body()).path("errors").path(0).path("pointer").asString()).isEqualTo("/on");
	}

	@Test
	void saysWhichMethodsAnAddressTakes() throws Exception {
		HttpResponse<String> answer = send(request("/api/openapi.json").header("X-CSRF-TOKEN", "x").header("Authorization", "Bearer x").method("DELETE", BodyPublishers.noBody()));
		assertThat(answer.statusCode()).isIn(401, 405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /%zz HTTP/1.1", "GET /a\\b HTTP/1.1", "GET /a|b HTTP/1.1", "GET /..;/ho-so HTTP/1.1", "GET /tro-nang?q=%ZZ HTTP/1.1",
			"GET //tro-nang HTTP/1.1", "GET /%2e%2e/etc HTTP/1.1", "GET /tro-nang%00 HTTP/1.1", "BREW /tro-nang HTTP/1.1", "GET /tro-nang HTTP/9.9", "nonsense" })
	void answersAMalformedRequestCleanly(String line) throws Exception {
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
			InputStream in = socket.getInputStream();
			String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).as(line).doesNotContain("Exception", "Apache Tomcat", "at org.");
			int status = Integer.parseInt(answer.substring(9, 12));
			assertThat(status == 505 || status < 500).as(line + " → " + status).isTrue();
		}
	}

	@Test
	void takesAValueTheDatabaseRefusesAsTheCallersMistakeAndAMissingDatabaseAsOurs() {
		assertThat(Problems.of(new IllegalStateException(new SQLException("", "22021"))).status()).isEqualTo(400);
		assertThat(Problems.of(new IllegalStateException(new SQLException("", "08006"))).status()).isEqualTo(503);
		assertThat(Problems.of(new IllegalStateException("unforeseen")).status()).isEqualTo(500);
	}

	@Test
	void describesEveryInterfaceAsOpenApi() throws Exception {
		JsonNode all = json.readTree(send(request("/api/openapi.json")).body());
		assertThat(all.path("openapi").asString()).startsWith("3.1");
		assertThat(all.path("paths").propertyNames()).anyMatch(path -> path.startsWith("/api/agency/v1/"));
		JsonNode agency = json.readTree(send(request("/api/agency/v1/openapi.json")).body());
		assertThat(agency.path("paths").propertyNames()).isNotEmpty().allMatch(path -> path.startsWith("/api/agency/v1/"));
		assertThat(send(request("/api/nothing/v1/openapi.json")).statusCode()).isEqualTo(404);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return HTTP.send(request.build(), BodyHandlers.ofString());
	}

}
