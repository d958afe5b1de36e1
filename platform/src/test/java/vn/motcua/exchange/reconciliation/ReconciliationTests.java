package vn.motcua.exchange.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.AgencySystem;
import vn.motcua.DossierCourse;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.exchange.quality.SentLines;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** "Are we the same?": the tree of digests down to the line, and what differs. */
@MotCuaTest
class ReconciliationTests {

	private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

	/** A dossier of the examples whose agency and procedure the demonstration does not have. */
	private static final String NOT_HERE = "H26-260302-0012";

	@LocalServerPort
	private int port;

	@Autowired
	private JsonMapper json;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Reconciliation reconciliation;

	@Autowired
	private BeanFactory program;

	private AgencySystem hanoi;

	@BeforeEach
	void signIn() throws Exception {
		hanoi = AgencySystem.hanoi(port);
	}

	/** Both sides are held to the same examples: the sdk computes them, the ledger gives them back. */
	@Test
	void theLedgerHasTheDigestsOfTheExamples() throws Exception {
		JsonNode examples = json.readTree(Path.of("..", "docs", "schema", "sync-digest.json").toFile());
		List<String> lines = new ArrayList<>();
		examples.get("lines").values().stream().map(line -> line.get("sent").asString()).filter(sent -> !sent.contains(NOT_HERE)).forEach(lines::add);
		assertThat(hanoi.taken(lines.toArray(String[]::new))).doesNotContain("rejected");
		JsonNode day = hanoi.read("/api/sync/v1/digest?agency=H26&day=2026-03-02");
		assertThat(day.get("dossiers").asInt() + " " + day.get("lines").asInt()).isEqualTo("3 7");
		Map<String, String> expected = new TreeMap<>();
		examples.get("dossiers").values().stream().filter(part -> !part.get("code").asString().equals(NOT_HERE)).forEach(part -> expected.put(part.get("code").asString(), part.toString()));
		Map<String, String> found = new TreeMap<>();
		StringBuilder buckets = new StringBuilder();
		for (JsonNode bucket : day.get("buckets")) {
			StringBuilder within = new StringBuilder();
			JsonNode items = hanoi.read("/api/sync/v1/digest?agency=H26&day=2026-03-02&bucket=" + bucket.get("bucket").asString()).get("items");
			for (JsonNode part : items) {
				found.put(part.get("code").asString(), part.toString());
				within.append(part.get("code").asString()).append(':').append(part.get("digest").asString()).append('\n');
			}
			assertThat(bucket.get("digest").asString()).isEqualTo(sha256(within.toString()));
			buckets.append(bucket.get("bucket").asString()).append(':').append(bucket.get("digest").asString()).append('\n');
		}
		assertThat(found).isEqualTo(expected);
		assertThat(day.get("digest").asString()).isEqualTo(sha256(buckets.toString()));
		JsonNode dossier = hanoi.read("/api/sync/v1/digest?code=H26-260302-0005");
		assertThat(dossier.get("digest")).isEqualTo(examples.get("dossiers").get(0).get("digest"));
		assertThat(dossier.get("items").values().stream().map(item -> item.get("seq").asInt() + " " + item.get("digest").asString()))
			.containsExactly("1 899c57ca0b6004bb", "2 695fcd87702015c4", "10 db2a014b02c24334");
	}

	@Test
	void aDifferenceIsListedAndHealsWhenTheMissingLinesCome() throws Exception {
		String first = line("H26-260304-0001", 1, 1);
		String missing = line("H26-260304-0001", 2, 2);
		hanoi.taken(line("H26-260305-0001", 1, 1), line("H26-260305-0001", 2, 2));
		String theirs = hanoi.read("/api/sync/v1/digest?agency=H26&day=2026-03-05").get("digest").asString();
		hanoi.taken(first);
		assertThat(state("2026-03-04", 1, 2, theirs).get("same").asBoolean()).isFalse();
		Difference open = difference("2026-03-04");
		assertThat(open.open()).isTrue();
		assertThat(open.theirs().lines()).isEqualTo(2);
		assertThat(open.ours().lines()).isEqualTo(1);

		hanoi.taken(missing);
		String whole = hanoi.read("/api/sync/v1/digest?agency=H26&day=2026-03-04").get("digest").asString();
		JsonNode again = state("2026-03-04", 1, 2, whole);
		assertThat(again.get("same").asBoolean()).isTrue();
		assertThat(difference("2026-03-04").healedAt()).isNotNull();
		assertThat(difference("2026-03-04").since()).isEqualTo(open.since());
		assertThat(state("2026-03-04", 1, 2, whole)).isEqualTo(again);
	}

