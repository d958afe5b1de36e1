package vn.motcua.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;

/** An administrator adds programs, gives them new secrets and revokes them. */
@MotCuaTest
class ProgramsTests {

	@LocalServerPort
	int port;

	@Autowired
	JsonMapper json;

	@Autowired
	JdbcTemplate jdbc;

	private Visit administrator;

	private final String clientId = "he-thong-" + UUID.randomUUID().toString().substring(0, 8);

	@BeforeEach
	void signIn() {
		administrator = Visit.signedIn(port, "quantri");
	}

	private HttpResponse<String> add(Map<String, String> fields) {
		return administrator.post("/quan-tri/ung-dung", "/quan-tri/ung-dung", fields);
	}

	private HttpResponse<String> addSystem() {
		return add(Map.of("loai", "he-thong", "ma", clientId, "ten", "Một cửa thử", "coQuan", "H26", "phamVi", "sync"));
	}

	private String page(HttpResponse<String> answer) {
		return match(answer.body(), "/quan-tri/ung-dung/([0-9a-f-]{36})/thu-hoi");
	}

	private static String secret(HttpResponse<String> answer) {
		return match(answer.body(), "id=\"ma-bi-mat\" value=\"([^\"]+)\"");
	}

	@Test
	void showsTheSecretOnceAndItBringsTokens() throws Exception {
		HttpResponse<String> added = addSystem();
		String secret = secret(added);
		assertThat(administrator.get("/quan-tri/ung-dung/" + page(added)).body()).contains(clientId).doesNotContain(secret);
		assertThat(jdbc.queryForObject("select secret_hash from identity.client where client_id = ?", String.class, clientId)).startsWith("{bcrypt}").doesNotContain(secret);
		assertThat(token(secret).statusCode()).isEqualTo(200);
		assertThat(written("CLIENT_ADDED")).isEqualTo(1);
	}

	@Test
	void aNewSecretEndsTheOldOneAndItsTokens() throws Exception {
		HttpResponse<String> added = addSystem();
		String first = secret(added);
		Visit system = new Visit(port).withBearer(json.readTree(token(first).body()).get("access_token").asString());
		assertThat(system.get("/api/notification/v1/inbox").statusCode()).as("known, without an inbox").isEqualTo(403);
		String path = "/quan-tri/ung-dung/" + page(added);
		String second = secret(administrator.post(path, path + "/ma-bi-mat", Map.of()));
		assertThat(token(first).statusCode()).isEqualTo(401);
		assertThat(token(second).statusCode()).isEqualTo(200);
		assertThat(system.get("/api/notification/v1/inbox").statusCode()).as("not known any more").isEqualTo(401);
		assertThat(written("CLIENT_SECRET_CHANGED")).isEqualTo(1);
	}

	@Test
	void aRevokedProgramGetsNothingAndItsTokensEnd() throws Exception {
		HttpResponse<String> added = addSystem();
		String secret = secret(added);
		Visit system = new Visit(port).withBearer(json.readTree(token(secret).body()).get("access_token").asString());
		String path = "/quan-tri/ung-dung/" + page(added);
		assertThat(administrator.post(path, path + "/thu-hoi", Map.of()).statusCode()).isBetween(302, 303);
		assertThat(token(secret).statusCode()).isEqualTo(401);
		assertThat(system.get("/api/notification/v1/inbox").statusCode()).isEqualTo(401);
		assertThat(administrator.get(path).body()).doesNotContain("/thu-hoi\"");
		assertThat(written("CLIENT_REVOKED")).isEqualTo(1);
	}

	@Test
	void namesTheFieldThatIsWrong() {
		HttpResponse<String> answer = add(Map.of("loai", "nguoi-dan", "ma", "X", "ten", "", "diaChi", "http://example.vn/quay-ve", "phamVi", "sync"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("href=\"#ma\"", "href=\"#ten\"", "href=\"#diaChi\"", "href=\"#phamVi\"");
		addSystem();
		assertThat(addSystem().body()).as("the id is taken").contains("href=\"#ma\"");
	}

	@Test
	void nobodyElseSeesPrograms() {
		assertThat(Visit.signedIn(port, "lan").get("/quan-tri/ung-dung").statusCode()).isEqualTo(403);
		assertThat(Visit.signedIn(port, "motcua.hanoi").get("/quan-tri/ung-dung").statusCode()).isEqualTo(403);
	}

	private Integer written(String action) {
		return jdbc.queryForObject("select count(*) from audit.access where action = ? and object like ?", Integer.class, action, clientId + "%");
	}

	private HttpResponse<String> token(String secret) throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token")).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=sync&client_id=" + clientId + "&client_secret=" + secret)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
	}

	private static String match(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}

}
