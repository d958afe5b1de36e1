package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.identity.Accounts;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agencies;
import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.identity.SystemPrograms;

/** Every call is kept, quotas and reach hold, and a sender gets evidence of what it sent. */
@MotCuaTest
class CallsTests {

	private static final AtomicInteger NUMBER = new AtomicInteger(70_000);

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private JsonMapper json;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Agencies agencies;

	private AgencySystem system;

	private final UUID hanoi = SystemPrograms.account("hanoi-demo");

	@BeforeEach
	void signIn() {
		system = AgencySystem.hanoi(port);
	}

	private String line(String more) {
		String day = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).format(java.time.format.DateTimeFormatter.ofPattern("yyMMdd"));
		return "{\"agency\":\"H26\",\"code\":\"H26-" + day + "-" + NUMBER.incrementAndGet() + "\",\"procedure\":\"1.001193\",\"seq\":1,\"status\":1,\"at\":\""
				+ Instant.now() + "\",\"applicant\":{\"name\":\"Nguyễn Văn Bảy\"}" + more + "}\n";
	}

	/** A call that brought nothing is kept when it has been answered. */
	private Map<String, Object> latest(String requestId) {
		return Awaitility.await().until(() -> jdbc.queryForList("select * from exchange.call where request_id = ?", requestId), rows -> !rows.isEmpty()).getFirst();
	}

	@Test
	void keepsEveryCallAlsoThoseThatWereRefused() {
		system.sends(line(""), "X-Request-Id", "goi-1", "X-Purpose", "Bu du lieu thang 8");
		assertThat(latest("goi-1")).containsEntry("operation", "events").containsEntry("outcome", "ok").containsEntry("status", 200).containsEntry("lines", 1)
			.containsEntry("purpose", "Bu du lieu thang 8").containsEntry("sender", hanoi);
		system.gets("/api/sync/v1/calls?limit=0", "X-Request-Id", "goi-2");
		assertThat(latest("goi-2")).containsEntry("operation", "calls").containsEntry("status", 422).containsEntry("outcome", "common.fields");
		new AgencySystem(port, "khong-phai-ma").sends("{}", "X-Request-Id", "goi-3");
		assertThat(latest("goi-3")).containsEntry("status", 401).containsEntry("outcome", "identity.token").containsEntry("sender", null);
		assertThat(Visit.signedIn(port, "lan").json("GET", "/api/sync/v1/calls", "", "X-Request-Id", "goi-4").statusCode()).isEqualTo(403);
		assertThat(latest("goi-4")).containsEntry("status", 403).containsEntry("outcome", "common.forbidden");
		new Visit(port).json("POST", "/api/lienthong/mapi", "{\"session\":\"khong-co\",\"service\":\"TraCuuHoSo\"}", "X-Request-Id", "goi-9");
		assertThat(latest("goi-9")).containsEntry("operation", "mapi").containsEntry("outcome", "mapi.SESSION").containsEntry("sender", null);
		HttpResponse<String> tooLarge = system.sends("{}\n".repeat(10_001), "X-Request-Id", "goi-5");
		assertThat(tooLarge.statusCode()).isEqualTo(413);
		assertThat(tooLarge.headers().firstValue("X-Request-Id")).contains("goi-5");
		assertThat(latest("goi-5")).containsEntry("status", 413).containsEntry("outcome", "exchange.batch-too-large").containsEntry("sha256", null);
	}

	@Test
	void listsBatchesOrAllCallsFromTheNewestOn() throws Exception {
		system.sends(line(""), "X-Request-Id", "goi-6");
		system.gets("/api/sync/v1/rejections", "X-Request-Id", "goi-7");
		latest("goi-7");
		JsonNode batches = json.readTree(system.gets("/api/sync/v1/calls?limit=1", "X-Request-Id", "goi-8").body());
		latest("goi-8");
		assertThat(batches.get("items").get(0).get("requestId").asString()).isEqualTo("goi-6");
		JsonNode all = json.readTree(system.gets("/api/sync/v1/calls?limit=2&all=true").body());
		assertThat(all.get("items").valueStream().map(call -> call.get("operation").asString())).containsExactly("calls", "rejections");
		JsonNode next = json.readTree(system.gets("/api/sync/v1/calls?limit=1&all=true&after=" + all.get("next").asString()).body());
		assertThat(next.get("items").get(0).get("requestId").asString()).isEqualTo("goi-6");
	}

	@Test
	void evidenceSaysWhatWasReceivedAndShowsThatItWasTamperedWith() throws Exception {
		byte[] batch = (line("") + "{}\n").getBytes(StandardCharsets.UTF_8);
		system.post("/api/sync/v1/events", batch);
		long number = json.readTree(system.gets("/api/sync/v1/calls?limit=1").body()).get("items").get(0).get("number").asLong();
		String pem = system.gets("/api/sync/v1/calls/" + number + "/evidence").body();
		X509Certificate platform = certificates().getFirst();
		CMSSignedData sealed = new CMSSignedData(bytes(pem));
		assertThat(intact(sealed, platform)).isTrue();
		platform.verify(certificates().getLast().getPublicKey());
		byte[] statement = (byte[]) sealed.getSignedContent().getContent();
		JsonNode said = json.readTree(statement);
		assertThat(said.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(batch)));
		assertThat(said.get("clientId").asString()).isEqualTo("hanoi-demo");
		assertThat(said.get("applied").asInt()).isEqualTo(1);
		assertThat(said.get("rejected").asInt()).isEqualTo(1);
		byte[] changed = bytes(pem);
		int place = new String(changed, StandardCharsets.ISO_8859_1).indexOf("\"applied\" : 1");
		changed[place + 12] = '9';
		assertThat(intact(new CMSSignedData(changed), platform)).as("somebody changed a digit").isFalse();
		assertThat(system.gets("/api/sync/v1/calls/" + Long.MAX_VALUE + "/evidence").statusCode()).isEqualTo(404);
	}

	private static boolean intact(CMSSignedData sealed, X509Certificate certificate) throws Exception {
		SignerInformation signer = sealed.getSignerInfos().getSigners().iterator().next();
		try {
			return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
		}
		catch (CMSException digestDiffers) {
			return false;
		}
	}

	private List<X509Certificate> certificates() throws Exception {
		byte[] pem = new Visit(port).get("/api/sync/v1/seal").body().getBytes(StandardCharsets.US_ASCII);
		return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream().map(X509Certificate.class::cast).toList();
	}

	private static byte[] bytes(String pem) {
		return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
	}

	@Test
	void aDryRunAnswersEveryFindingAndRecordsNothing() throws Exception {
		String good = line("");
		String wrong = line(",\"channel\":\"FAX\",\"dueAt\":\"mai\"");
		String rules = line(",\"dueAt\":\"2001-01-01T00:00:00Z\"").replace("\"agency\":\"H26\"", "\"agency\":\"H29\"").replace("1.001193", "1.999999");
		int before = calls("events");
		List<JsonNode> answers = new ArrayList<>();
		for (String answer : system.post("/api/sync/v1/events?dryRun=true", (good + wrong + rules + good).getBytes(StandardCharsets.UTF_8)).body().split("\n")) {
			answers.add(json.readTree(answer));
		}
		assertThat(answers.get(0).get("result").asString()).isEqualTo("applied");
		assertThat(codes(answers.get(1))).containsExactly("dossier.sync.channel", "dossier.sync.moment");
		assertThat(codes(answers.get(2))).containsExactly("dossier.sync.agency-other", "dossier.sync.procedure-unknown", "dossier.sync.before-code");
		assertThat(answers.get(3).get("result").asString()).isEqualTo("duplicate");
		assertThat(calls("events")).isEqualTo(before);
		String code = json.readTree(good).get("code").asString();
		assertThat(jdbc.queryForObject("select count(*) from dossier.dossier where code = ?", Integer.class, code)).isZero();
	}

	private static List<String> codes(JsonNode answer) {
		return answer.get("errors").valueStream().map(error -> error.get("code").asString()).toList();
	}

	private int calls(String operation) {
		return jdbc.queryForObject("select count(*) from exchange.call where operation = ?", Integer.class, operation);
	}

	@Test
	void theTestBenchShowsEveryFindingOfASample() {
		Visit agency = Visit.signedIn(port, "quantri.hanoi");
		String page = "/quan-tri/lien-thong/" + hanoi + "/thu";
		agency.get(page);
		HttpResponse<String> answer = agency.upload(page, Map.of("_csrf", agency.formToken(), "mau", ""), "tep", "mau.ndjson",
				(line("") + line(",\"channel\":\"FAX\",\"dueAt\":\"mai\"")).getBytes(StandardCharsets.UTF_8));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("dossier.sync.channel", "dossier.sync.moment", "/dueAt");
		assertThat(agency.upload(page, Map.of("_csrf", agency.formToken(), "mau", " "), "tep", "", new byte[0]).body()).contains("href=\"#mau\"");
		assertThat(Visit.signedIn(port, "baocao.bacninh").get(page).statusCode()).isEqualTo(403);
	}

	@Test
	void linesBeyondTheReachOfASystemAreRejectedOneByOne() throws Exception {
		jdbc.update("update exchange.participant set procedures = '{2.000815}' where client_id = 'hanoi-demo'");
		try {
			JsonNode answer = json.readTree(system.sends(line("")).body());
			assertThat(answer.get("error").get("code").asString()).isEqualTo("exchange.procedure-not-allowed");
			assertThat(answer.get("seq").asInt()).as("the line was read").isEqualTo(1);
			jdbc.update("update exchange.participant set procedures = '{}', agencies = array[(select max(id) from agency.unit)]::integer[] where client_id = 'hanoi-demo'");
			assertThat(system.sends(line("")).body()).contains("exchange.agency-not-allowed");
			Agency department = agencies.get(accounts.agencies(accounts.findByLogin("motcua.hanoi").orElseThrow().id()).getFirst(), LocalDate.now());
			jdbc.update("update exchange.participant set agencies = array[?]::integer[] where client_id = 'hanoi-demo'", department.id().value());
			String own = line("").replace("H26", department.exchangeCode());
			assertThat(system.sends(own).body()).contains("applied");
			assertThat(system.sends(own.replace("\"code\":\"" + department.exchangeCode(), "\"code\":\"H26")).body()).as("a code of an agency it may not speak for")
				.contains("\"/code\"", "exchange.agency-not-allowed");
		}
		finally {
			jdbc.update("update exchange.participant set procedures = '{}', agencies = '{}' where client_id = 'hanoi-demo'");
		}
		assertThat(system.sends(line("")).body()).contains("applied");
	}

	@Test
	void quotasHoldToTheLineHoweverManyBatchesComeAtOnce() throws Exception {
		long used = jdbc.queryForObject("select coalesce(max(lines), 0) from exchange.use where participant = ? and day = (now() at time zone 'Asia/Ho_Chi_Minh')::date", Long.class, hanoi);
		jdbc.update("update exchange.participant set lines_a_day = ? where client_id = 'hanoi-demo'", used + 5);
		try (var threads = Executors.newFixedThreadPool(4)) {
			List<Callable<Integer>> batches = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				String two = line("") + line("");
				batches.add(() -> system.sends(two).statusCode());
			}
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> answer : threads.invokeAll(batches)) {
				statuses.add(answer.get());
			}
			assertThat(statuses).containsOnly(200, 429);
			assertThat(statuses.stream().filter(status -> status == 200)).hasSizeLessThanOrEqualTo(2);
			HttpResponse<String> refused = system.sends(line("").repeat(6));
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.body()).contains("exchange.quota-lines");
			assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 86_400);
		}
		finally {
			jdbc.update("update exchange.participant set lines_a_day = 100000000 where client_id = 'hanoi-demo'");
		}
	}

	@Test
	void callsAMinuteAreCountedOnEveryInterface() {
		jdbc.update("update exchange.participant set calls_a_minute = 1 where client_id = 'hanoi-demo'");
		try {
			system.gets("/api/sync/v1/calls");
			HttpResponse<String> refused = system.gets("/api/sync/v1/rejections");
			refused = refused.statusCode() == 429 ? refused : system.gets("/api/sync/v1/rejections");
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);
		}
		finally {
			jdbc.update("update exchange.participant set calls_a_minute = 6000 where client_id = 'hanoi-demo'");
		}
	}

}
