package vn.motcua.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.MotCuaTest;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;

/** A system is told that something waits for it; its receiver fails, is slow, and works again. */
@MotCuaTest
class WebhookTests {

	private static final DossierCode CODE = new DossierCode("H05-200819-0001");

	@Autowired
	private Webhooks webhooks;

	@Autowired
	private WebhookStore store;

	@Autowired
	private Participants participants;

	@Autowired
	private JdbcTemplate jdbc;

	/** One look: a try that begins between two would show the outcome of the one before. */
	private static final String AT_REST = "select leased_until is null and tries = ? and outcome is not null from exchange.delivery where number = ?";

	private final Queue<Received> received = new ConcurrentLinkedQueue<>();

	private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

	private final CountDownLatch stop = new CountDownLatch(1);

	private HttpServer receiver;

	private Participant system;

	private record Received(String id, String timestamp, String signature, String body) {
	}

	@BeforeEach
	void listen() throws IOException {
		system = participants.approved().stream().filter(known -> known.clientId().equals("hanoi-demo")).findFirst().orElseThrow();
		receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		receiver.createContext("/", this::answer);
		receiver.start();
	}

	@AfterEach
	void close() {
		stop.countDown();
		webhooks.end(system, Actor.platform());
		receiver.stop(0);
	}

