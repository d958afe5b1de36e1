package vn.motcua.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;

/** An officer sets up the authenticator and signs in with it; an administrator grants and ends what the officer may do. */
@MotCuaTest
class SecondFactorTests {

	private static final String PASSWORD = "sương sớm trên hồ";

	@LocalServerPort
	int port;

	@Autowired
	Roles roles;

	@Autowired
	Accounts accounts;

	@Test
	void asksForACodeOnceItIsSetUp() {
		String login = officer();
		Visit visit = signIn(login);
		String key = match(visit.get("/tai-khoan/xac-thuc-hai-lop").body(), "<code>([A-Z2-7 ]+)</code>").replace(" ", "");
		long step = Totp.stepAt(Instant.now());
		HttpResponse<String> set = visit.post("/tai-khoan/xac-thuc-hai-lop", Map.of("ma", code(key, step)));
		assertThat(set.statusCode()).isEqualTo(200);
		String recovery = match(set.body(), "<code>([A-Z2-7]{5}-[A-Z2-7]{5})</code>");

		assertThat(pass(login, code(key, step)).statusCode()).as("a code counts once").isEqualTo(422);
		assertThat(pass(login, code(key, step + 1)).statusCode()).isEqualTo(302);
		assertThat(pass(login, recovery).statusCode()).isEqualTo(302);
		assertThat(pass(login, recovery).statusCode()).as("a recovery code counts once").isEqualTo(422);
	}

	@Test
	void aPasswordAloneOpensNothing() {
		String login = officer();
		Visit enrolling = signIn(login);
		String key = match(enrolling.get("/tai-khoan/xac-thuc-hai-lop").body(), "<code>([A-Z2-7 ]+)</code>").replace(" ", "");
		enrolling.post("/tai-khoan/xac-thuc-hai-lop", Map.of("ma", code(key, Totp.stepAt(Instant.now()))));
		Visit half = signIn(login);
		assertThat(half.get("/tai-khoan").statusCode()).isEqualTo(302);
		assertThat(half.get("/tai-khoan").headers().firstValue("location").orElseThrow()).contains("/dang-nhap");
	}

	@Test
	void rolesCountFromWhenTheyAreGrantedUntilTheyEnd() {
		UUID officer = accounts.findByLogin(officer()).orElseThrow().id();
		Actor administrator = accounts.actor(accounts.findByLogin("quantri").orElseThrow().id());
		AgencyId office = administrator.agency();
		assertThat(accounts.actor(officer).permissions()).containsExactly(Permission.OWN_DATA);
		roles.grant(administrator, officer, Role.SPECIALIST, office);
		assertThat(accounts.actor(officer).may(Permission.DOSSIER_PROCESS)).isTrue();
		assertThat(accounts.actor(officer).agency()).isEqualTo(office);
		roles.end(administrator, officer, roles.of(officer).getFirst().number());
		assertThat(accounts.actor(officer).permissions()).containsExactly(Permission.OWN_DATA);
	}

	private HttpResponse<String> pass(String login, String code) {
		return signIn(login).post("/dang-nhap/ma", Map.of("ma", code));
	}

	private Visit signIn(String login) {
		Visit visit = new Visit(port);
		assertThat(visit.post("/dang-nhap", Map.of("ten", login, "matKhau", PASSWORD)).statusCode()).isEqualTo(302);
		return visit;
	}

	private String officer() {
		String login = "thu" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
		roles.addOfficer(login, "Cán Bộ Thử", "0911000199", PASSWORD);
		return login;
	}

	private static String code(String key, long step) {
		return Totp.code(Base32.decode(key), step, 6, "HmacSHA1");
	}

	private static String match(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}

}