	@Test
	void aDifferenceHealsByItselfOnceTheLedgerHasTheLines() throws Exception {
		String code = "H26-260306-0001";
		String whole = dayOf(code, digestOf(code, 1, 1), digestOf(code, 2, 2));
		hanoi.taken(line(code, 1, 1));
		assertThat(state("2026-03-06", 1, 2, whole).get("same").asBoolean()).isFalse();
		reconciliation.touched(Set.of("H26"), Set.of(LocalDate.parse("2026-03-06")));
		reconciliation.compareAgain();
		assertThat(difference("2026-03-06").open()).as("still not the same").isTrue();
		hanoi.taken(line(code, 2, 2));
		SentLines.count(program);
		reconciliation.compareAgain();
		assertThat(difference("2026-03-06").open()).as("the ledger was read on").isFalse();
	}

	/** What nobody compared is not called equal. */
	@Test
	void daysThatNobodyComparedAreCountedBesideThoseThatWere() throws Exception {
		hanoi.taken(line("H26-260312-0001", 1, 1), line("H26-260313-0001", 1, 1), line("H26-260314-0001", 1, 1));
		SentLines.count(program);
		Standing before = reconciliation.standing(null, "H26");
		Standing others = reconciliation.standing(null, "H05");
		String same = hanoi.read("/api/sync/v1/digest?agency=H26&day=2026-03-12").get("digest").asString();
		state("2026-03-12", 1, 1, same);
		state("2026-03-13", 1, 1, EMPTY);
		Standing after = reconciliation.standing(null, "H26");
		assertThat(after).isEqualTo(new Standing(before.compared() + 2, before.equal() + 1, before.uncompared() - 2));
		state("2019-01-05", 0, 0, EMPTY);
		assertThat(reconciliation.standing(null, "H26")).as("a day without lines is none").isEqualTo(after);
		assertThat(reconciliation.standing(null, "H05")).as("another's").isEqualTo(others);
		String page = Visit.signedIn(port, "quantri.hanoi").get("/quan-tri/lien-thong/doi-soat?co-quan=H26").body();
		assertThat(page).contains("Đã đối soát", "ngày có dòng mà bên gửi chưa đối soát", "chua-doi-soat=1");
		assertThat(Visit.signedIn(port, "quantri.hanoi").get("/quan-tri/lien-thong/doi-soat?co-quan=H26&chua-doi-soat=1").body()).contains("Ngày chưa đối soát", "14/03/2026").doesNotContain("12/03/2026");
		Slice<UncomparedDay> first = reconciliation.uncompared(null, "H26", new Limit(1), null);
		assertThat(reconciliation.uncompared(null, "H26", new Limit(1), first.next()).items()).as("the list goes on").doesNotContainAnyElementsOf(first.items());
	}

	/** Nothing tells of lines that came between the reading of the day and the keeping of the statement. */
	@Test
	void aDifferenceIsLookedAtAgainWithoutBeingTouched() throws Exception {
		String code = "H26-260307-0001";
		String whole = dayOf(code, digestOf(code, 1, 1), digestOf(code, 2, 2));
		hanoi.taken(line(code, 1, 1));
		assertThat(state("2026-03-07", 1, 2, whole).get("same").asBoolean()).isFalse();
		hanoi.taken(line(code, 2, 2));
		reconciliation.compareAgain();
		assertThat(difference("2026-03-07").open()).isFalse();
	}

