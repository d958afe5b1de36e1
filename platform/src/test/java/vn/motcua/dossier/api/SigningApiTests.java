package vn.motcua.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.SharedHouse;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.domain.AccessTokens;
import vn.motcua.kernel.Actor;

/** The same rules for machines: asking, taking up, filling in, signing; the part of another is not to be written. */
@MotCuaTest
class SigningApiTests {

	private static final String SIGNINGS = "/api/dossier/v1/signings";

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

	private Visit minh;

	private Visit lan;

	private String draft;

	@BeforeEach
	void aHouseOfThreeOwners() {
		Actor applicant = accounts.actor(accounts.findByLogin("minh").orElseThrow().id());
		drafts.of(applicant).forEach(open -> drafts.discard(open.id(), applicant));
		minh = machine(applicant);
		lan = machine(accounts.actor(accounts.findByLogin("lan").orElseThrow().id()));
		draft = "/api/dossier/v1/drafts/" + body(minh.json("POST", "/api/dossier/v1/drafts", "{\"service\": \"1.009974\", \"answers\": " + SharedHouse.answers() + "}"), 201)
			.path("id").asString();
	}

	@Test
	void signsByMachine() {
		assertThat(body(minh.get(draft + "/signers", "application/json"), 200).at("/items/0/state").asString("")).isEqualTo("NOT_INVITED");
		String path = body(minh.json("POST", draft + "/signers", "{\"role\": \"co_owner\", \"place\": 0, \"name\": \"Nguyễn Thị Lan\"}"), 201).path("path").asString();
		JsonNode part = body(lan.json("POST", SIGNINGS, "{\"token\": \"" + path + "\"}"), 201);
		String signing = SIGNINGS + "/" + part.path("id").asString();
		assertThat(part.path("seen").isObject()).as("only where the look is recorded").isFalse();
		assertThat(body(lan.get(SIGNINGS, "application/json"), 200).at("/items/0/seen").isObject()).isFalse();
		JsonNode read = body(lan.get(signing, "application/json"), 200);
		assertThat(read.path("seen").propertyNames()).contains("site").doesNotContain("owner", "schedule");
		assertThat(body(lan.json("POST", signing + "/signature", "{\"digest\": \"" + part.path("digest").asString() + "\"}"), 422).at("/errors/0/pointer").asString(""))
			.isEqualTo("/answers/co_owners/0/agrees");
		JsonNode filled = body(lan.json("PATCH", signing, "{\"answers\": {\"agrees\": true}}"), 200);
		assertThat(body(lan.json("POST", signing + "/signature", "{\"digest\": \"" + "0".repeat(64) + "\"}"), 409).path("code").asString()).isEqualTo("dossier.signed-text-changed");
		assertThat(body(lan.json("POST", signing + "/signature", "{\"digest\": \"" + filled.path("digest").asString() + "\"}"), 201).has("signedAt")).isTrue();
		assertThat(body(minh.get(draft + "/signers", "application/json"), 200).at("/items/0/state").asString("")).isEqualTo("SIGNED");
		assertThat(minh.get(signing, "application/json").statusCode()).isEqualTo(404);
	}

	@Test
	void theSameRequestAgainHasNoSecondEffect() {
		String who = "{\"role\": \"co_owner\", \"place\": 0, \"name\": \"Nguyễn Thị Lan\"}";
		String key = java.util.UUID.randomUUID().toString();
		JsonNode first = body(minh.json("POST", draft + "/signers", who, "Idempotency-Key", key), 201);
		assertThat(body(minh.json("POST", draft + "/signers", who, "Idempotency-Key", key), 201)).isEqualTo(first);
		assertThat(minh.json("POST", draft + "/signers", who.replace("Lan", "Mai"), "Idempotency-Key", key).statusCode()).isEqualTo(409);
		String token = "{\"token\": \"" + first.path("path").asString("") + "\"}";
		JsonNode taken = body(lan.json("POST", SIGNINGS, token, "Idempotency-Key", key), 201);
		assertThat(body(lan.json("POST", SIGNINGS, token, "Idempotency-Key", key), 201).path("id")).isEqualTo(taken.path("id"));
	}

	@Test
	void refusesToWriteThePartOfAnother() {
		JsonNode refused = body(minh.json("PATCH", draft, "{\"answers\": {\"co_owners\": [{\"agrees\": true}]}}"), 422);
		assertThat(refused.at("/errors/0/pointer").asString("")).isEqualTo("/answers/co_owners");
		assertThat(refused.at("/errors/0/code").asString("")).isEqualTo("form.other-part");
		body(minh.json("PATCH", draft, "{\"answers\": {\"inspection\": {\"finding\": \"Đạt\"}}}"), 422);
		assertThat(minh.json("POST", "/api/dossier/v1/drafts", "{\"service\": \"1.009974\", \"answers\": {\"inspection\": {\"finding\": \"Đạt\"}}}").statusCode()).isEqualTo(422);
		JsonNode missing = body(minh.json("POST", draft + "/check", ""), 422);
		assertThat(missing.path("errors").valueStream().map(error -> error.path("code").asString(""))).contains("dossier.signature-missing");
	}

	@Test
	void answersNonsenseWithoutFailing() {
		for (String bad : new String[] { "{}", "{\"role\": \"king\", \"name\": \"Ai đó\"}", "{\"role\": \"co_owner\", \"place\": 99, \"name\": \"Ai đó\"}",
				"{\"role\": \"co_owner\", \"name\": \"Ai đó\", \"email\": \"x\"}" }) {
			assertThat(minh.json("POST", draft + "/signers", bad).statusCode()).as(bad).isEqualTo(422);
		}
		assertThat(lan.json("POST", SIGNINGS, "{\"token\": \"../../etc\"}").statusCode()).isEqualTo(404);
		assertThat(lan.json("POST", SIGNINGS, "{}").statusCode()).isEqualTo(404);
		assertThat(lan.json("PATCH", SIGNINGS + "/00000000-0000-0000-0000-000000000000", "{}").statusCode()).isEqualTo(404);
		assertThat(new Visit(port).json("POST", SIGNINGS, "{}").statusCode()).isIn(401, 403);
	}

	private Visit machine(Actor actor) {
		tokens.revokeAll(actor.account());
		return new Visit(port).withBearer(tokens.issue(actor, "test", Duration.ofHours(1)));
	}

	private JsonNode body(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return json.readTree(answer.body());
	}

}
