package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.exchange.Participant.Contact;
import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.Participant.Quota;
import vn.motcua.exchange.participant.Registrations;
import vn.motcua.exchange.sync.Intake;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;

/** What one system's calls may take from the others and leave behind. */
@MotCuaTest
class CallLimitsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Intake intake;

	@Autowired
	private MeterRegistry registry;

	@Autowired
	private Participants participants;

	@Autowired
	private Registrations registrations;

	@Autowired
	private Accounts accounts;

	private final UUID hanoi = SystemPrograms.account("hanoi-demo");

	private Map<String, Object> latest(String requestId) {
		return Awaitility.await().until(() -> jdbc.queryForList("select * from exchange.call where request_id = ?", requestId), rows -> !rows.isEmpty()).getFirst();
	}

	private int tooMany(UUID sender) {
		return jdbc.queryForObject("select count(*) from exchange.call where sender = ? and outcome = 'exchange.quota-calls'", Integer.class, sender);
	}

	@Test
	void whoTriesSlowlyTakesNoPlaceFromOthers() throws Exception {
		CountDownLatch slow = new CountDownLatch(1);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Intake.TriedOut>> trying = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				trying.add(threads.submit(() -> tryOut("hanoi-demo", () -> {
					slow.await();
					return new Intake.Batch(List.of(), 0, "");
				})));
			}
			Awaitility.await().until(() -> trying.stream().filter(Future::isDone).count() == 2);
			assertThat(trying.stream().filter(Future::isDone)).as("two of one sender, the others come again").allMatch(refused -> refused.exceptionNow().getMessage().contains("busy"));
			assertThat(tryOut("bacninh-demo", () -> new Intake.Batch(List.of(), 0, "")).tried()).isEmpty();
			slow.countDown();
		}
	}

	@Test
	void whoSendsSlowlyTakesNoPlaceFromItself() throws Exception {
		String token = AgencySystem.hanoi(port).token();
		List<Socket> slow = new ArrayList<>();
		try {
			for (int i = 0; i < 3; i++) {
				Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
				slow.add(socket);
				socket.getOutputStream().write(("POST /api/sync/v1/events HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + token
						+ "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
			}
			Awaitility.await().until(() -> registry.get("exchange.arriving").gauge().value() >= 3);
			assertThat(AgencySystem.hanoi(port).sends("{}").statusCode()).as("two places, three that dawdle").isEqualTo(200);
			assertThat(AgencySystem.hanoi(port).post("/api/sync/v1/records/ratings", "{}".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(200);
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
		Awaitility.await().until(() -> registry.get("exchange.arriving").gauge().value() == 0);
	}

	private Intake.TriedOut tryOut(String clientId, Callable<Intake.Batch> reading) throws Exception {
		Participant participant = participants.find(SystemPrograms.account(clientId)).orElseThrow();
		Actor sender = new Actor(Actor.Kind.AGENCY_SYSTEM, participant.id(), clientId, null, participant.agency(), Set.of(Permission.SYNC));
		return intake.tryOut(participant, sender, () -> {
			try {
				return reading.call();
			}
			catch (Exception failed) {
				throw new IllegalStateException(failed);
			}
		});
	}

	@Test
	void aCallIsKeptHoweverItsAddressIsWrittenAndSigningInIsOne() {
		new Visit(port).json("POST", "/api/%6cienthong/mapi", "{\"session\":\"khong-co\",\"service\":\"TraCuuHoSo\"}", "X-Request-Id", "goi-10");
		assertThat(latest("goi-10")).containsEntry("operation", "mapi");
		new Visit(port).json("POST", "/api/lienthong/mapi/login", "{\"username\":\"hanoi-demo\",\"password\":\"motcua-demo\"}", "X-Request-Id", "goi-11");
		assertThat(latest("goi-11")).containsEntry("sender", hanoi).containsEntry("outcome", "ok");
	}

	@Test
	void whoCallsTooOftenFillsNoTables() {
		jdbc.update("update exchange.participant set calls_a_minute = 1 where client_id = 'hanoi-demo'");
		try {
			AgencySystem system = AgencySystem.hanoi(port);
			for (int i = 0; i < 20; i++) {
				system.gets("/api/sync/v1/calls", "X-Request-Id", "qua-nhieu");
			}
			Awaitility.await().until(() -> tooMany(hanoi) > 0);
			assertThat(jdbc.queryForObject("select count(*) from exchange.call where request_id = 'qua-nhieu' and status = 429", Integer.class)).as("one a minute").isLessThanOrEqualTo(2);
		}
		finally {
			jdbc.update("update exchange.participant set calls_a_minute = 6000 where client_id = 'hanoi-demo'");
		}
	}

	@Test
	void whoAsksAgainAndAgainWhereNothingWaitsFillsNoTables() {
		Actor agency = accounts.actor(accounts.findByLogin("quantri.hanoi").orElseThrow().id());
		Profile profile = new Profile("Hỏi mãi", new Contact("Lê Văn Ba", "ba@hanoi.gov.vn", "0243 825 3536"), "Đồng bộ hồ sơ", "Quyết định 31/2021/QĐ-TTg", Set.of(), Set.of(), false, false, 10);
		UUID id = registrations.register(agency, "zz-hoi-mai", agency.agency(), profile);
		registrations.approve(accounts.actor(accounts.findByLogin("quantri").orElseThrow().id()), id, new Quota(10, 6_000), false);
		AgencySystem system = new AgencySystem(port, AgencySystem.token(port, "zz-hoi-mai", registrations.addKey(agency, id)).orElseThrow());
		for (int i = 0; i < 20; i++) {
			assertThat(system.gets("/api/sync/v1/inbox", "X-Request-Id", "hoi-mai").body()).contains("\"items\":[]");
		}
		assertThat(system.gets("/api/sync/v1/calls", "X-Request-Id", "hoi-xong").statusCode()).isEqualTo(200);
		latest("hoi-xong");
		assertThat(jdbc.queryForObject("select count(*) from exchange.call where request_id = 'hoi-mai'", Integer.class)).as("one a minute").isBetween(1, 2);
	}

}
