package vn.motcua.exchange.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.dossier.Dossiers;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.DossierCode;
import vn.motcua.site.Page;

/** All seven kinds of data of Decision 31/2021/QĐ-TTg art. 30 reach those they concern. */
@MotCuaTest
class SentTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final AtomicInteger NUMBER = new AtomicInteger(800_000);

	private static final Instant MORNING = LocalDate.now(Page.ZONE).minusDays(2).atTime(8, 0).atZone(Page.ZONE).toInstant();

	@LocalServerPort
	private int port;

	@Autowired
	private JsonMapper json;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Agencies agencies;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private OwnCount ownCount;

	@Autowired
	private JdbcTemplate jdbc;

	private String token;

	/** Exchange code of the department whose officer looks. */
	private String department;

	@BeforeEach
	void signIn() {
		token = json.readTree(new Visit(port).post("/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "sync", "client_id", "hanoi-demo", "client_secret", "motcua-demo"))
			.body()).get("access_token").asString();
		Account officer = accounts.findByLogin("motcua.hanoi").orElseThrow();
		department = agencies.get(accounts.agencies(officer.id()).getFirst(), LocalDate.now(Page.ZONE)).exchangeCode();
	}

	@Test
	void papersAndResultsAreOnThePageOfTheOwnerAndOfTheOfficer() throws Exception {
		byte[] result = ("%PDF-1.4\n% " + NUMBER.incrementAndGet() + "\n").getBytes(StandardCharsets.US_ASCII);
		assertThat(put(result, sha256(result), "giay-khai-sinh.pdf").statusCode()).isEqualTo(200);
		assertThat(put(new byte[0], sha256(result), "x.pdf").statusCode()).as("again, and nothing is read").isEqualTo(200);
		DossierCode code = code();
		assertThat(events(line(code, 1, 2, ",\"components\":[{\"name\":\"Giấy chứng sinh\",\"files\":[{\"name\":\"cs.pdf\",\"sha256\":\"" + "0".repeat(64)
				+ "\",\"url\":\"https://example.vn/cs.pdf\"}]}],\"fees\":[{\"name\":\"Lệ phí hộ tịch\",\"amountVnd\":8000,\"payAt\":\"receipt\"}]"),
				line(code, 2, 9, ",\"results\":[{\"name\":\"Giấy khai sinh\",\"number\":\"12/KS\",\"files\":[{\"name\":\"ks.pdf\",\"sha256\":\"" + sha256(result) + "\"}]}]"))).containsOnly("applied");
		assertThat(records("post", "{\"agency\":\"%s\",\"id\":\"p-%s\",\"code\":\"%s\",\"at\":\"%s\",\"direction\":\"DELIVERY\",\"state\":\"DELIVERED\",\"carrier\":\"Bưu điện\",\"tracking\":\"EA1VN\"}"
			.formatted(department, code, code, MORNING))).containsExactly("applied");
		assertThat(records("ratings", "{\"agency\":\"%s\",\"id\":\"r-%s\",\"code\":\"%s\",\"at\":\"%s\",\"overall\":3,\"comment\":\"Nhanh gọn\"}".formatted(department, code, code, MORNING)))
			.containsExactly("applied");
		assertThat(records("payments", "{\"agency\":\"%s\",\"id\":\"t-%s\",\"code\":\"%s\",\"at\":\"%s\",\"amountVnd\":8000,\"state\":\"PAID\",\"method\":\"PORTAL\"}".formatted(department, code, code, MORNING)))
			.containsExactly("applied");
		Visit lan = Visit.signedIn(port, "lan");
		String page = lan.get("/ho-so/" + code).body();
		assertThat(page).contains("Giấy chứng sinh", "https://example.vn/cs.pdf", "Lệ phí hộ tịch", "12/KS", "EA1VN", "Nhanh gọn", sha256(result));
		String href = page.replaceAll("(?s).*href=\"(/ho-so/" + code + "/tep/[0-9a-f-]{36})\".*", "$1");
		assertThat(lan.get(href).body()).isEqualTo(new String(result, StandardCharsets.US_ASCII));
		assertThat(Visit.signedIn(port, "hung").get(href).statusCode()).as("nobody else's").isEqualTo(404);
		Visit officer = Visit.signedIn(port, "motcua.hanoi");
		String desk = officer.get("/mot-cua/ho-so/" + code + "?muc-dich=kiem-tra").body();
		assertThat(desk).contains("Giấy chứng sinh", "EA1VN", "Nhanh gọn");
		String show = desk.replaceAll("(?s).*href=\"(/mot-cua/ho-so/" + code + "/tep/[0-9a-f-]{36}\\?muc-dich=kiem-tra)\".*", "$1");
		assertThat(officer.get(show).statusCode()).isEqualTo(200);
	}

	@Test
	void aSupplementIsAskedItemByItem() throws Exception {
		DossierCode code = code();
		assertThat(events(line(code, 1, 2, ""), line(code, 2, 5, ",\"supplement\":{\"items\":[{\"component\":\"birth-notice\",\"what\":\"Bản chính\"},{\"what\":\"Ảnh\"}]}")))
			.containsOnly("applied");
		assertThat(dossiers.find(code).orElseThrow().supplements().getLast().items()).extracting(item -> item.componentId() + ":" + item.what())
			.containsExactly("birth-notice:Bản chính", ":Ảnh");
	}

	@Test
	void partsOfALineAreNamedWhereTheyAreWrong() throws Exception {
		DossierCode code = code();
		assertThat(events(line(code, 1, 2, ",\"components\":{}"), line(code, 2, 2, ",\"results\":[{\"name\":\"x\",\"files\":[{\"name\":\"a\"}]}]"),
				line(code, 3, 2, ",\"results\":[{\"name\":\"x\",\"files\":[{\"name\":\"a\",\"url\":\"javascript:alert(1)\"}]}]"), line(code, 4, 2, ",\"fees\":[{\"amountVnd\":\"20000\"}]"),
				line(code, 5, 2, ",\"payments\":[{\"amountVnd\":1,\"method\":\"gold\"}]"), line(code, 6, 2, ",\"supplement\":{\"items\":[{}]}"), line(code, 7, 2, ",\"components\":[{}]")))
			.containsExactly("rejected /components exchange.part.list", "rejected /results/0/files/0/sha256 exchange.part.file", "rejected /results/0/files/0/url exchange.part.url",
					"rejected /fees/0/amountVnd dossier.sync.number-between", "rejected /payments/0/method exchange.record.word", "rejected /supplement/items/0/what form.required",
					"rejected /components/0/name form.required");
	}

	@Test
	void filesAreKeptOnlyUnderTheirOwnDigest() throws Exception {
		byte[] content = ("%PDF-1.4\n% other " + NUMBER.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
		HttpResponse<String> other = put(content, "1".repeat(64), "a.pdf");
		assertThat(other.statusCode()).isEqualTo(422);
		assertThat(other.body()).contains("exchange.other-bytes");
		assertThat(put(content, "xyz", "a.pdf").statusCode()).isEqualTo(422);
		byte[] program = "#!/bin/sh\necho".getBytes(StandardCharsets.US_ASCII);
		assertThat(put(program, sha256(program), "a.pdf").body()).contains("file.type-not-accepted");
		byte[] large = new byte[26 << 20];
		assertThat(put(large, sha256(large), "a.pdf").body()).contains("file.too-large");
	}

	@Test
	void aRecordIsTakenOnceAndTheLaterVersionStands() throws Exception {
		String id = "s-" + NUMBER.incrementAndGet();
		String first = statistic(id, "2026-09", 10, 8, 7, MORNING);
		assertThat(records("statistics", first, first)).containsExactly("applied", "duplicate");
		assertThat(records("statistics", statistic(id, "2026-09", 12, 8, 7, MORNING.plusSeconds(60)))).containsExactly("applied");
		assertThat(records("statistics", first)).containsExactly("stale");
		JsonNode listed = json.readTree(new Visit(port).withBearer(token).get("/api/sync/v1/records/statistics?limit=1").body());
		assertThat(listed.at("/items/0/record/received").asInt()).isEqualTo(12);
		assertThat(listed.get("next").isNull()).isFalse();
		assertThat(new Visit(port).withBearer(token).get("/api/sync/v1/records/gossip").statusCode()).isEqualTo(404);
	}

	@Test
	void aSystemReadsRecordsOfTheAgenciesItSpeaksForOnly() throws Exception {
		records("statistics", statistic("reach-" + NUMBER.incrementAndGet(), "2026-09", 1, 1, 1, MORNING));
		jdbc.update("update exchange.participant set agencies = array[(select max(id) from agency.unit)]::integer[] where client_id = 'hanoi-demo'");
		try {
			assertThat(json.readTree(new Visit(port).withBearer(token).get("/api/sync/v1/records/statistics").body()).get("items").size()).isZero();
		}
		finally {
			jdbc.update("update exchange.participant set agencies = '{}' where client_id = 'hanoi-demo'");
		}
	}

	@Test
	void aStatisticOfLongAgoIsCountedOnce() throws Exception {
		String id = "old-" + NUMBER.incrementAndGet();
		records("statistics", statistic(id, "2026-01", 1, 1, 1, MORNING.minus(120, ChronoUnit.DAYS)));
		ownCount.count();
		jdbc.update("update exchange.record set counted_at = now() - interval '3 days' where own_id = ?", id);
		ownCount.count();
		assertThat(jdbc.queryForObject("select counted_at < now() - interval '2 days' from exchange.record where own_id = ?", Boolean.class, id)).isTrue();
	}

	@Test
	void recordsAreRefusedEachByItself() throws Exception {
		DossierCode code = code();
		events(line(code, 1, 2, ""));
		String good = "{\"agency\":\"%s\",\"id\":\"k-%s\",\"code\":\"%s\",\"at\":\"%s\",\"overall\":2}".formatted(department, code, code, MORNING);
		assertThat(records("ratings", good, "{", good.replace("\"overall\":2", "\"overall\":9"), good.replace(code.value(), "H29-260101-0001"), good.replace(department + "\",\"id", "H29\",\"id"),
				good.replace(MORNING.toString(), "2199-01-01T00:00:00Z"), good.replace("\"id\":\"k-" + code + "\"", "\"id\":5")))
			.containsExactly("applied", "rejected  dossier.sync.json", "rejected /overall dossier.sync.number-between", "rejected /code exchange.record.dossier-unknown",
					"rejected /agency dossier.sync.agency-other", "rejected /at dossier.sync.future", "rejected /id form.text");
		JsonNode kept = json.readTree(new Visit(port).withBearer(token).get("/api/sync/v1/rejections?limit=1").body());
		assertThat(kept.at("/items/0/error/code").asString("")).isEqualTo("form.text");
		assertThat(records("statistics", statistic("x", "2026-13", 1, 1, 1, MORNING), statistic("x", "2026", 1, 1, 2, MORNING)))
			.containsExactly("rejected /period exchange.record.period", "rejected /onTime exchange.record.on-time");
	}

	@Test
	void theSameRecordFromManyAtOnceIsOne() throws Exception {
		String record = statistic("m-" + NUMBER.incrementAndGet(), "2026-Q3", 5, 4, 4, MORNING);
		List<String> results = new ArrayList<>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<List<String>>> answers = IntStream.range(0, 2).mapToObj(_ -> threads.submit(() -> records("statistics", record))).toList();
			for (Future<List<String>> answer : answers) {
				results.addAll(answer.get());
			}
		}
		assertThat(results).containsExactlyInAnyOrder("applied", "duplicate");
	}

	@Test
	void statisticsStandBesideTheLedgersOwnCount() throws Exception {
		String period = LocalDate.ofInstant(MORNING, Page.ZONE).toString().substring(0, 7);
		events(line(code(), 1, 2, ""));
		assertThat(records("statistics", statistic("own-" + NUMBER.incrementAndGet(), period, 987_654, 0, 0, MORNING))).containsExactly("applied");
		ownCount.count();
		String page = Visit.signedIn(port, "motcua.hanoi").get("/lien-thong/so-lieu").body();
		assertThat(page).contains("987.654", period).containsPattern("<strong>\\+987\\.\\d{3}</strong>");
		assertThat(Visit.signedIn(port, "lan").get("/lien-thong/so-lieu").statusCode()).isEqualTo(403);
	}

	private String statistic(String id, String period, long received, long finished, long onTime, Instant at) {
		return "{\"agency\":\"%s\",\"id\":\"%s\",\"period\":\"%s\",\"received\":%d,\"finished\":%d,\"onTime\":%d,\"at\":\"%s\"}".formatted(department, id, period, received, finished, onTime, at);
	}

	private DossierCode code() {
		return DossierCode.of(department, LocalDate.ofInstant(MORNING, Page.ZONE), NUMBER.incrementAndGet());
	}

	private String line(DossierCode code, int seq, int status, String more) {
		String lan = accounts.findByLogin("lan").orElseThrow().subject();
		return "{\"agency\":\"%s\",\"code\":\"%s\",\"procedure\":\"1.001193\",\"seq\":%d,\"status\":%d,\"at\":\"%s\",\"applicant\":{\"name\":\"Trần Thị Lan\",\"number\":\"%s\"}%s}"
			.formatted(department, code, seq, status, MORNING.plus(seq, ChronoUnit.HOURS), lan, more);
	}

	private List<String> events(String... lines) throws Exception {
		return results("/api/sync/v1/events", lines);
	}

	private List<String> records(String kind, String... lines) throws Exception {
		return results("/api/sync/v1/records/" + kind, lines);
	}

	private List<String> results(String path, String... lines) throws Exception {
		HttpResponse<String> answer = HTTP.send(request(path).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(String.join("\n", lines))).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		List<String> results = new ArrayList<>();
		for (String said : answer.body().split("\n")) {
			JsonNode result = json.readTree(said);
			JsonNode error = result.get("error");
			results.add(result.get("result").asString() + (error == null ? "" : " " + error.get("pointer").asString() + " " + error.get("code").asString()));
		}
		return results;
	}

	private HttpResponse<String> put(byte[] content, String sha256, String name) throws Exception {
		return HTTP.send(request("/api/sync/v1/files/" + sha256 + "?name=" + name).header("Content-Type", "application/octet-stream").PUT(BodyPublishers.ofByteArray(content)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Bearer " + token);
	}

	private static String sha256(byte[] content) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
	}

}
