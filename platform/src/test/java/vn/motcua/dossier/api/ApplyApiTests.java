package vn.motcua.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

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
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.domain.AccessTokens;
import vn.motcua.kernel.Actor;

@MotCuaTest
class ApplyApiTests {

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
	private Files files;

	@Autowired
	private JsonMapper json;

	private Actor hung;

	private Visit machine;

	@BeforeEach
	void signIn() {
		hung = accounts.actor(accounts.findByLogin("hung").orElseThrow().id());
		tokens.revokeAll(hung.account());
		drafts.of(hung).forEach(draft -> drafts.discard(draft.id(), hung));
		machine = new Visit(port).withBearer(tokens.issue(hung, "test", Duration.ofHours(1)));
	}

	private JsonNode body(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return json.readTree(answer.body());
	}

	private String open(String key) {
		return body(machine.json("POST", DRAFTS, "{\"service\": \"1.001193\"}", "Idempotency-Key", key), 201).path("id").asString();
	}

	private void attach(String id) {
		for (String component : new String[] { "birth-notice", "marriage-certificate" }) {
			drafts.attach(UUID.fromString(id), hung, component,
					files.store(new java.io.ByteArrayInputStream(BirthRegistration.PDF), component + ".pdf", Files.Acceptance.ANY));
		}
	}

	@Test
	void appliesFromDraftToTracking() {
		String id = open(UUID.randomUUID().toString());
		JsonNode problems = body(machine.json("POST", DRAFTS + "/" + id + "/check", ""), 422);
		assertThat(problems.path("code").asString()).isEqualTo("dossier.incomplete");
		assertThat(problems.path("errors").size()).isGreaterThan(3);
		body(machine.json("PATCH", DRAFTS + "/" + id, "{\"answers\": " + BirthRegistration.answers() + "}"), 200);
		attach(id);
		body(machine.json("POST", DRAFTS + "/" + id + "/check", ""), 200);
		JsonNode submission = body(machine.json("POST", DRAFTS + "/" + id + "/submission", ""), 201);
		String code = submission.path("code").asString();
		assertThat(body(machine.json("POST", DRAFTS + "/" + id + "/submission", ""), 201)).isEqualTo(submission);
		JsonNode dossier = body(machine.get("/api/dossier/v1/dossiers/" + code, "application/json"), 200);
		assertThat(dossier.path("events").get(0).path("type").asString()).isEqualTo("SUBMITTED");
		assertThat(dossier.path("events").get(0).path("detail").has("answers")).isFalse();
		JsonNode tracking = body(new Visit(port).get("/api/dossier/v1/track/" + code, "application/json"), 200);
		assertThat(tracking.propertyNames()).containsExactlyInAnyOrder("code", "status", "statusName", "progress");
		assertThat(Visit.signedIn(port, "hung").get(submission.path("receiptUrl").asString()).statusCode()).isEqualTo(200);
		Visit lan = Visit.signedIn(port, "lan");
		assertThat(lan.get("/api/dossier/v1/dossiers/" + code, "application/json").statusCode()).isEqualTo(404);
		assertThat(lan.get("/ho-so/" + code + "/giay-tiep-nhan").statusCode()).isEqualTo(404);
	}

	@Test
	void sameKeyGetsTheSameAnswerAndOtherBodyIsRefused() {
		String key = UUID.randomUUID().toString();
		assertThat(open(key)).isEqualTo(open(key));
		assertThat(drafts.of(hung)).hasSize(1);
		assertThat(body(machine.json("POST", DRAFTS, "{\"service\": \"1.002809\"}", "Idempotency-Key", key), 409).path("code").asString()).isEqualTo("common.idempotency");
		body(machine.json("POST", DRAFTS, "{\"service\": \"1.001193\"}", "Idempotency-Key", "x".repeat(300)), 422);
	}

	@Test
	void changesOnlyTheVersionThatWasSeen() {
		String id = open(UUID.randomUUID().toString());
		body(machine.json("PATCH", DRAFTS + "/" + id, "{\"child\": {\"name\": \"An\"}}", "If-Match", "\"1\""), 200);
		assertThat(body(machine.json("PATCH", DRAFTS + "/" + id, "{\"child\": {\"name\": \"Bình\"}}", "If-Match", "\"1\""), 409).path("code").asString())
			.isEqualTo("common.changed-meanwhile");
		body(machine.json("PATCH", DRAFTS + "/" + id, "{}", "If-Match", "abc"), 422);
	}

	@Test
	void answersNonsenseWithoutFailing() {
		assertThat(body(machine.json("POST", DRAFTS, "{\"service\": \"x\"}"), 422).path("errors").get(0).path("pointer").asString()).isEqualTo("/service");
		assertThat(machine.json("POST", DRAFTS, "{\"service\": \"3.999999\"}").statusCode()).isEqualTo(404);
		for (String bad : new String[] { "{", "", "[]", "null", "7" }) {
			assertThat(machine.json("POST", DRAFTS, bad).statusCode()).as(bad).isBetween(400, 422);
		}
		assertThat(machine.get(DRAFTS + "/nonsense", "application/json").statusCode()).isBetween(400, 404);
		assertThat(machine.get("/api/dossier/v1/dossiers/x", "application/json").statusCode()).isEqualTo(404);
		assertThat(machine.get("/api/dossier/v1/dossiers?limit=0", "application/json").statusCode()).isEqualTo(422);
		assertThat(machine.get("/api/dossier/v1/dossiers?after=zzz", "application/json").statusCode()).isEqualTo(422);
		assertThat(new Visit(port).json("POST", DRAFTS, "{\"service\": \"1.001193\"}").statusCode()).isIn(401, 403);
	}

	/** Written out these numbers have a thousand million digits. */
	@Test
	@org.junit.jupiter.api.Timeout(60)
	void refusesNumbersThatNobodyMeans() {
		String draft = DRAFTS + "/" + body(machine.json("POST", DRAFTS, "{\"service\": \"1.009974\"}"), 201).path("id").asString();
		for (String number : new String[] { "1e999999999", "-1e999999999", "1e300", "1e-300", "9".repeat(19) }) {
			JsonNode refused = body(machine.json("PATCH", draft, "{\"answers\": {\"building\": {\"storeys\": " + number + "}}}"), 422);
			assertThat(refused.at("/errors/0/pointer").asString("")).as(number).isEqualTo("/answers/building/storeys");
			assertThat(refused.at("/errors/0/code").asString("")).as(number).isEqualTo("dossier.number-size");
		}
		body(machine.json("PATCH", draft, "{\"answers\": {\"building\": {\"storeys\": \"1e999999999\", \"height_m\": \"1e999999999\"}}}"), 200);
		JsonNode problems = body(machine.json("POST", draft + "/check", ""), 422);
		assertThat(problems.path("errors").valueStream().map(error -> error.path("pointer").asString("") + " " + error.path("code").asString("")))
			.contains("/answers/building/storeys form.number");
	}

}