	/** Answers with the next status that the test put up, 200 when there is none; -1 says nothing until the test is over. */
	private void answer(HttpExchange exchange) throws IOException {
		received.add(new Received(exchange.getRequestHeaders().getFirst("webhook-id"), exchange.getRequestHeaders().getFirst("webhook-timestamp"),
				exchange.getRequestHeaders().getFirst("webhook-signature"), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		Integer status = answers.poll();
		try {
			if (status != null && status < 0) {
				stop.await();
			}
			exchange.sendResponseHeaders(status == null ? 200 : Math.max(status, 200), -1);
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
		exchange.close();
	}

	private String address() {
		return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/thong-bao";
	}

	private Delivery last() {
		return webhooks.latest(system.id(), 1).getFirst();
	}

	/** Until the work has tried so often; what waits for its pause is brought forward. */
	private Delivery tried(int times) {
		long until = System.nanoTime() + Duration.ofSeconds(40).toNanos();
		while (System.nanoTime() < until) {
			if (Boolean.TRUE.equals(jdbc.queryForObject(AT_REST, Boolean.class, times, last().number()))) {
				return last();
			}
			jdbc.update("update exchange.delivery set next_at = now() - interval '1 second' where system = ? and leased_until is null and tries < ?", system.id(), times);
			LockSupport.parkNanos(50_000_000);
		}
		throw new AssertionError("not tried " + times + " times: " + last());
	}

	@Test
	void aReceiverThatFailsAndIsSlowIsToldAgainUntilItTakesIt() throws Exception {
		answers.addAll(List.of(500, 302, -1));
		byte[] secret = Base64.getDecoder().decode(webhooks.set(system, address(), true, Actor.platform()).substring("whsec_".length()));
		webhooks.announce(system.id(), 7_000_001, "submission", CODE);
		Delivery failed = tried(1);
		assertThat(failed.status()).isEqualTo(500);
		assertThat(failed.state()).isEqualTo(Delivery.State.WAITING);
		assertThat(tried(2).status()).as("another address is not followed").isEqualTo(302);
		Delivery slow = tried(3);
		assertThat(slow.outcome()).isEqualTo("exchange.webhook.outcome.slow");
		assertThat(slow.nextAt()).as("pauses grow").isAfter(slow.triedAt().plus(Duration.ofMinutes(1)));
		Delivery taken = tried(4);
		assertThat(taken.state()).isEqualTo(Delivery.State.DELIVERED);
		assertThat(received).hasSize(4).extracting(Received::id).as("the same message").containsOnly(taken.message().toString());
		Received one = received.peek();
		assertThat(one.body()).isEqualTo("{\"id\":\"7000001\",\"kind\":\"submission\",\"code\":\"H05-200819-0001\"}");
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(secret, "HmacSHA256"));
		assertThat(one.signature()).isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal((one.id() + "." + one.timestamp() + "." + one.body()).getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void aNewSecretSignsBesideTheOldOneForADay() {
		webhooks.set(system, address(), true, Actor.platform());
		assertThat(webhooks.set(system, address(), false, Actor.platform())).as("it is told once").isNull();
		webhooks.set(system, address(), true, Actor.platform());
		webhooks.test(system);
		assertThat(tried(1).kind()).isEqualTo("test");
		assertThat(received.peek().signature().split(" ")).hasSize(2).doesNotHaveDuplicates();
	}

	@Test
	void afterADayNobodyTriesAnyMoreAndWhatWasFetchedNeedsNoTelling() {
		answers.addAll(List.of(500, 500));
		webhooks.set(system, address(), true, Actor.platform());
		webhooks.announce(system.id(), 7_000_002, "submission", CODE);
		tried(1);
		jdbc.update("update exchange.delivery set made_at = made_at - interval '24 hours' where number = ?", last().number());
		assertThat(tried(2).state()).isEqualTo(Delivery.State.GIVEN_UP);
		jdbc.update("insert into exchange.delivery (system, entry, message, kind, made_at, next_at) values (?, 7000003, gen_random_uuid(), 'submission', now(), now() + interval '1 hour')",
				system.id());
		webhooks.needless(7_000_003);
		assertThat(last().state()).isEqualTo(Delivery.State.NEEDLESS);
	}

	@Test
	void twoNodesNeverHaveOneMessageAtOnce() throws Exception {
		List<UUID> systems = new ArrayList<>();
		Instant due = Instant.now().plus(Duration.ofDays(300));
		for (int i = 0; i < 20; i++) {
			systems.add(UUID.randomUUID());
			for (int j = 0; j < 5; j++) {
				jdbc.update("insert into exchange.delivery (system, message, kind, made_at, next_at) values (?, gen_random_uuid(), 'test', now(), now() + interval '299 days')", systems.get(i));
			}
		}
		Set<Long> leased = new HashSet<>();
		try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<List<Delivery>>> taken = new ArrayList<>();
			for (int node = 0; node < 8; node++) {
				taken.add(nodes.submit(() -> store.lease(16, due, Duration.ofSeconds(30))));
			}
			for (Future<List<Delivery>> one : taken) {
				one.get().forEach(delivery -> assertThat(leased.add(delivery.number())).as("leased once").isTrue());
			}
		}
		assertThat(leased).isNotEmpty();
		assertThat(store.lease(100, due, Duration.ofSeconds(30))).as("nobody has more than two on their way").allSatisfy(
				delivery -> assertThat(leased).doesNotContain(delivery.number()));
		assertThat(store.lease(100, due.plusSeconds(31), Duration.ofSeconds(30))).as("what a dead node had is taken after its lease").isNotEmpty();
		systems.forEach(one -> jdbc.update("delete from exchange.delivery where system = ?", one));
	}

	@Test
	void onlyAddressesOfTheOpenInternetAreSpokenTo() throws Exception {
		SafeAddresses production = new SafeAddresses(false, "");
		SafeAddresses ofTheState = new SafeAddresses(false, "10.20.0.0/16, fd12::/16");
		for (String inner : List.of("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fe80::1", "fd12::1", "::ffff:127.0.0.1")) {
			assertThat(production.allowed(InetAddress.getByName(inner))).as(inner).isFalse();
		}
		assertThat(production.allowed(InetAddress.getByName("1.1.1.1"))).isTrue();
		assertThat(ofTheState.allowed(InetAddress.getByName("10.20.3.4"))).isTrue();
		assertThat(ofTheState.allowed(InetAddress.getByName("10.21.3.4"))).isFalse();
		assertThat(ofTheState.allowed(InetAddress.getByName("fd12::5"))).isTrue();
		assertThat(production.problem("http://127.0.0.1:9000/x")).isEqualTo("exchange.webhook.https");
		assertThat(production.problem("https://user@example.org/")).isEqualTo("exchange.webhook.address");
		assertThat(production.problem("https://example.org/x")).isNull();
		assertThat(production.problem("https://example.org:99999/x")).isEqualTo("exchange.webhook.address");
		assertThat(production.allowed(InetAddress.ofLiteral("2002:7f00:1::1"))).as("an address of today within one of yesterday").isFalse();
		assertThat(production.reachable(java.net.URI.create("https://localhost/x"))).isFalse();
		assertThatThrownBy(() -> webhooks.set(system, "ftp://example.org", false, Actor.platform())).hasMessage("common.fields");
	}

}
