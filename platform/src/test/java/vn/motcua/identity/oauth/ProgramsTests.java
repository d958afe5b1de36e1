package vn.motcua.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;

/** An administrator adds programs of people and revokes them; systems of agencies are not made here. */
@MotCuaTest
class ProgramsTests {

	@LocalServerPort
	int port;

	@Autowired
	JdbcTemplate jdbc;

	private Visit administrator;

	private final String clientId = "ung-dung-" + UUID.randomUUID().toString().substring(0, 8);

	@BeforeEach
	void signIn() {
		administrator = Visit.signedIn(port, "quantri");
	}

	private HttpResponse<String> add(Map<String, String> fields) {
		return administrator.post("/quan-tri/ung-dung", "/quan-tri/ung-dung", fields);
	}

	private HttpResponse<String> add() {
		return add(Map.of("ma", clientId, "ten", "Ứng dụng thử", "diaChi", "https://example.vn/quay-ve", "phamVi", "openid"));
	}

	private String page(HttpResponse<String> answer) {
		return answer.headers().firstValue("location").orElseThrow().replaceFirst("^http://[^/]+", "");
	}

	@Test
	void aProgramIsAddedAndRevoked() {
		String path = page(add());
		assertThat(administrator.get(path).body()).contains(clientId);
		assertThat(written("CLIENT_ADDED")).isEqualTo(1);
		assertThat(administrator.post(path, path + "/thu-hoi", Map.of()).statusCode()).isBetween(302, 303);
		assertThat(administrator.get(path).body()).doesNotContain("/thu-hoi\"");
		assertThat(written("CLIENT_REVOKED")).isEqualTo(1);
	}

	@Test
	void nobodyMakesOrRevokesASystemHere() {
		HttpResponse<String> answer = add(Map.of("loai", "he-thong", "ma", clientId, "ten", "Một cửa thử", "coQuan", "H26", "phamVi", "sync"));
		assertThat(answer.statusCode()).isEqualTo(422);
		UUID hanoi = jdbc.queryForObject("select id from identity.client where client_id = 'hanoi-demo'", UUID.class);
		assertThat(administrator.get("/quan-tri/ung-dung/" + hanoi).body()).contains("/quan-tri/lien-thong/").doesNotContain("/thu-hoi\"");
		administrator.post("/quan-tri/ung-dung", "/quan-tri/ung-dung/" + hanoi + "/thu-hoi", Map.of());
		assertThat(AgencySystem.token(port, "hanoi-demo", "motcua-demo")).isPresent();
	}

	@Test
	void namesTheFieldThatIsWrong() {
		HttpResponse<String> answer = add(Map.of("ma", "X", "ten", "", "diaChi", "http://example.vn/quay-ve", "phamVi", "sync"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("href=\"#ma\"", "href=\"#ten\"", "href=\"#diaChi\"", "href=\"#phamVi\"");
		add();
		assertThat(add().body()).as("the id is taken").contains("href=\"#ma\"");
	}

	@Test
	void nobodyElseSeesPrograms() {
		assertThat(Visit.signedIn(port, "lan").get("/quan-tri/ung-dung").statusCode()).isEqualTo(403);
		assertThat(Visit.signedIn(port, "motcua.hanoi").get("/quan-tri/ung-dung").statusCode()).isEqualTo(403);
	}

	private Integer written(String action) {
		return jdbc.queryForObject("select count(*) from audit.access where action = ? and object like ?", Integer.class, action, clientId + "%");
	}

}