	@Test
	void aPlaceOutsideTheAgencysCodesLeadsIntoNoOthers() throws Exception {
		String code = "H05-260308-0001";
		String other = line("H26-260308-0001", 1, 1).replace("H26", "H05");
		assertThat(AgencySystem.bacNinh(port).lines(other)).containsAnyOf("applied", "duplicate");
		String bucket = sha256(code).substring(0, 2);
		assertThat(hanoi.read("/api/sync/v1/digest?agency=H26&day=2026-03-08&bucket=" + bucket + "&after=H0").get("items").size()).isZero();
	}

	/** What a comparison begins with: each day is said as the answer of that day says it. */
	@Test
	void manyDaysOfAgenciesAreAnsweredAtOnceAndAnothersAreNot() throws Exception {
		hanoi.taken(line("H26-260309-0001", 1, 1), line("H26-260311-0001", 1, 1), line("H26-260311-0001", 2, 2));
		String days = "/api/sync/v1/digest/days?from=2026-03-09&to=2026-03-11&agency=";
		JsonNode answer = hanoi.read(days + "H26.10015,H26");
		assertThat(answer.get("items").values().stream().map(day -> day.get("agency").asString() + " " + day.get("day").asString()))
			.containsExactly("H26 2026-03-09", "H26 2026-03-10", "H26 2026-03-11", "H26.10015 2026-03-09", "H26.10015 2026-03-10", "H26.10015 2026-03-11");
		for (JsonNode day : answer.get("items")) {
			JsonNode alone = hanoi.read("/api/sync/v1/digest?agency=" + day.get("agency").asString() + "&day=" + day.get("day").asString());
			assertThat(day.get("digest")).isEqualTo(alone.get("digest"));
			assertThat(day.get("lines")).isEqualTo(alone.get("lines"));
		}
		assertThat(answer.at("/items/2/lines").asInt()).isEqualTo(2);
		assertThat(answer.has("next")).isFalse();
		String place = vn.motcua.kernel.paging.Cursor.of("H26", "2026-03-11").encoded();
		assertThat(hanoi.read(days + "H26,H26.10015&after=" + place).get("items")).extracting(day -> day.get("agency").asString()).containsOnly("H26.10015").hasSize(3);
		assertProblem(hanoi.gets(days + "H26,H05"), "/agency dossier.sync.agency-other");
		assertProblem(hanoi.gets(days + "X99"), "/agency dossier.sync.agency-unknown");
		assertProblem(hanoi.gets(days + "H26,".repeat(21)), "/agency exchange.agencies");
		assertProblem(hanoi.gets(days + "H26&after=nonsense"), "/after common.cursor");
		assertProblem(hanoi.gets("/api/sync/v1/digest/days?agency=H26&from=2026-03-01"), "/to exchange.days-between");
		assertProblem(hanoi.gets("/api/sync/v1/digest/days?agency=H26&from=2026-03-01&to=2026-02-28"), "/to exchange.days-between");
		assertProblem(hanoi.gets("/api/sync/v1/digest/days?agency=H26&from=2026-03-01&to=2026-04-01"), "/to exchange.days-between");
		assertProblem(hanoi.gets("/api/sync/v1/digest/days?agency=H26&from=1026-03-01&to=1026-03-02"), "/from exchange.day");
		assertThat(hanoi.read("/api/sync/v1/digest/days?agency=H26&from=2026-03-01&to=2026-03-31").get("items")).hasSize(31);
	}

	@Test
	void aDossierThatIsHandledHereHasNoLines() throws Exception {
		String here = new DossierCourse(program).accepted().value();
		assertThat(hanoi.read("/api/sync/v1/digest?code=" + here).get("items").size()).isZero();
	}

	@Test
	void aDayWithoutDossiersHasTheDigestOfNothing() throws Exception {
		JsonNode day = hanoi.read("/api/sync/v1/digest?agency=H26&day=2019-01-05");
		assertThat(day.get("dossiers").asLong()).isZero();
		assertThat(day.get("digest").asString()).isEqualTo(EMPTY);
		assertThat(hanoi.read("/api/sync/v1/digest?code=H26-190105-0001").get("items").size()).isZero();
	}

