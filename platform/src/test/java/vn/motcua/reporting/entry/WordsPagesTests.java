package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.ValueSource;

/** Words beside figures in a table of given rows: a plain form, the interface, a spreadsheet, and who reads them. */
@MotCuaTest
class WordsPagesTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private JsonMapper json;

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	private EntryFixture fixture;

	private Visit clerk;

	@BeforeEach
	void openReport() {
		fixture = EntryFixture.open(program, "THU.NHAP.CHU");
		clerk = Visit.signedIn(port, EntryFixture.CLERK);
	}

	@Test
	void takesWordsBesideFigures() {
		Map<String, String> fields = EntryPagesTests.fields(clerk.get(fixture.page()).body());
		fields.putAll(Map.of("w.B1.R1.GHICHU", "Thiếu người\r\nở xã", "w.B1.R1.DANHGIA", "Chưa đạt", "w.B1.R2.GHICHU", "=1+1"));
		assertThat(clerk.post(fixture.page(), fixture.page(), fields).statusCode()).isEqualTo(302);
		String saved = clerk.get(fixture.page()).body();
		assertThat(saved).contains(">Thiếu người\nở xã</textarea>", "<option value=\"Chưa đạt\" selected>", ">=1+1</textarea>");
		assertThat(Visit.signedIn(port, EntryFixture.CLERK).get(fixture.page() + "?lang=en").body()).contains("<option value=\"Chưa đạt\" selected>Not met</option>");
		HttpResponse<String> late = clerk.post(fixture.page(), fixture.page(), Map.of("v", "0", "w.B1.R1.GHICHU", "Viết sau", "vw.B1.R1.GHICHU", "0", "w.B1.R2.DANHGIA", "Đạt", "vw.B1.R2.DANHGIA", "0"));
		assertThat(late.statusCode()).isEqualTo(422);
		assertThat(late.body()).as("both stand, and what nobody else touched is saved").contains(">Viết sau</textarea>", "Thiếu người\nở xã</p>", "href=\"#w-B1-R1-GHICHU\"", "Công thương – Ghi chú",
				"<option value=\"Đạt\" selected>");
		HttpResponse<String> wrong = clerk.post(fixture.page(), fixture.page(), Map.of("v", "0", "w.B1.R1.DANHGIA", "Tuyệt", "vw.B1.R1.DANHGIA", "1", "w.B1.R1.GHICHU", "x".repeat(2_001), "vw.B1.R1.GHICHU", "1"));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("Đánh giá: Hãy chọn một mục trong danh sách", "Ghi chú: Nội dung dài quá 2.000 chữ cái");
		assertThat(clerk.get(fixture.page()).body()).contains(">Thiếu người\nở xã</textarea>");
	}

	/** What a system writes shows on the page, what is wrong with one keeps all out, and another's words are not written over unseen. */
	@Test
	void programsReadAndWriteThem() {
		HttpResponse<String> put = clerk.api("PUT", texts(), """
				{"texts": [{"kind": "WORDS", "code": "B1.R2.GHICHU", "content": "Do máy gửi\\nhai dòng"}, {"kind": "NARRATIVE", "code": "N1", "content": "Lời văn"}]}""");
		assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
		JsonNode said = said(put.body(), "B1.R2.GHICHU");
		assertThat(said.get("content").asString()).isEqualTo("Do máy gửi\nhai dòng");
		int version = said.get("version").asInt();
		assertThat(said(clerk.api("PUT", texts(), "{\"texts\": [{\"kind\": \"WORDS\", \"code\": \"B1.R2.GHICHU\", \"content\": \"Do máy gửi\\nhai dòng\"}]}").body(), "B1.R2.GHICHU").get("version").asInt())
			.as("sent twice").isEqualTo(version);
		assertThat(clerk.get(fixture.page()).body()).contains(">Do máy gửi\nhai dòng</textarea>");
		HttpResponse<String> wrong = clerk.api("PUT", texts(), """
				{"texts": [{"kind": "WORDS", "code": "B1.R2.GHICHU", "content": "Khác"}, {"kind": "WORDS", "code": "B1.R2.DANHGIA", "content": "Met"}, {"kind": "WORDS", "code": "B1.R9.GHICHU", "content": "x"}]}""");
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("/texts/words/B1.R2.DANHGIA", "reporting.choice", "/texts/words/B1.R9.GHICHU", "reporting.no-section");
		HttpResponse<String> stale = clerk.api("PUT", texts(), "{\"texts\": [{\"kind\": \"WORDS\", \"code\": \"B1.R1.GHICHU\", \"content\": \"Không được ghi\"}, {\"kind\": \"WORDS\", \"code\": \"B1.R2.GHICHU\", \"content\": \"Cũ\", \"version\": 0}]}");
		assertThat(stale.statusCode()).isEqualTo(409);
		assertThat(clerk.get(texts(), "application/json").body()).contains("Do máy gửi").doesNotContain("\"Khác\"", "Không được ghi");
		JsonNode changes = json.readTree(clerk.get(fixture.api() + "?since=0&words=", "application/json").body());
		assertThat(changes.get("words").valueStream().map(each -> each.get("field").asString())).contains("w.B1.R2.GHICHU");
		assertThat(json.readTree(clerk.get(fixture.api() + "?since=0", "application/json").body()).get("words")).as("who asks for none").isEmpty();
		assertThat(clerk.get(fixture.api() + "?since=0&words=hom-qua", "application/json").statusCode()).isEqualTo(400);
		assertThat(json.readTree(clerk.get(fixture.api() + "?since=0&words=%2B1000000000-12-31T23:59:59Z", "application/json").body()).get("words")).as("after the end of all days").isEmpty();
		assertThat(json.readTree(clerk.get(fixture.api() + "?since=0&words=-1000000000-01-01T00:00:00Z", "application/json").body()).get("words")).as("before the first").isNotEmpty();
		say("B1.R2.GHICHU", "Số\0 không");
		assertThat(said(clerk.get(texts(), "application/json").body(), "B1.R2.GHICHU").get("content").asString()).isEqualTo("Số không");
		assertThat(Visit.signedIn(port, "motcua.hanoi").get(texts(), "application/json").statusCode()).as("no business of theirs").isIn(403, 404);
	}

	@Test
	void aRowIsWrittenWithoutZeroSigns() {
		String row = "{\"cells\": [], \"texts\": [], \"rows\": [{\"table\": \"B2\", \"id\": \"6f0c3f1e-8f2b-4c6e-9a55-0d0f3c1f2a77\", \"place\": 0, \"values\": {%s}, \"version\": %d}]}";
		HttpResponse<String> written = clerk.api("PATCH", fixture.api(), row.formatted("\"NOIDUNG\": \"Cột sóng\\u0000 đổ\"", 0));
		assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
		assertThat(clerk.get(fixture.page()).body()).contains("Cột sóng đổ");
		assertThat(clerk.api("PATCH", fixture.api(), row.formatted("", 1)).statusCode()).isEqualTo(200);
		assertThat(clerk.get(fixture.page()).body()).doesNotContain("Cột sóng đổ");
	}

	/** Down, changed by hand, up again: what was left alone stays as somebody else has it now, and what looks like an escape is only text. */
	@Test
	void aWorkbookBringsThemBack() throws Exception {
		say("B1.R1.GHICHU", "Ghi truoc");
		say("B1.R2.GHICHU", "Dòng hai");
		byte[] file = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + fixture.page() + "/bieu-mau.xlsx")).header("Cookie", clerk.cookieHeader()).build(),
				HttpResponse.BodyHandlers.ofByteArray()).body();
		say("B1.R2.GHICHU", "Người khác sửa");
		String upload = upload(WorkbookTests.edited(folder, file, "Ghi truoc", "D:\\u0000 trong tep"));
		String looked = clerk.get(upload).body();
		assertThat(looked).contains("Ô chữ", "Công thương – Ghi chú", "<strong>D:\\u0000 trong tep</strong>", "Nhận 1 thay đổi").doesNotContain("Người khác sửa");
		say("B1.R1.GHICHU", "Sửa giữa chừng");
		HttpResponse<String> late = clerk.post(upload, upload, Map.of("da-xem", seen(looked)));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Sửa giữa chừng", "Ô này đã có người sửa sau khi tệp được tải về");
		assertThat(clerk.post(upload, upload, Map.of("da-xem", seen(late.body()))).statusCode()).isEqualTo(302);
		assertThat(clerk.get(fixture.page()).body()).contains(">D:\\u0000 trong tep</textarea>", ">Người khác sửa</textarea>");
	}

	/** The leader signs words with the figures; a later version tells what it says otherwise, and who receives the report reads both. */
	@Test
	void signedVersionsTellWhatWasSaidOtherwise() {
		String report = texts().replace("/texts", ""), follow = fixture.page().replace("/nhap/", "/theo-doi/");
		Map<String, String> fields = EntryPagesTests.fields(clerk.get(fixture.page()).body());
		fields.entrySet().stream().filter(field -> field.getKey().matches("c\\d+")).forEach(field -> field.setValue("3"));
		fields.putAll(Map.of("t.N1", "Bình thường", "w.B1.R1.GHICHU", "Nói lần đầu", "w.B1.R1.DANHGIA", "Đạt"));
		assertThat(clerk.post(fixture.page(), fixture.page(), fields).statusCode()).isEqualTo(302);
		Visit leader = Visit.signedIn(port, "lanhdao.kinhbac");
		assertThat(clerk.api("POST", report + "/check", "{}").statusCode()).isEqualTo(200);
		assertThat(leader.api("POST", report + "/approval", "{}").statusCode()).isEqualTo(200);
		assertThat(clerk.get(follow).body()).contains("Chữ trong biểu", "Công thương – Ghi chú", "Nói lần đầu");
		assertThat(leader.api("POST", report + "/revision", "{\"reason\": \"Nói lại\"}").statusCode()).isEqualTo(200);
		say("B1.R1.GHICHU", "Nói lần hai");
		say("B1.R1.DANHGIA", "");
		assertThat(clerk.api("POST", report + "/check", "{}").statusCode()).isEqualTo(200);
		assertThat(leader.api("POST", report + "/approval", "{}").statusCode()).isEqualTo(200);
		String versions = clerk.get(follow).body();
		assertThat(versions).contains("<strong>Nói lần hai</strong>", "trước: Nói lần đầu", "trước: Đạt");
		assertThat(clerk.get(report, "application/json").body()).contains("words|B1.R1.GHICHU|Nói lần hai");
		assertThat(clerk.get(fixture.page() + "/bao-cao.pdf").body()).startsWith("%PDF");
		assertThat(Visit.signedIn(port, "baocao.vpcp").get("/bao-cao/che-do/THU.NHAP.CHU").body().split("Chọn từ danh sách: Đạt; Chưa đạt", -1)).as("the form names its choices once").hasSize(2);
		Visit receiver = Visit.signedIn(port, "baocao.vpcp");
		assertThat(receiver.get(fixture.page()).body()).as("who receives it reads them").contains(">Nói lần hai</output>").doesNotContain("<textarea id=\"w-B1");
		assertThat(receiver.get(texts(), "application/json").body()).contains("Nói lần hai");
		assertThat(receiver.api("PUT", texts(), "{\"texts\": [{\"kind\": \"WORDS\", \"code\": \"B1.R1.GHICHU\", \"content\": \"x\"}]}").statusCode()).isIn(403, 404, 409);
		assertThat(leader.api("POST", report + "/revision", "{\"reason\": \"Cho các thử khác\"}").statusCode()).isEqualTo(200);
	}

	/** A check asks for words in the row in which it does not hold; words or an explanation answer it. */
	@Test
	void aReasonIsAskedForWhereACheckDoesNotHold() {
		say("B1.R2.GHICHU", "");
		int place = EntryPagesTests.place(clerk.get(fixture.page()).body(), "r-B1-1 h-B1-3");
		carried(place, "9001");
		assertThat(asked()).containsExactly("rule:K3:R2");
		String checked = clerk.get(fixture.page() + "?kiem-tra=true").body();
		assertThat(checked).contains("<a class=\"govuk-link\" href=\"#w-B1-R2-GHICHU\">Cần ghi 2. Y tế – Ghi chú: Tồn nhiều thì nêu lý do</a>", "name=\"x.rule:K3:R2\"");
		HttpResponse<String> explained = clerk.api("PUT", texts(), "{\"texts\": [{\"kind\": \"EXPLANATION\", \"code\": \"rule:K3:R2\", \"content\": \"Đã nói qua điện thoại\"}]}");
		assertThat(explained.statusCode()).as(explained.body()).isEqualTo(200);
		assertThat(program.getBean(vn.motcua.reporting.Findings.class).of(fixture.key())).filteredOn(finding -> finding.code().equals("rule:K3:R2")).allMatch(finding -> !finding.blocks()).hasSize(1);
		say("B1.R2.GHICHU", "Máy hỏng cả tuần");
		assertThat(asked()).isEmpty();
		say("B1.R2.GHICHU", "");
		carried(place, "9000");
		assertThat(asked()).isEmpty();
	}

	private void carried(int place, String number) {
		assertThat(clerk.api("PATCH", fixture.api(), "{\"cells\":[{\"position\":" + place + ",\"value\":\"" + number + "\"}]}").statusCode()).isEqualTo(200);
	}

	private java.util.List<String> asked() {
		return json.readTree(clerk.get(fixture.api() + "/findings", "application/json").body()).valueStream().map(finding -> finding.get("code").asString()).filter(code -> code.startsWith("rule:K3")).toList();
	}

	/** What stood there before, who wrote it and when: on the page and in the interface, for who may see the report. */
	@Test
	void wordsHaveAHistory() {
		say("B1.R2.GHICHU", "Thiếu máy");
		say("B1.R2.GHICHU", "Thiếu máy và người");
		say("B1.R2.GHICHU", "");
		JsonNode saves = json.readTree(clerk.get(texts() + "/WORDS/B1.R2.GHICHU", "application/json").body()).get("changes");
		assertThat(saves.valueStream().limit(3).map(save -> save.get("content").asString())).containsExactly("", "Thiếu máy và người", "Thiếu máy");
		assertThat(saves.get(0).get("source").asString()).isEqualTo("TYPED");
		assertThat(saves.get(1).get("by").asString()).isEqualTo(fixture.clerk.name());
		int version = saves.get(1).get("version").asInt();
		assertThat(json.readTree(clerk.get(texts() + "/WORDS/B1.R2.GHICHU?before=" + version, "application/json").body()).get("changes").get(0).get("content").asString()).isEqualTo("Thiếu máy");
		Actor colleague = new Actor(fixture.clerk.kind(), java.util.UUID.randomUUID(), "Ngô Thị Kia", null, fixture.clerk.agency(), fixture.clerk.permissions());
		ReportText.Change change = new ReportText.Change(ReportText.Kind.WORDS, "B1.R2.GHICHU", "Thiếu nhiều máy", version + 1);
		ReportText.Change again = new ReportText.Change(ReportText.Kind.WORDS, "B1.R2.GHICHU", "Khác", version + 1);
		assertThat(program.getBean(TextStore.class).write(fixture.key(), java.util.List.of(change, again), ValueSource.FILE, colleague)).as("one place twice: the first").containsExactly(again);
		say("B1.R2.GHICHU", "Thiếu rất nhiều máy");
		String told = clerk.get(fixture.page() + "/ghi-chu?o=w.B1.R2.GHICHU").body();
		assertThat(told).contains("2. Y tế – Ghi chú", "Lịch sử lời", "Thiếu <del>nhiều</del> <ins>rất nhiều</ins> máy", "<ins>Thiếu nhiều máy</ins>", "Ngô Thị Kia", "từ tệp Excel", "lưu ");
		assertThat(told.indexOf("rất nhiều</ins>")).as("newest first").isLessThan(told.indexOf("Ngô Thị Kia"));
		assertThat(clerk.get(fixture.page() + "/ghi-chu?o=w.B1.R2.GHICHU&truoc=1").body()).contains("Chưa có lời nào được viết ở đây.");
		assertThat(clerk.get(fixture.page() + "/ghi-chu?o=w.B9.R2.GHICHU").statusCode()).isEqualTo(404);
		assertThat(Visit.signedIn(port, "baocao.vpcp").get(fixture.page() + "/ghi-chu?o=w.B1.R2.GHICHU").body()).as("who receives it").contains("Ngô Thị Kia");
		assertThat(Visit.signedIn(port, "motcua.hanoi").get(texts() + "/WORDS/B1.R2.GHICHU", "application/json").statusCode()).isIn(403, 404);
	}

	/** More saves than are read at once: each is told as it was, from whichever one goes on. */
	@Test
	void aLongHistoryIsToldToItsBeginning() {
		TextStore store = program.getBean(TextStore.class);
		int first = store.find(fixture.key(), ReportText.Kind.NOTE, "1").map(ReportText::version).orElse(0);
		for (int at = 0; at < 230; at++) {
			assertThat(store.write(fixture.key(), java.util.List.of(new ReportText.Change(ReportText.Kind.NOTE, "1", "lần " + at, first + at)), vn.motcua.reporting.ValueSource.TYPED, fixture.clerk)).isEmpty();
		}
		TextHistory history = program.getBean(TextHistory.class);
		assertThat(history.saves(fixture.key(), ReportText.Kind.NOTE, "1", Integer.MAX_VALUE, 230).items()).extracting(TextChange::content).hasSize(230).startsWith("lần 229").endsWith("lần 0");
		assertThat(history.saves(fixture.key(), ReportText.Kind.NOTE, "1", first + 121, 1).items()).extracting(TextChange::content).containsExactly("lần 119");
		assertThat(history.passages(fixture.key(), ReportText.Kind.NOTE, "1", Integer.MAX_VALUE, 30).items().getFirst()).satisfies(passage -> {
			assertThat(passage.saves()).isEqualTo(230 + first);
			assertThat(passage.after()).isEqualTo("lần 229");
		});
	}

	private void say(String code, String content) {
		HttpResponse<String> put = clerk.api("PUT", texts(), json.writeValueAsString(Map.of("texts", java.util.List.of(Map.of("kind", "WORDS", "code", code, "content", content)))));
		assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
	}

	private String upload(byte[] file) {
		return clerk.upload(fixture.page() + "/tai-len", Map.of("_csrf", clerk.formToken()), "tep", "bieu.xlsx", file).headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
	}

	private static String seen(String page) {
		Matcher seen = Pattern.compile("name=\"da-xem\" value=\"([^\"]+)\"").matcher(page);
		assertThat(seen.find()).isTrue();
		return seen.group(1);
	}

	private JsonNode said(String body, String code) {
		return json.readTree(body).get("texts").valueStream().filter(each -> each.get("code").asString().equals(code)).findFirst().orElseThrow();
	}

	private String texts() {
		return fixture.api().replace("/sheets/", "/submissions/") + "/texts";
	}

}
