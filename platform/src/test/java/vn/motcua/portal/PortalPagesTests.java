package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.portal.track.LookupPace;

/** The public pages and the pages of an application over HTTP: who may, who may not, and what wrong input is told. */
@MotCuaTest
class PortalPagesTests {

	private static final String START = "/dich-vu/1.001193/bat-dau";

	@LocalServerPort
	private int port;

	@Test
	void homeOffersSearchLifeEventsAndFigures() {
		HttpResponse<String> home = new Visit(port).get("/");
		assertThat(home.statusCode()).isEqualTo(200);
		assertThat(home.body()).contains("Bạn cần làm việc gì?", "Có con nhỏ", "dịch vụ đang phục vụ").doesNotContain("portal.");
		assertThat(new Visit(port).get("/?lang=en").body()).contains("What do you need to do?", "Having a small child").doesNotContain("portal.");
	}

	@Test
	void searchNarrowsAndShowsAWayOnWhenNothingIsFound() {
		Visit stranger = new Visit(port);
		assertThat(stranger.get("/tim-kiem?q=khai+sinh").body()).contains("Đăng ký khai sinh");
		assertThat(stranger.get("/tim-kiem?doi-tuong=enterprise").body()).doesNotContain("/dich-vu/1.001193\"");
		HttpResponse<String> nothing = stranger.get("/tim-kiem?q=qqqqzzzz+khai");
		assertThat(nothing.statusCode()).isEqualTo(200);
		assertThat(stranger.get("/tim-kiem?q=%3Cscript%3Ealert(1)%3C/script%3E&trang=abc&cap=%00").statusCode()).isEqualTo(422);
		assertThat(stranger.get("/tim-kiem?q=%3Cscript%3E").body()).doesNotContain("<script>alert");
	}

	@Test
	void trackingTellsAWrongCodeFromAnUnknownOneAndNothingElse() {
		Visit stranger = new Visit(port);
		assertThat(stranger.get("/tra-cuu").statusCode()).isEqualTo(200);
		assertThat(stranger.get("/tra-cuu?ma=abc").statusCode()).isEqualTo(422);
		assertThat(stranger.get("/tra-cuu?ma=H26.00070-200819-9999").statusCode()).isEqualTo(404);
		assertThat(stranger.get("/tra-cuu?ma=" + "9".repeat(300)).statusCode()).isEqualTo(422);
	}

	/** Counted by address: whoever comes from another one is heard. */
	@Test
	void nobodyWalksThroughAllCodes() {
		Visit curious = new Visit(port);
		int heard = 0;
		while (curious.get("/tra-cuu?ma=H26.00070-200819-9999").statusCode() != 429) {
			assertThat(++heard).as("the minute may have turned once").isLessThanOrEqualTo(2 * LookupPace.PER_MINUTE);
		}
		assertThat(heard).isGreaterThanOrEqualTo(LookupPace.PER_MINUTE);
		assertThat(new Visit(port).get("/tra-cuu?ma=H26.00070-200819-9999").statusCode()).isEqualTo(404);
	}

	@Test
	void aWrongTokenIsNotGenuine() {
		HttpResponse<String> page = new Visit(port).get("/xac-thuc/abcdefghijklmnopqrstuv");
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("Không phải kết quả thật");
		assertThat(new Visit(port).get("/xac-thuc/..%2F..").statusCode()).isIn(400, 404);
	}

	@Test
	void aStrangerIsAskedToSignInAndComesBack() {
		Visit stranger = new Visit(port);
		assertThat(stranger.get(START).body()).contains("/dang-nhap?tiep=" + START);
		assertThat(stranger.get("/ho-so").statusCode()).isEqualTo(302);
		assertThat(stranger.get("/dich-vu/9.999999/bat-dau").statusCode()).isEqualTo(404);
	}

	@Test
	void officersDoNotApplyOnline() {
		Visit officer = Visit.signedIn(port, "canbo.hoankiem");
		assertThat(officer.get(START).body()).contains("Tài khoản cán bộ không nộp hồ sơ qua mạng");
		assertThat(officer.post("/mot-cua", START, Map.of()).statusCode()).isEqualTo(403);
	}

	@Test
	void wrongAnswersAreKeptAndToldWithLinks() {
		Visit lan = Visit.signedIn(port, "lan");
		String draft = begun(lan);
		HttpResponse<String> refused = lan.post(draft + "/trang/child", Map.of("child.name", "X", "child.birth_date-day", "31", "child.birth_date-month", "2",
				"child.birth_date-year", "2026", "action", "continue"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("govuk-error-summary", "href=\"#child-", "value=\"X\"", "value=\"31\"");
		assertThat(lan.get(draft + "/trang/child").body()).as("kept").contains("value=\"31\"");
	}

	@Test
	void savesWithoutGoingOn() {
		Visit lan = Visit.signedIn(port, "lan");
		String draft = begun(lan);
		assertThat(lan.post(draft + "/trang/child", Map.of("child.name", "Trần Minh An", "action", "save")).statusCode()).isIn(302, 303);
		assertThat(lan.post(draft + "/trang/child", draft + "/trang/child/luu", Map.of("child.name", "Trần Minh Anh")).statusCode()).isEqualTo(204);
		assertThat(lan.get(draft + "/trang/child").body()).contains("Trần Minh Anh");
	}

	@Test
	void nothingIsSentBeforeItIsCompleteAndDeclared() {
		Visit lan = Visit.signedIn(port, "lan");
		String draft = begun(lan);
		HttpResponse<String> answer = lan.post(draft + "/kiem-tra", Map.of("declared", "true"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Còn những việc này phải làm xong trước khi nộp");
		assertThat(lan.post(draft + "/kiem-tra", Map.of()).statusCode()).isEqualTo(422);
	}

	@Test
	void somebodyElsesDraftIsNotFound() {
		String draft = begun(Visit.signedIn(port, "lan"));
		Visit minh = Visit.signedIn(port, "minh");
		for (String page : new String[] { "", "/trang/child", "/giay-to/birth-notice", "/kiem-tra", "/huy" }) {
			assertThat(minh.get(draft + page).statusCode()).as(page).isEqualTo(404);
		}
		assertThat(minh.get("/ho-so/H26.00070-200819-0001").statusCode()).isEqualTo(404);
		assertThat(minh.get("/ho-so/not-a-code/ket-qua").statusCode()).isEqualTo(404);
	}

	@Test
	void aDraftCanBeThrownAway() {
		Visit lan = Visit.signedIn(port, "lan");
		String draft = begun(lan);
		assertThat(lan.post(draft + "/huy", Map.of()).statusCode()).isIn(302, 303);
		assertThat(lan.get(draft).statusCode()).isEqualTo(404);
	}

	private static String begun(Visit visit) {
		HttpResponse<String> opened = visit.post(START, Map.of());
		assertThat(opened.statusCode()).isIn(302, 303);
		String location = opened.headers().firstValue("location").orElseThrow();
		return location.substring(location.indexOf("/ho-so/"));
	}

}