	@Test
	void refusalsNameTheMemberAndTheRule() throws Exception {
		assertRefused("?agency=H29&day=2026-03-02", "/agency dossier.sync.agency-other");
		assertRefused("?agency=X99&day=2026-03-02", "/agency dossier.sync.agency-unknown");
		assertRefused("?agency=H26", "/day form.required");
		assertRefused("?agency=H26&day=%2B999999999-01-01", "/day exchange.day");
		assertRefused("?agency=H26&day=2026-03-02&bucket=zz", "/bucket exchange.bucket");
		assertRefused("?code=nonsense", "/code dossier.sync.code");
		assertRefused("?code=H29-260302-0001", "/code dossier.sync.agency-other");
		assertStatementRefused("{\"days\":[]}", "/days exchange.days");
		assertStatementRefused("{\"days\":[null]}", "/days/0/day exchange.day");
		assertStatementRefused(statement("2199-01-01", 1, 1, EMPTY), "/days/0/day exchange.day");
		assertStatementRefused(statement("2026-03-02", -1, 1, EMPTY), "/days/0/dossiers exchange.count");
		assertStatementRefused(statement("2026-03-02", 1, 1, "abc"), "/days/0/digest exchange.digest");
		assertThat(hanoi.post("/api/sync/v1/digest", "[", "Content-Type", "application/json").statusCode()).isEqualTo(400);
	}

	private void assertRefused(String query, String problem) throws Exception {
		assertProblem(hanoi.gets("/api/sync/v1/digest" + query), problem);
	}

	private void assertStatementRefused(String body, String problem) throws Exception {
		assertProblem(hanoi.post("/api/sync/v1/digest", body, "Content-Type", "application/json"), problem);
	}

	private void assertProblem(HttpResponse<String> answer, String problem) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		JsonNode error = json.readTree(answer.body()).get("errors").get(0);
		assertThat(error.get("pointer").asString() + " " + error.get("code").asString()).isEqualTo(problem);
	}

	private static String sha256(String text) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	private Difference difference(String day) {
		return reconciliation.differences(null, "H26", true, new Limit(200), null).items().stream().filter(difference -> difference.day().equals(LocalDate.parse(day))).findFirst()
			.orElseThrow();
	}

	private JsonNode state(String day, int dossiers, int lines, String digest) throws Exception {
		HttpResponse<String> answer = hanoi.post("/api/sync/v1/digest", statement(day, dossiers, lines, digest), "Content-Type", "application/json");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return json.readTree(answer.body()).get("items").get(0);
	}

	private static String statement(String day, int dossiers, int lines, String digest) {
		return "{\"days\":[{\"agency\":\"H26\",\"day\":\"%s\",\"dossiers\":%d,\"lines\":%d,\"digest\":\"%s\"}]}".formatted(day, dossiers, lines, digest);
	}

	/** By the rule, from what {@link #line} says. */
	private static String digestOf(String code, int seq, int status) throws Exception {
		return sha256(String.join("\u001f", "H26", code, "1.001193", "" + seq, "" + status, at(code, seq).toString(), "DESK", "", "", "", "", "Nguyễn Văn Bảy", "001190000001", "", "",
				"")).substring(0, 16);
	}

	private static String dayOf(String code, String... lines) throws Exception {
		StringBuilder dossier = new StringBuilder();
		for (int i = 0; i < lines.length; i++) {
			dossier.append(i + 1).append(':').append(lines[i]).append('\n');
		}
		return sha256(sha256(code).substring(0, 2) + ":" + sha256(code + ":" + sha256(dossier.toString()) + "\n") + "\n");
	}

	private static Instant at(String code, int seq) {
		return LocalDate.parse("20" + code.replaceAll("H26-(..)(..)(..)-.*", "$1-$2-$3")).atTime(9, 0).toInstant(java.time.ZoneOffset.ofHours(7)).plusSeconds(60L * seq);
	}

	private static String line(String code, int seq, int status) {
		return "{\"agency\":\"H26\",\"code\":\"%s\",\"procedure\":\"1.001193\",\"seq\":%d,\"status\":%d,\"at\":\"%s\",\"applicant\":{\"name\":\"Nguyễn Văn Bảy\",\"number\":\"001190000001\"}}"
			.formatted(code, seq, status, at(code, seq));
	}

}
