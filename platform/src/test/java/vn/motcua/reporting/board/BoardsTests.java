package vn.motcua.reporting.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agency;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.reporting.analysis.ReportedFigures;

/** Boards of Bắc Ninh's clerk, and who else sees and changes them. Bắc Ninh's leader is at the same agency, the clerk of Kinh Bắc at another. */
@MotCuaTest
class BoardsTests {

	private static final String QUESTION = "indicator=TT0204&level=province&span=last-12-months";

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Boards boards;

	@Autowired
	private Accounts accounts;

	private Visit clerk;

	private Actor owner;

	@BeforeEach
	void begin() {
		clerk = Visit.signedIn(port, "baocao.bacninh");
		owner = actor("baocao.bacninh");
		boards.mine(owner).forEach(board -> boards.delete(board.number(), owner));
	}

	@Test
	void aQuestionIsKeptUnderANameWithItsPicture() {
		ReportedFigures figures = new ReportedFigures(program);
		figures.report("2021-04", figures.province("27", LocalDate.of(2021, 4, 14)), "TT0204", "3300").counted(ReportedFigures.MONTHLY, figures.province("27", LocalDate.of(2021, 4, 14)), "2021-04");
		String question = "indicator=TT0204&level=province&from=2021-03-01&to=2021-04-30";
		HttpResponse<String> saved = save(Map.of("ten", "Xuất khẩu", "hinh", "ban-do", "cau-hoi", question));
		assertThat(saved.statusCode()).isEqualTo(302);
		Board board = boards.mine(owner).getFirst();
		assertThat(board.name()).isEqualTo("Xuất khẩu");
		assertThat(board.pictures()).containsExactly(new BoardPicture("", Picture.MAP, question));
		String page = clerk.get(board.href()).body();
		assertThat(page).contains("Xuất khẩu", "mc-tiles", "Hoàng Sa");
		assertThat(clerk.get("/bao-cao/bang").body()).contains(board.href());
	}

	/** The days of a board move with today; those of a question with days stay. */
	@Test
	void timesThatMoveAreKeptAsTheyAreWritten() {
		save(Map.of("ten", "Gần đây", "cau-hoi", "indicator=TT0204&agency=24&span=last-2-years&asOf=today"));
		assertThat(boards.mine(owner).getFirst().pictures().getFirst().question()).contains("span=last-2-years", "asOf=today").doesNotContain("from=");
		save(Map.of("ten", "Cố định", "cau-hoi", "indicator=TT0204&agency=27&from=2021-03&to=2021-04"));
		assertThat(boards.mine(owner).getFirst().pictures().getFirst().question()).contains("from=2021-03-01", "to=2021-04-30");
	}

	@Test
	void somebodyElsesPrivateBoardIsNotThere() {
		long number = boards.create("Riêng", Sharing.OWN, List.of(), owner);
		for (String login : List.of("lanhdao.bacninh", "baocao.kinhbac")) {
			Visit other = Visit.signedIn(port, login);
			for (String path : List.of("", "/sua", "/xoa")) {
				assertThat(other.get("/bao-cao/bang/" + number + path).statusCode()).as(login + path).isEqualTo(404);
			}
			assertThat(other.post("/bao-cao/phan-tich", "/bao-cao/bang/" + number + "/nhan-doi", Map.of()).statusCode()).isEqualTo(404);
			assertThat(other.get("/bao-cao/thu/moi?bang=" + number).statusCode()).isEqualTo(404);
			assertThat(other.get("/bao-cao/bang").body()).doesNotContain("/bao-cao/bang/" + number);
		}
		assertThat(new Visit(port).get("/bao-cao/bang/" + number).statusCode()).isEqualTo(302);
		assertThat(clerk.get("/bao-cao/bang/999999999").statusCode()).isEqualTo(404);
	}

	@Test
	void aBoardOfAnAgencyIsSeenThereAndNowhereElse() {
		long number = boards.create("Cơ quan", Sharing.AGENCY, List.of(), owner);
		assertThat(Visit.signedIn(port, "lanhdao.bacninh").get("/bao-cao/bang/" + number).statusCode()).isEqualTo(200);
		assertThat(Visit.signedIn(port, "baocao.kinhbac").get("/bao-cao/bang/" + number).statusCode()).isEqualTo(404);
	}

