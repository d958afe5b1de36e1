package vn.motcua.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.Dossiers;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.exchange.webhook.Webhooks;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;

/** Bắc Ninh's stand-in, a process of its own, is told of what people submit, and handles it to the end. */
@MotCuaTest
class SandboxInboxTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@Autowired
	private DemoInbox people;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Participants participants;

	@Autowired
	private Webhooks webhooks;

	@Autowired
	private JdbcTemplate jdbc;

	private Process system;

	@AfterEach
	void stop() throws Exception {
		system.destroyForcibly().waitFor();
		webhooks.end(bacNinh(), Actor.platform());
	}

	private Participant bacNinh() {
		return participants.approved().stream().filter(known -> known.clientId().equals("bacninh-demo")).findFirst().orElseThrow();
	}

	@Test
	void aReceiverThatFailsIsToldAgainAndTheDossierReachesItsEnd() throws Exception {
		String day = LocalDate.now().minusDays(20).toString();
		String[] line = { Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "vn.motcua.sandbox.MotCuaSandbox", "start", "--client-id", "bacninh-demo", "--agencies", "H05:1", "--from", day, "--to", day,
				"--data", folder.toString(), "--platform", "http://localhost:" + port, "--speed", "10000000", "--port", "0" };
		system = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader out = new BufferedReader(new InputStreamReader(system.getInputStream(), StandardCharsets.UTF_8))) {
			String address = out.readLine().replaceFirst(".*(http://localhost:\\d+)/.*", "$1");
			control(address, "failure=webhook-500");
			control(address, "failure=forget-inbox");
			String secret = webhooks.set(bacNinh(), address.replace("localhost", "127.0.0.1") + "/webhook", true, Actor.platform());
			control(address, "webhook-secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8));
			DossierCode code = people.submit("cty.saomai", "gifts");
			until(() -> status(address).at("/webhooks/500").asInt(0) > 0);
			assertThat(dossiers.events(code)).as("nobody looks").hasSize(1);
			control(address, "failure=webhook-500&on=false");
			until(() -> {
				jdbc.update("update exchange.delivery set next_at = now() - interval '1 second' where system = ? and leased_until is null", bacNinh().id());
				return status(address).at("/webhooks/204").asInt(0) > 0;
			});
			control(address, "failure=forget-inbox&on=false");
			until(() -> dossiers.events(code).getLast().type() == Type.RETURNED);
			assertThat(dossiers.events(code)).extracting(event -> event.type()).isEqualTo(List.of(Type.SUBMITTED, Type.ACCEPTED, Type.PROCESSED, Type.COMPLETED, Type.RETURNED));
			assertThat(post(address + "/webhook", "{}").statusCode()).as("nobody signed it").isEqualTo(401);
			assertThat(post(address + "/control", "failure=fire").statusCode()).isEqualTo(422);
			assertThat(page(address, "").body()).contains("Hộp đến", code.value()).doesNotContain(secret);
			assertThat(page(address, "?lang=en").body()).contains("Tell it to fail", "Everything is sent twice");
		}
	}

	private static void until(BooleanSupplier reached) {
		long patience = System.nanoTime() + Duration.ofSeconds(40).toNanos();
		while (!reached.getAsBoolean()) {
			if (System.nanoTime() > patience) {
				throw new AssertionError("not reached");
			}
			LockSupport.parkNanos(100_000_000);
		}
	}

	private static void control(String address, String form) throws Exception {
		assertThat(post(address + "/control", form).statusCode()).isEqualTo(303);
	}

	private static JsonNode status(String address) {
		try {
			return JsonMapper.shared().readTree(page(address, "status").body());
		}
		catch (Exception failed) {
			throw new AssertionError(failed);
		}
	}

	private static HttpResponse<String> page(String address, String path) throws Exception {
		return HTTP.send(HttpRequest.newBuilder(URI.create(address + "/" + path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private static HttpResponse<String> post(String address, String body) throws Exception {
		return HTTP.send(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

}
