package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.LedgerAppend;
import vn.motcua.dossier.OverdueDossiers;
import vn.motcua.dossier.SentCodes;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.paging.Limit;

/** Hà Nội's own one-stop system keeps its dossiers in step with the ledger. Decision 31/2021/QĐ-TTg art. 30. */
@MotCuaTest
class SyncTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Instant MORNING = LocalDate.now(ProcessingDeadline.ZONE).minusDays(3).atTime(8, 0).atZone(ProcessingDeadline.ZONE).toInstant();

	@LocalServerPort
	private int port;

	@Autowired
	private JsonMapper json;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private LedgerCheck check;

	@Autowired
	private LedgerStore store;

	@Autowired
	private LedgerAppend ledger;

	@Autowired
	private OverdueDossiers overdue;

	private String token;

	@BeforeEach
	void signIn() throws Exception {
		HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=sync&client_id=hanoi-demo&client_secret=motcua-demo")).build(),
				HttpResponse.BodyHandlers.ofString());
		token = json.readTree(answer.body()).get("access_token").asString();
	}

	@Test
	void aDossierIsWhatItsLinesSayAndEverybodyWithTheCodeCanFollowIt() throws Exception {
		DossierCode code = code();
		assertThat(results(line(code, 1, 1, 0, ""), line(code, 2, 2, 60, due(5)), line(code, 3, 4, 90, ",\"note\":\"Thẩm định\""), line(code, 4, 9, 500, ""),
				line(code, 5, 10, 600, ""))).containsOnly("applied");
		DossierState state = state(code);
		assertThat(state.status()).isEqualTo(DossierStatus.RETURNED);
		assertThat(state.moments().submittedAt()).isEqualTo(MORNING);
		assertThat(state.moments().acceptedAt()).isEqualTo(MORNING.plus(60, ChronoUnit.MINUTES));
		assertThat(state.moments().dueAt()).isEqualTo(MORNING.plus(5, ChronoUnit.DAYS));
		assertThat(state.moments().completedAt()).isEqualTo(MORNING.plus(500, ChronoUnit.MINUTES));
		assertThat(new Visit(port).get("/api/dossier/v1/track/" + code).body()).contains("\"status\":\"RETURNED\"");
		assertThat(new Visit(port).get("/tra-cuu?ma=" + code).statusCode()).isEqualTo(200);
		assertThat(check.verify().differences()).as("what was derived is what the events give").isZero();
	}

	@Test
	void theSameLineTwiceHasOneEffectAndItsNumberCannotSaySomethingElse() throws Exception {
		DossierCode code = code();
		assertThat(results(line(code, 1, 1, 0, ""), line(code, 1, 1, 0, ""))).containsExactly("applied", "duplicate");
		assertThat(results(line(code, 1, 1, 0, ""), line(code, 1, 2, 0, ""))).containsExactly("duplicate", "rejected /seq dossier.sync.seq-taken");
		assertThat(dossiers.events(code)).hasSize(1);
	}

	@Test
	void linesOfABatchAreTakenInTheOrderOfTheirOwnTime() throws Exception {
		DossierCode code = code();
		assertThat(results(line(code, 3, 4, 90, ""), line(code, 1, 1, 0, ""), line(code, 2, 2, 60, ""))).containsOnly("applied");
		assertThat(dossiers.events(code)).extracting(DossierEvent::type).containsExactly(DossierEvent.Type.SUBMITTED, DossierEvent.Type.ACCEPTED,
				DossierEvent.Type.PROCESSED);
	}

	@Test
	void aLineThatComesLateIsHistoryAndMovesNothingBack() throws Exception {
		DossierCode code = code();
		results(line(code, 1, 1, 0, ""), line(code, 5, 9, 300, ""));
		assertThat(results(line(code, 2, 2, 60, due(4)), line(code, 3, 5, 90, ""))).containsExactly("stale", "stale");
		DossierState state = state(code);
		assertThat(state.status()).isEqualTo(DossierStatus.COMPLETED);
		assertThat(state.moments().acceptedAt()).isEqualTo(MORNING.plus(60, ChronoUnit.MINUTES));
		assertThat(state.moments().dueAt()).isEqualTo(MORNING.plus(4, ChronoUnit.DAYS));
		assertThat(state.moments().pausedAt()).isNull();
		assertThat(results(line(code, 6, 10, 400, ""))).containsExactly("applied");
		assertThat(check.verify().differences()).isZero();
	}

	@Test
	void theFirstLineSeenMayBeAnyAndSaysWhenTheDossierWasHandedIn() throws Exception {
		DossierCode code = code();
		assertThat(results(line(code, 7, 4, 100, ",\"receivedAt\":\"" + MORNING.plusSeconds(60) + "\""))).containsExactly("applied");
		DossierState state = state(code);
		assertThat(state.status()).isEqualTo(DossierStatus.PROCESSING);
		assertThat(state.moments().submittedAt()).isEqualTo(MORNING.plusSeconds(60));
		assertThat(state.holder()).as("no open dossier is without a holder").isNotNull();
	}

	@Test
	void refusesEachLineByItselfWithTheMemberAndTheRule() throws Exception {
		DossierCode code = code();
		DossierCode ended = code();
		String good = line(code, 1, 1, 0, "");
		assertThat(results(good, "{\"agency\":", "[1]", good.replace("\"seq\":1", "\"seq\":\"1\""), good.replace("\"status\":1", "\"status\":11"),
				good.replace("1.001193", "1.999999"), good.replace("\"agency\":\"H26\"", "\"agency\":\"H29\""), good.replace(code.value(), "H29-" + tail(code)),
				good.replace("\"agency\":\"H26\"", "\"agency\":\"X99\""), good.replace("001190000001", "123"), good.replace(MORNING.toString(), "2199-01-01T00:00:00Z"),
				good.replace(MORNING.toString(), "hôm qua"), line(ended, 1, 3, 10, ""), line(ended, 2, 4, 20, ""), "{\"agency\":\"H26\",\"x\":\"" + "a".repeat(70_000) + "\"}"))
			.containsExactly("applied", "rejected  dossier.sync.json", "rejected  dossier.sync.json", "rejected /seq dossier.sync.number-between",
					"rejected /status dossier.sync.number-between", "rejected /procedure dossier.sync.procedure-unknown",
					"rejected /agency dossier.sync.agency-other", "rejected /code dossier.sync.code-agency", "rejected /agency dossier.sync.agency-unknown",
					"rejected /applicant/number dossier.sync.number", "rejected /at dossier.sync.future", "rejected /at dossier.sync.moment", "applied",
					"rejected /status dossier.sync.move", "rejected  dossier.sync.line-too-long");
		JsonNode kept = json.readTree(new Visit(port).withBearer(token).get("/api/sync/v1/rejections?limit=1").body());
		assertThat(kept.get("items").get(0).get("error").get("code").asString()).isEqualTo("dossier.sync.line-too-long");
		assertThat(kept.get("next").isNull()).isFalse();
		JsonNode call = json.readTree(new Visit(port).withBearer(token).get("/api/sync/v1/calls?limit=1").body()).get("items").get(0);
		assertThat(call.get("lines").asInt()).isEqualTo(15);
		assertThat(call.get("rejected").asInt()).isEqualTo(13);
	}

	@Test
	void noSenderMovesADossierThatIsHandledHere() throws Exception {
		DossierCode hosted = code();
		ledger.append(SampleEvents.wholeLife(hosted).subList(0, 3));
		assertThat(results(line(hosted, 1, 9, 0, ""))).containsExactly("rejected /code dossier.sync.handled-here");
		assertThat(state(hosted).status()).isEqualTo(DossierStatus.PROCESSING);
	}

	@Test
	void whatIsPastItsPromiseIsListedUntilItIsDone() throws Exception {
		DossierCode late = code();
		DossierCode paused = code();
		String yesterday = ",\"dueAt\":\"" + MORNING.plus(1, ChronoUnit.DAYS) + "\"";
		assertThat(results(line(late, 1, 2, 10, yesterday), line(paused, 1, 2, 10, yesterday), line(paused, 2, 5, 20, ",\"note\":\"Thiếu bản vẽ\""))).containsOnly("applied");
		AgencyId agency = state(late).origin().agency();
		assertThat(overdueAt(agency)).contains(late).doesNotContain(paused);
		results(line(late, 2, 9, 30, ""), line(paused, 3, 4, 40, ""));
		assertThat(overdueAt(agency)).contains(paused).doesNotContain(late);
	}

	/** Two at a time, so that pages follow each other without a gap. */
	private List<DossierCode> overdueAt(AgencyId agency) {
		List<DossierCode> codes = new java.util.ArrayList<>();
		String next = null;
		do {
			var slice = overdue.ofAgency(agency, new Limit(2), next);
			slice.items().forEach(item -> codes.add(item.code()));
			next = slice.next();
		}
		while (next != null);
		assertThat(codes).doesNotHaveDuplicates();
		return codes;
	}

	@Test
	void aMomentOfNoTimeRefusesItsLineAlone() throws Exception {
		DossierCode code = code();
		assertThat(results(line(code, 1, 2, 10, ",\"receivedAt\":\"0001-01-01T00:00:00+07:00\""), line(code, 2, 2, 10, ",\"dueAt\":\"+999999999-01-01T00:00:00Z\""),
				line(code, 3, 2, 10, ",\"receivedAt\":\"2000-01-01T00:00:00Z\""), line(code, 4, 2, 10, ""))).containsExactly("rejected /receivedAt dossier.sync.moment",
						"rejected /dueAt dossier.sync.moment", "rejected /receivedAt dossier.sync.before-code", "applied");
	}

	@Test
	void whatIsSentBesideIsKeptAndBounded() throws Exception {
		DossierCode code = code();
		assertThat(results(line(code, 1, 1, 0, ",\"SoBienNhan\":\"12/BN\""), line(code, 2, 2, 10, ",\"x\":[" + "{},".repeat(9_000) + "{}]")))
			.containsExactly("applied", "rejected  dossier.sync.more-too-long");
		assertThat(dossiers.events(code).getFirst().detail().at("/more/SoBienNhan").asString("")).isEqualTo("12/BN");
	}

	@Test
	void batchesComePackedAndWithinLimits() throws Exception {
		DossierCode code = code();
		assertThat(send(packed(line(code, 1, 1, 0, "")), "gzip").body()).contains("\"applied\"");
		assertThat(send(packed("\n".repeat(40 << 20)), "gzip").statusCode()).as("a bomb").isEqualTo(413);
		assertThat(send(packed("x\n".repeat(10_001)), "gzip").statusCode()).as("too many lines").isEqualTo(413);
		assertThat(send("no gzip".getBytes(StandardCharsets.UTF_8), "gzip").statusCode()).isEqualTo(400);
		assertThat(send("{}".getBytes(StandardCharsets.UTF_8), "br").statusCode()).isEqualTo(422);
		assertThat(send(new byte[] { '{', '"', (byte) 0xC3, (byte) 0x28, '"', '}' }, "identity").body()).contains("dossier.sync.json");
	}

	/** Two at a time, as many as one sender may have under way. */
	@Test
	void theSameBatchFromManyAtOnceIsExact() throws Exception {
		List<String> lines = new ArrayList<>();
		List<DossierCode> codes = IntStream.range(0, 40).mapToObj(_ -> code()).toList();
		codes.forEach(code -> lines.addAll(List.of(line(code, 1, 1, 0, ""), line(code, 2, 2, 60, ""), line(code, 3, 4, 90, ""))));
		int applied = 0;
		try (var threads = Executors.newFixedThreadPool(2)) {
			List<Future<HttpResponse<String>>> answers = IntStream.range(0, 4)
				.mapToObj(_ -> threads.submit(() -> send(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "identity"))).toList();
			for (Future<HttpResponse<String>> answer : answers) {
				assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
				applied += answer.get().body().split("\"applied\"", -1).length - 1;
			}
		}
		assertThat(applied).isEqualTo(lines.size());
		for (DossierCode code : codes) {
			assertThat(dossiers.events(code)).hasSize(3);
		}
	}

	@Test
	void onlySystemsSend() throws Exception {
		assertThat(new Visit(port).get("/api/sync/v1/calls").statusCode()).isEqualTo(401);
		assertThat(Visit.signedIn(port, "lan").get("/api/sync/v1/calls").statusCode()).isEqualTo(403);
		assertThat(Visit.signedIn(port, "motcua.hanoi").get("/api/sync/v1/rejections").statusCode()).isEqualTo(403);
	}

	private static DossierCode code() {
		return SentCodes.next("H26", LocalDate.ofInstant(MORNING, ProcessingDeadline.ZONE));
	}

	private static String tail(DossierCode code) {
		return code.value().substring(code.value().indexOf('-') + 1);
	}

	private static String line(DossierCode code, int seq, int status, int minutes, String more) {
		return """
				{"agency":"H26","code":"%s","procedure":"1.001193","seq":%d,"status":%d,"at":"%s","applicant":{"name":"Nguyễn Văn Bảy","number":"001190000001"}%s}"""
			.formatted(code, seq, status, MORNING.plus(minutes, ChronoUnit.MINUTES), more);
	}

	private static String due(int days) {
		return ",\"dueAt\":\"" + MORNING.plus(days, ChronoUnit.DAYS) + "\"";
	}

	private DossierState state(DossierCode code) {
		return store.find(code).orElseThrow();
	}

	/** Result of each line, with pointer and rule where there is a problem. */
	private List<String> results(String... lines) throws Exception {
		HttpResponse<String> answer = send(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "identity");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		List<String> results = new ArrayList<>();
		for (String said : answer.body().split("\n")) {
			JsonNode result = json.readTree(said);
			JsonNode error = result.get("error");
			results.add(error == null ? result.get("result").asString()
					: result.get("result").asString() + " " + error.get("pointer").asString() + " " + error.get("code").asString());
		}
		return results;
	}

	private HttpResponse<String> send(byte[] body, String encoding) throws IOException, InterruptedException {
		return HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/sync/v1/events")).header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/x-ndjson").header("Content-Encoding", encoding).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private static byte[] packed(String text) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return packed.toByteArray();
	}

}
