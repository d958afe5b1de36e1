package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;

@MotCuaTest
class SignInTests {

	private static final String PASSWORD = "chiều qua mưa to lắm";

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient sql;

	@Autowired
	Accounts accounts;

	@Test
	void aStrangerGetsNoSession() {
		HttpResponse<String> answer = new Visit(port).get("/dang-nhap");
		assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("phien="));
	}

	@Test
	void aStrangerIsSentToSignInAndComesBack() {
		Visit visit = new Visit(port);
		assertThat(visit.get("/thong-bao").headers().firstValue("location").orElseThrow()).endsWith("/dang-nhap?tiep=%2Fthong-bao");
		HttpResponse<String> answer = visit.post("/dang-nhap?tiep=%2Fthong-bao", "/dang-nhap",
				Map.of("ten", "lan", "matKhau", "motcua-demo", "tiep", "/thong-bao"));
		assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/thong-bao");
		assertThat(visit.get("/thong-bao").statusCode()).isEqualTo(200);
	}

	@Test
	void everybodyOfTheCastIsNamedAndReportingBeginsAtItsDesk() {
		assertThat(new Visit(port).get("/dang-nhap").body()).contains("baocao.vpcp").doesNotContain("identity.cast.");
		HttpResponse<String> answer = new Visit(port).post("/dang-nhap", Map.of("ten", "baocao.vpcp", "matKhau", "motcua-demo"));
		assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/bao-cao");
	}

	@Test
	void goesToNoOtherSiteAfterSignIn() {
		HttpResponse<String> answer = new Visit(port).post("/dang-nhap", Map.of("ten", "lan", "matKhau", "motcua-demo", "tiep", "//evil.example/"));
		assertThat(answer.headers().firstValue("location").orElseThrow()).doesNotContain("evil");
	}

	@Test
	void sessionBeginsFreshAndEndsAtSignOut() {
		Visit visit = Visit.signedIn(port, "minh");
		assertThat(visit.get("/tai-khoan").statusCode()).isEqualTo(200);
		visit.post("/tai-khoan", "/dang-xuat", Map.of());
		assertThat(visit.get("/tai-khoan").statusCode()).isEqualTo(302);
	}

	@Test
	void sessionsAreRowsThatSurviveTheProgram() {
		Visit.signedIn(port, "hung");
		String account = accounts.findByLogin("hung").orElseThrow().id().toString();
		assertThat(sql.sql("select count(*) from identity.session where principal_name = :account and max_inactive_interval = 43200")
			.param("account", account).query(Long.class).single()).isPositive();
	}

	@Test
	void saysTheSameForAWrongNameAndAWrongPassword() {
		String unknown = new Visit(port).post("/dang-nhap", Map.of("ten", "nobody." + random(), "matKhau", "wrong password")).body();
		String wrong = new Visit(port).post("/dang-nhap", Map.of("ten", "baocao.bacninh", "matKhau", "wrong password")).body();
		assertThat(unknown).contains("chưa đúng");
		assertThat(wrong).contains("chưa đúng");
	}

	@Test
	void slowsDownWhoeverGuesses() {
		String name = "guessed." + random();
		Visit visit = new Visit(port);
		for (int i = 0; i < 5; i++) {
			assertThat(visit.post("/dang-nhap", Map.of("ten", name, "matKhau", "wrong password")).statusCode()).isEqualTo(422);
		}
		assertThat(visit.post("/dang-nhap", Map.of("ten", name, "matKhau", "wrong password")).statusCode()).isEqualTo(429);
	}

	@Test
	void registersWithACodeFromThePhone() {
		Map<String, String> form = person();
		Visit visit = register(form);
		assertThat(visit.get("/tai-khoan").body()).contains(form.get("soDinhDanh"));
		Actor actor = accounts.actor(accounts.findBySubject(form.get("soDinhDanh")).orElseThrow().id());
		assertThat(actor.permissions()).containsExactlyInAnyOrder(Permission.APPLY, Permission.OWN_DATA);
		HttpResponse<String> again = new Visit(port).post("/dang-ky", form);
		assertThat(again.statusCode()).isEqualTo(422);
	}

	/** Anybody can register with any number: it counts once an officer has compared the papers. */
	@Test
	void aNumberCountsAsItsHoldersOnceItWasCheckedAtTheCounter() {
		Map<String, String> form = person();
		Visit visit = register(form);
		assertThat(visit.get("/tai-khoan/nhat-ky").body()).contains("Chưa ai kiểm tra số định danh");
		Visit officer = Visit.signedIn(port, "canbo.hoankiem");
		String counter = "/mot-cua/xac-nhan-danh-tinh";
		String found = officer.post(counter, Map.of("so", form.get("soDinhDanh"))).body();
		assertThat(found).contains(form.get("hoTen"));
		String account = accounts.findBySubject(form.get("soDinhDanh")).orElseThrow().id().toString();
		assertThat(Visit.signedIn(port, "lanhdao.hoankiem").post("/tai-khoan", counter + "/" + account, Map.of()).statusCode()).isEqualTo(403);
		assertThat(officer.post(counter, counter + "/" + account, Map.of()).statusCode()).isBetween(302, 303);
		assertThat(visit.get("/tai-khoan/nhat-ky").body()).doesNotContain("Chưa ai kiểm tra số định danh").contains("Đối chiếu giấy tờ tùy thân tại quầy");
		assertThat(officer.post(counter, Map.of("so", form.get("soDinhDanh"))).statusCode()).as("nothing more to check").isEqualTo(422);
	}

	@Test
	void aCodeIsGoodForFiveTries() {
		Map<String, String> form = person();
		Visit visit = new Visit(port);
		String confirm = path(visit.post("/dang-ky", form));
		String code = code(form.get("dienThoai"));
		for (int i = 0; i < 5; i++) {
			assertThat(enter(visit, confirm, code.equals("000000") ? "111111" : "000000").statusCode()).isEqualTo(422);
		}
		assertThat(enter(visit, confirm, code).statusCode()).isEqualTo(422);
	}

	@Test
	void setsANewPasswordWhenTheOldIsForgotten() {
		Map<String, String> form = person();
		Visit before = register(form);
		Visit visit = new Visit(port);
		String confirm = path(visit.post("/quen-mat-khau", Map.of("ten", form.get("soDinhDanh"))));
		String fresh = "trăng sáng đầu làng";
		HttpResponse<String> done = visit.post(confirm, confirm.substring(0, confirm.indexOf('?')),
				Map.of("lan", confirm.substring(confirm.indexOf('=') + 1), "maXacNhan", code(form.get("dienThoai")), "matKhauMoi", fresh));
		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(before.get("/tai-khoan").statusCode()).as("sessions of before have ended").isEqualTo(302);
		assertThat(new Visit(port).post("/dang-nhap", Map.of("ten", form.get("soDinhDanh"), "matKhau", PASSWORD)).statusCode()).isEqualTo(422);
		assertThat(new Visit(port).post("/dang-nhap", Map.of("ten", form.get("soDinhDanh"), "matKhau", fresh)).statusCode()).isEqualTo(302);
	}

	@Test
	void aTokenOpensTheInterfacesUntilItIsRevoked() {
		Visit visit = Visit.signedIn(port, "hung");
		String page = visit.post("/tai-khoan/ma-truy-cap", Map.of("ten", "thử", "thoiHan", "1h")).body();
		Visit program = new Visit(port).withBearer(match(page, "id=\"token\" value=\"([^\"]+)\""));
		assertThat(program.get("/api/notification/v1/inbox").statusCode()).isEqualTo(200);
		visit.post("/tai-khoan/ma-truy-cap", "/tai-khoan/ma-truy-cap/thu-hoi", Map.of("ma", match(page, "name=\"ma\" value=\"([^\"]+)\"")));
		assertThat(program.get("/api/notification/v1/inbox").statusCode()).isEqualTo(401);
		assertThat(new Visit(port).withBearer("not.a.token").get("/api/notification/v1/inbox").statusCode()).isEqualTo(401);
	}

	@Test
	void refusesAFormWithoutItsToken() {
		Visit visit = Visit.signedIn(port, "lan");
		assertThat(visit.json("PUT", "/api/notification/v1/inbox/1/read", "").statusCode()).isEqualTo(403);
	}

	@Test
	void anOfficerActsForOneAgencyAtATime() {
		Account officer = accounts.findByLogin("motcua.hanoi").orElseThrow();
		var agencies = accounts.agencies(officer.id());
		assertThat(agencies).hasSizeGreaterThan(3);
		assertThat(accounts.actor(officer.id()).agency()).isEqualTo(agencies.getFirst());
		assertThat(accounts.actor(officer.id(), agencies.get(2)).agency()).isEqualTo(agencies.get(2));
		assertThat(accounts.actor(officer.id()).permissions()).containsExactlyInAnyOrder(Permission.OWN_DATA, Permission.DOSSIER_VIEW,
				Permission.DOSSIER_RECEIVE, Permission.REPORT_VIEW);
	}

	private Visit register(Map<String, String> form) {
		Visit visit = new Visit(port);
		String confirm = path(visit.post("/dang-ky", form));
		assertThat(enter(visit, confirm, code(form.get("dienThoai"))).statusCode()).isEqualTo(302);
		return visit;
	}

	private static HttpResponse<String> enter(Visit visit, String confirm, String code) {
		return visit.post(confirm, confirm.substring(0, confirm.indexOf('?')), Map.of("lan", confirm.substring(confirm.indexOf('=') + 1), "maXacNhan", code));
	}

	/** The code is in the outbox until it is delivered and in the sample mailbox afterwards. */
	private String code(String phone) {
		return sql.sql("""
				select code from (
					select arguments ->> 'code' as code, created_at as at from notification.outbox where recipient = :phone and arguments ? 'code'
					union all select substring(body from '\\d{6}'), at from notification.sandbox where recipient = :phone) c
				where code is not null order by at desc limit 1
				""".replace("arguments ? 'code'", "jsonb_exists(arguments, 'code')")).param("phone", phone).query(String.class).single();
	}

	private static Map<String, String> person() {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("soDinhDanh", "001095" + random());
		form.put("hoTen", "Trần Văn Thử");
		form.put("ngaySinh-day", "3");
		form.put("ngaySinh-month", "9");
		form.put("ngaySinh-year", "1995");
		form.put("gioiTinh", "male");
		form.put("dienThoai", "093" + random() + "0");
		form.put("matKhau", PASSWORD);
		return form;
	}

	private static String path(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		String location = answer.headers().firstValue("location").orElseThrow();
		return location.startsWith("http") ? location.substring(location.indexOf('/', 8)) : location;
	}

	private static String match(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}

	private static String random() {
		return String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
	}

}
