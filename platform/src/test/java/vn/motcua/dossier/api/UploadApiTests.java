package vn.motcua.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.Drafts;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.domain.AccessTokens;
import vn.motcua.kernel.Actor;

/** Papers over HTTP: multipart to {@code POST /api/dossier/v1/drafts/{id}/files}. */
@MotCuaTest
class UploadApiTests {

	private static final String DRAFTS = "/api/dossier/v1/drafts";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccessTokens tokens;

	@Autowired
	private Drafts drafts;

	@Autowired
	private JsonMapper json;

	private Visit machine;

	private String files;

	@BeforeEach
	void openADraft() {
		Actor hung = accounts.actor(accounts.findByLogin("hung").orElseThrow().id());
		tokens.revokeAll(hung.account());
		drafts.of(hung).forEach(draft -> drafts.discard(draft.id(), hung));
		machine = new Visit(port).withBearer(tokens.issue(hung, "upload", Duration.ofHours(1)));
		files = DRAFTS + "/" + body(machine.json("POST", DRAFTS, "{\"service\": \"1.001193\"}"), 201).path("id").asString() + "/files";
	}

	@Test
	void keepsAPaperAndTakesItAway() {
		JsonNode kept = body(upload(machine, "birth-notice", "giay-chung-sinh.pdf", BirthRegistration.PDF), 201);
		assertThat(kept.path("component").asString()).isEqualTo("birth-notice");
		assertThat(kept.path("name").asString()).isEqualTo("giay-chung-sinh.pdf");
		assertThat(kept.path("mediaType").asString()).isEqualTo("application/pdf");
		assertThat(kept.path("sizeBytes").asInt()).isEqualTo(BirthRegistration.PDF.length);
		assertThat(kept.path("sha256").asString()).matches("[0-9a-f]{64}");
		assertThat(listed()).hasSize(1);
		assertThat(machine.json("DELETE", files + "/" + kept.path("id").asString(), "").statusCode()).isEqualTo(204);
		assertThat(listed()).isEmpty();
	}

	@Test
	void refusesWhatItIsNot() {
		assertThat(codes(upload(machine, "birth-notice", "giay.pdf", "no PDF at all".getBytes(StandardCharsets.UTF_8)), 422)).contains("file.type-not-accepted");
		assertThat(codes(upload(machine, "birth-notice", "giay.pdf", new byte[0]), 422)).contains("file.empty");
		assertThat(codes(upload(machine, "nothing-of-the-kind", "giay.pdf", BirthRegistration.PDF), 422)).contains("dossier.unknown-component");
		assertThat(machine.upload(files, Map.of("component", "birth-notice"), "other", "giay.pdf", BirthRegistration.PDF).statusCode()).isEqualTo(400);
		assertThat(machine.json("POST", files, "{}").statusCode()).isEqualTo(415);
		assertThat(listed()).isEmpty();
	}

	@Test
	void refusesMoreThanThePaperMayHold() {
		byte[] large = Arrays.copyOf(BirthRegistration.PDF, 11 * 1024 * 1024);
		assertThat(codes(upload(machine, "birth-notice", "lon.pdf", large), 422)).contains("file.too-large");
		upload(machine, "birth-notice", "1.pdf", BirthRegistration.PDF);
		upload(machine, "birth-notice", "2.pdf", BirthRegistration.PDF);
		assertThat(upload(machine, "birth-notice", "3.pdf", BirthRegistration.PDF).statusCode()).isIn(409, 422);
		assertThat(listed()).hasSize(2);
	}

	@Test
	void letsNobodyElseIn() {
		Actor lan = accounts.actor(accounts.findByLogin("lan").orElseThrow().id());
		Visit other = new Visit(port).withBearer(tokens.issue(lan, "upload", Duration.ofHours(1)));
		assertThat(upload(other, "birth-notice", "giay.pdf", BirthRegistration.PDF).statusCode()).isEqualTo(404);
		assertThat(upload(new Visit(port), "birth-notice", "giay.pdf", BirthRegistration.PDF).statusCode()).isIn(401, 403);
		assertThat(listed()).isEmpty();
	}

	private HttpResponse<String> upload(Visit visit, String component, String name, byte[] content) {
		return visit.upload(files, Map.of("component", component), "file", name, content);
	}

	private Iterable<JsonNode> listed() {
		return body(machine.get(files.replaceFirst("/files$", ""), "application/json"), 200).path("files");
	}

	private String codes(HttpResponse<String> answer, int status) {
		JsonNode problem = body(answer, status);
		StringBuilder codes = new StringBuilder(problem.path("code").asString(""));
		problem.path("errors").forEach(error -> codes.append(' ').append(error.path("code").asString("")));
		return codes.toString();
	}

	private JsonNode body(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return json.readTree(answer.body());
	}

}