	@Test
	void whoSeesABoardCopiesItAndDoesNotChangeIt() {
		long number = boards.create("Chung", Sharing.EVERYBODY, List.of(new BoardPicture("Một", Picture.TABLE, QUESTION)), owner);
		Visit other = Visit.signedIn(port, "baocao.kinhbac");
		assertThat(other.get("/bao-cao/bang/" + number).statusCode()).isEqualTo(200);
		assertThat(other.get("/bao-cao/bang").body()).contains("/bao-cao/bang/" + number);
		assertThat(other.get("/bao-cao/bang/" + number + "/sua").statusCode()).isEqualTo(403);
		assertThat(other.post("/bao-cao/bang/" + number, "/bao-cao/bang/" + number + "/xoa", Map.of()).statusCode()).isEqualTo(403);
		HttpResponse<String> copied = other.post("/bao-cao/bang/" + number, "/bao-cao/bang/" + number + "/nhan-doi", Map.of());
		Board copy = boards.get(Long.parseLong(copied.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "")), actor("baocao.kinhbac"));
		assertThat(copy.sharing()).isEqualTo(Sharing.OWN);
		assertThat(copy.pictures()).hasSize(1);
		assertThat(copy.name()).isEqualTo("Bản sao của Chung");
		boards.delete(copy.number(), actor("baocao.kinhbac"));
	}

	@Test
	void picturesChangePlacesAndGo() {
		long number = boards.create("Ba hình", Sharing.OWN, List.of(picture("A"), picture("B"), picture("C"), picture("D")), owner);
		change(number, Map.of("vi-tri-3", "1"));
		assertThat(titles(number)).containsExactly("C", "A", "B", "D");
		change(number, Map.of("vi-tri-1", "3", "bo-2", "1", "tieu-de-4", "E", "hinh-4", "cot", "ten", "Hai hình"));
		assertThat(titles(number)).containsExactly("B", "C", "E");
		Board board = boards.get(number, owner);
		assertThat(board.name()).isEqualTo("Hai hình");
		assertThat(board.pictures().getLast().picture()).isEqualTo(Picture.BARS);
	}

	@Test
	void anOlderFormDoesNotUndoANewerChange() {
		long number = boards.create("Cũ", Sharing.OWN, List.of(picture("A")), owner);
		change(number, Map.of("ten", "Mới"));
		HttpResponse<String> late = clerk.post("/bao-cao/bang/" + number + "/sua", Map.of("phien-ban", "1", "ten", "Muộn"));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(boards.get(number, owner).name()).isEqualTo("Mới");
	}

	/** What was changed stands in the form, what another window saved beside it; pictures of either are not lost. */
	@Test
	void twoWindowsOnOneBoardLoseNothing() {
		long number = boards.create("Cũ", Sharing.OWN, List.of(picture("A"), picture("B")), owner);
		Map<String, String> mine = fields(clerk.get("/bao-cao/bang/" + number + "/sua").body());
		mine.put("ten", "Tên của tôi");
		mine.put("tieu-de-2", "B của tôi");
		change(number, Map.of("ten", "Tên ở cửa sổ kia", "bo-1", "1"));
		String added = "indicator=TT0204&level=country&span=last-2-years";
		save(Map.of("bang", String.valueOf(number), "tieu-de", "C", "cau-hoi", added));
		HttpResponse<String> late = clerk.post("/bao-cao/bang/" + number + "/sua", mine);
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("value=\"Tên của tôi\"", "value=\"B của tôi\"", "Tên ở cửa sổ kia", owner.name(), "Hình này được thêm ở cửa sổ kia.");
		assertThat(titles(number)).containsExactly("B", "C");
		assertThat(clerk.post("/bao-cao/bang/" + number + "/sua", fields(late.body())).statusCode()).isEqualTo(302);
		assertThat(titles(number)).containsExactly("A", "B của tôi", "C");
		assertThat(boards.get(number, owner).name()).isEqualTo("Tên của tôi");
		Map<String, String> foreign = fields(clerk.get("/bao-cao/bang/" + number + "/sua").body());
		foreign.put("cau-hoi-1", "indicator=KHONGCO");
		assertThat(clerk.post("/bao-cao/bang/" + number + "/sua", foreign).body()).as("a question of nobody's").contains("KHONGCO");
	}

	@Test
	void anAnswerTakesThePlaceOfTheOneItWasOpenedFrom() {
		long number = boards.create("Thay", Sharing.OWN, List.of(picture("A"), picture("B")), owner);
		assertThat(clerk.get("/bao-cao/bang/moi?" + QUESTION + "&bang=" + number + ".2").body()).contains("value=\"" + number + ".2\" selected");
		save(Map.of("bang", number + ".2", "tieu-de", "Z"));
		assertThat(titles(number)).containsExactly("A", "Z");
		assertThat(save(Map.of("bang", number + ".9")).statusCode()).isEqualTo(404);
	}

	@Test
	void refusesByFieldWhatABoardHasNoRoomFor() {
		assertThat(save(Map.of("ten", " ")).body()).contains("Hãy đặt một cái tên.");
		assertThat(save(Map.of("ten", "x".repeat(121))).statusCode()).isEqualTo(422);
		assertThat(save(Map.of("ten", "Hỏng", "cau-hoi", "indicator=KHONGCO")).body()).contains("KHONGCO");
		assertThat(save(Map.of("ten", "Hỏng", "cau-hoi", "indicator=%zz")).statusCode()).isEqualTo(400);
		assertThat(save(Map.of("ten", "Lớn", "cau-hoi", "indicator=TT0204&level=commune&span=last-3-years")).body()).contains("20000");
		long number = boards.create("Đầy", Sharing.OWN, java.util.stream.IntStream.range(0, Boards.MOST_PICTURES).mapToObj(i -> picture("P" + i)).toList(), owner);
		assertThat(save(Map.of("bang", String.valueOf(number))).statusCode()).isEqualTo(422);
		assertThat(clerk.post("/bao-cao/bang/" + number + "/sua", Map.of("phien-ban", "1", "vi-tri-1", "x")).body()).contains("vi-tri-1-error");
	}

	@Test
	void aPictureThatCanNoLongerBeAnsweredSaysWhyAndTheOthersStand() {
		long number = boards.create("Cũ", Sharing.OWN, List.of(new BoardPicture("Mất", Picture.TABLE, "indicator=KHONGCO&from=2026-01-01&to=2026-02-01"), picture("Còn")), owner);
		assertThat(clerk.get("/bao-cao/bang/" + number).body()).contains("không trả lời được nữa", "KHONGCO", "Còn");
	}

	/** Who reached most of the plan is another order than who has most. */
	@Test
	void aPictureIsKeptWithWhatItShows() {
		ReportedFigures figures = new ReportedFigures(program);
		Agency province = figures.province("04", LocalDate.of(2024, 4, 30));
		figures.report("2024-03", province, "TC0101", "80.0").report("2024-04", province, "TC0101", "100.0").counted(ReportedFigures.MONTHLY, province, "2024-03", "2024-04");
		String share = "indicator=TC0101&level=province&from=2024-04-01&to=2024-04-30&figure=growth&so=growth";
		String saved = clerk.get("/bao-cao/phan-tich?" + share + "&view=xep-hang").body().replace("&amp;", "&");
		assertThat(saved).containsPattern("/bao-cao/bang/moi\\?[^\"]*&so=growth");
		assertThat(clerk.get("/bao-cao/bang/moi?" + share + "&view=xep-hang").body()).contains("so=growth");
		HttpResponse<String> answer = save(Map.of("ten", "Tăng trưởng", "cau-hoi", share, "hinh", "xep-hang"));
		String board = clerk.get(answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]*", "")).body();
		assertThat(board).contains("so=growth", "Tăng so với kỳ trước, %", ">25,0<");
	}

	@Test
	void everyPictureIsTakenAwayAsAFile() {
		long number = boards.create("Tệp", Sharing.OWN, List.of(new BoardPicture("Xuất khẩu", Picture.BARS, "indicator=TT0204&level=province&from=2021-03-01&to=2021-04-30")), owner);
		Matcher links = Pattern.compile("href=\"(/bao-cao/phan-tich/tai-ve\\?[^\"]*)\"").matcher(clerk.get("/bao-cao/bang/" + number).body());
		Map<String, String> types = new HashMap<>();
		while (links.find()) {
			HttpResponse<String> file = clerk.get(links.group(1).replace("&amp;", "&"));
			assertThat(file.statusCode()).isEqualTo(200);
			types.put(links.group(1).replaceAll(".*format=", ""), file.headers().firstValue("Content-Type").orElse(""));
		}
		assertThat(types).containsOnlyKeys("xlsx", "csv", "sdmx-json", "sdmx-csv");
		assertThat(types.get("sdmx-json")).startsWith("application/vnd.sdmx.data+json");
	}

	/** What a browser would post. */
	private static Map<String, String> fields(String page) {
		Map<String, String> fields = new HashMap<>();
		Matcher input = Pattern.compile("<input[^>]*? name=\"([^\"]+)\"[^>]*>").matcher(page.substring(page.indexOf("class=\"mc-form\"")));
		while (input.find()) {
			Matcher value = Pattern.compile(" value=\"([^\"]*)\"").matcher(input.group());
			boolean choice = input.group().contains("type=\"checkbox\"") || input.group().contains("type=\"radio\"");
			if ((!choice || input.group().contains(" checked")) && value.find()) {
				fields.put(input.group(1), value.group(1).replace("&amp;", "&"));
			}
		}
		fields.remove("_csrf");
		return fields;
	}

	private HttpResponse<String> save(Map<String, String> given) {
		Map<String, String> fields = new HashMap<>(Map.of("cau-hoi", QUESTION, "hinh", "bang", "bang", "moi", "ten", "Bảng", "chia-se", "OWN"));
		fields.putAll(given);
		return clerk.post("/bao-cao/bang/moi?" + QUESTION, "/bao-cao/bang/moi", fields);
	}

	private void change(long number, Map<String, String> given) {
		Map<String, String> fields = new HashMap<>(given);
		fields.put("phien-ban", String.valueOf(boards.get(number, owner).version()));
		HttpResponse<String> answer = clerk.post("/bao-cao/bang/" + number + "/sua", fields);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
	}

	private List<String> titles(long number) {
		return boards.get(number, owner).pictures().stream().map(BoardPicture::title).toList();
	}

	private static BoardPicture picture(String title) {
		return new BoardPicture(title, Picture.TABLE, QUESTION);
	}

	private Actor actor(String login) {
		return accounts.actor(accounts.findByLogin(login).orElseThrow().id());
	}

}
