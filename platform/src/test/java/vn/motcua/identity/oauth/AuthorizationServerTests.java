package vn.motcua.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.AgencyId;

/** Programs get tokens: an agency's system for itself, a citizen's by code with PKCE after the citizen agreed. */
@MotCuaTest
class AuthorizationServerTests {

	private static final String VERIFIER = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz";

	private static final String CALLBACK = "http://127.0.0.1:9999/callback";

	@LocalServerPort
	int port;

	@Autowired
	JsonMapper json;

	@Autowired
	SystemPrograms systems;

	@Autowired
	Agencies agencies;

	@Test
	void anAgencysSystemGetsATokenForItself() throws Exception {
		HttpResponse<String> answer = token("grant_type=client_credentials&scope=sync&client_id=hanoi-demo&client_secret=motcua-demo");
		assertThat(answer.statusCode()).isEqualTo(200);
		Visit system = new Visit(port).withBearer(json.readTree(answer.body()).get("access_token").asString());
		assertThat(system.get("/api/notification/v1/inbox").statusCode()).as("it has no inbox").isEqualTo(403);
		assertThat(token("grant_type=client_credentials&scope=sync&client_id=hanoi-demo&client_secret=wrong").statusCode()).isEqualTo(401);
	}

	/** A stranger who tries names of systems hears the same of all; one with the right key hears what is missing. */
	@Test
	void aSystemThatIsNotApprovedHearsSoWhenItsKeyIsRight() throws Exception {
		AgencyId agency = agencies.findByExchangeCode("H26", LocalDate.of(2026, 3, 2)).orElseThrow().id();
		systems.add("cho-duyet", "Chờ duyệt", agency);
		String key = systems.addSecret("cho-duyet", Duration.ofDays(1));
		String form = "grant_type=client_credentials&scope=sync&client_id=cho-duyet&client_secret=";
		HttpResponse<String> waiting = token(form + key);
		assertThat(waiting.statusCode()).isEqualTo(400);
		assertThat(json.readTree(waiting.body()).get("error").asString()).isEqualTo("unauthorized_client");
		assertThat(json.readTree(waiting.body()).get("error_description").asString()).contains("not approved");
		String stranger = token(form.replace("cho-duyet", "khong-co") + "wrong").body();
		assertThat(stranger).isEqualTo("{\"error\":\"invalid_client\"}");
		assertThat(token(form + "wrong").body()).as("a wrong key learns nothing").isEqualTo(stranger);
		assertThat(token(form + "wrong").statusCode()).isEqualTo(401);
		assertThat(token("grant_type=client_credentials&scope=sync&client_id=cho-duyet").body()).doesNotContain("unauthorized_client");
		systems.resume("cho-duyet");
		assertThat(token(form + key).statusCode()).isEqualTo(200);
		systems.suspend("cho-duyet");
		assertThat(token(form + key).body()).contains("unauthorized_client");
		systems.close("cho-duyet");
		assertThat(token(form + key).body()).as("one that has ended is as one that never was").isEqualTo(stranger);
	}

	@Test
	void aCitizensProgramActsAfterTheCitizenAgreed() throws Exception {
		Visit citizen = Visit.signedIn(port, "minh");
		String code = code(citizen);
		assertThat(token("grant_type=authorization_code&client_id=motcua-demo&code=" + code + "&redirect_uri=" + encoded(CALLBACK)
				+ "&code_verifier=" + VERIFIER.replace('a', 'b')).statusCode()).as("the verifier must fit").isEqualTo(400);
		JsonNode tokens = json.readTree(token("grant_type=authorization_code&client_id=motcua-demo&code=" + code(citizen) + "&redirect_uri="
				+ encoded(CALLBACK) + "&code_verifier=" + VERIFIER).body());
		Visit program = new Visit(port).withBearer(tokens.get("access_token").asString());
		assertThat(program.get("/api/notification/v1/inbox").statusCode()).isEqualTo(200);
		assertThat(program.get("/userinfo").statusCode()).isEqualTo(200);
		Visit confused = new Visit(port).withBearer(tokens.get("id_token").asString());
		assertThat(confused.get("/api/notification/v1/inbox").statusCode()).as("an identity token opens nothing").isEqualTo(401);
	}

	@Test
	void sendsACodeOnlyToTheAddressOfTheProgram() {
		HttpResponse<String> answer = Visit.signedIn(port, "minh").get(authorize("http://evil.example/callback"));
		assertThat(answer.statusCode()).isEqualTo(400);
	}

	/** Agrees when asked; the second time nobody asks. */
	private String code(Visit citizen) {
		HttpResponse<String> answer = citizen.get(authorize(CALLBACK));
		String location = answer.headers().firstValue("location").orElseThrow();
		if (location.contains("/oauth2/consent")) {
			String consent = location.substring(location.indexOf("/oauth2"));
			String state = match(citizen.get(consent).body(), "name=\"state\" value=\"([^\"]+)\"");
			java.util.Map<String, String> agreed = java.util.Map.of("client_id", "motcua-demo", "state", state, "scope", "dossier");
			location = citizen.post("/tai-khoan", "/oauth2/authorize", agreed).headers().firstValue("location").orElseThrow();
		}
		return match(location, "code=([^&]+)");
	}

	private static String authorize(String callback) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
			return "/oauth2/authorize?response_type=code&client_id=motcua-demo&scope=openid%20dossier&state=s&code_challenge_method=S256&code_challenge="
					+ Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "&redirect_uri=" + encoded(callback);
		}
		catch (java.security.NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private HttpResponse<String> token(String form) throws IOException, InterruptedException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
				.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private static String match(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}

}
