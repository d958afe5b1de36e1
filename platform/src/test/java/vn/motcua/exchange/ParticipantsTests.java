package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.identity.SystemPrograms;

/** Hà Nội's administrator registers a system, the centre decides, the system calls. */
@MotCuaTest
class ParticipantsTests {

	private static final String SYSTEMS = "/quan-tri/lien-thong";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate jdbc;

	private Visit agency;

	private Visit centre;

	private final String clientId = "mot-cua-" + UUID.randomUUID().toString().substring(0, 8);

	private final String page = SYSTEMS + "/" + SystemPrograms.account(clientId);

	@BeforeEach
	void signIn() {
		agency = Visit.signedIn(port, "quantri.hanoi");
		centre = Visit.signedIn(port, "quantri");
	}

	private HttpResponse<String> register(Map<String, String> changed) {
		Map<String, String> fields = new HashMap<>(Map.of("ma", clientId, "ten", "Một cửa thử", "nguoiLienHe", "Lê Văn Ba", "thuDienTu", "ba@hanoi.gov.vn",
				"dienThoai", "0243 825 3536", "mucDich", "Đồng bộ hồ sơ", "canCu", "Quyết định 31/2021/QĐ-TTg", "soDong", "5.000"));
		fields.putAll(changed);
		return agency.post(SYSTEMS + "/dang-ky", fields);
	}

	private String key() {
		HttpResponse<String> answer = agency.post(page, page + "/khoa", Map.of());
		Matcher secret = Pattern.compile("id=\"ma-bi-mat\" value=\"([^\"]+)\"").matcher(answer.body());
		assertThat(secret.find()).as("status %d", answer.statusCode()).isTrue();
		return secret.group(1);
	}

	private void approve(String lines, String calls) {
		assertThat(centre.post(page, page + "/duyet", Map.of("dongNgay", lines, "lanPhut", calls)).statusCode()).isBetween(302, 303);
	}

	private AgencySystem system(String secret) {
		return new AgencySystem(port, AgencySystem.token(port, clientId, secret).orElseThrow());
	}

	private AgencySystem connected() {
		assertThat(register(Map.of()).statusCode()).isBetween(302, 303);
		approve("1000", "100");
		return system(key());
	}

	@Test
	void aSystemCallsOnlyOnceTheCentreHasApprovedIt() {
		assertThat(register(Map.of()).headers().firstValue("location").orElseThrow()).endsWith(page);
		String secret = key();
		assertThat(agency.get(page).body()).contains(clientId, "Lê Văn Ba").doesNotContain(secret);
		assertThat(AgencySystem.token(port, clientId, secret)).as("registered only").isEmpty();
		assertThat(agency.post(page, page + "/duyet", Map.of("dongNgay", "10", "lanPhut", "10")).statusCode()).as("the agency approves nothing").isEqualTo(403);
		approve("1000", "100");
		assertThat(system(secret).sends("{}").statusCode()).isEqualTo(200);
		assertThat(written("PARTICIPANT_REGISTERED")).isEqualTo(1);
		assertThat(written("PARTICIPANT_DECIDED")).isEqualTo(1);
	}

	@Test
	void whoRegisteredASystemDoesNotApproveIt() {
		register(Map.of());
		jdbc.update("update exchange.participant set registered_by = (select id from identity.account where login = 'quantri') where client_id = ?", clientId);
		HttpResponse<String> answer = centre.post(page, page + "/duyet", Map.of("dongNgay", "10", "lanPhut", "10"));
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(state()).isEqualTo("REGISTERED");
	}

	@Test
	void aRefusalHasAReasonThatTheAgencyReads() {
		register(Map.of());
		assertThat(centre.post(page, page + "/tu-choi", Map.of("lyDo", " ")).statusCode()).isEqualTo(422);
		centre.post(page, page + "/tu-choi", Map.of("lyDo", "Chưa nêu căn cứ"));
		assertThat(agency.get(page).body()).contains("Chưa nêu căn cứ");
		assertThat(state()).isEqualTo("REFUSED");
	}

	@Test
	void namesEachFieldThatIsWrong() {
		HttpResponse<String> answer = register(Map.of("ma", "X", "ten", "", "thuDienTu", "ba", "dienThoai", "1", "mucDich", "", "soDong", "0", "pham-vi-co-quan",
				"H26 H29 H98", "pham-vi-thu-tuc", "1.999999 1.999998", "coQuan", "H29"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("href=\"#ma\"", "href=\"#ten\"", "href=\"#thuDienTu\"", "href=\"#dienThoai\"", "href=\"#mucDich\"", "href=\"#soDong\"",
				"href=\"#pham-vi-co-quan\"", "href=\"#pham-vi-thu-tuc\"", "href=\"#coQuan\"", "H29, H98", "1.999999, 1.999998");
		register(Map.of());
		assertThat(register(Map.of()).body()).as("the id is taken").contains("href=\"#ma\"");
	}

	@Test
	void suspensionHoldsFromTheNextCallOnAlsoForTokensThatWereGiven() {
		register(Map.of());
		approve("1000", "100");
		String secret = key();
		AgencySystem system = system(secret);
		assertThat(system.sends("{}").statusCode()).isEqualTo(200);
		centre.post(page, page + "/tam-dung", Map.of("lyDo", "Gửi dữ liệu sai"));
		HttpResponse<String> refused = system.sends("{}");
		assertThat(refused.statusCode()).as(refused.body()).isIn(401, 403);
		assertThat(AgencySystem.token(port, clientId, secret)).isEmpty();
		centre.post(page, page + "/tiep-tuc", Map.of());
		assertThat(system(secret).sends("{}").statusCode()).isEqualTo(200);
		centre.post(page, page + "/cham-dut", Map.of("lyDo", "Thay hệ thống"));
		assertThat(AgencySystem.token(port, clientId, secret)).isEmpty();
		assertThat(centre.post(page, page + "/tiep-tuc", Map.of()).statusCode()).as("for ever").isEqualTo(409);
	}

	@Test
	void anotherNodeRefusesATokenThatItHasNotHeardOfToBeRevoked() {
		AgencySystem system = connected();
		assertThat(system.gets("/api/sync/v1/calls").statusCode()).isEqualTo(200);
		jdbc.update("update exchange.participant set state = 'SUSPENDED' where client_id = ?", clientId);
		HttpResponse<String> refused = system.gets("/api/sync/v1/calls");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("exchange.suspended");
		assertThat(system.sends("{}").body()).contains("exchange.suspended");
	}

	@Test
	void keysChangeWithoutAGap() {
		register(Map.of());
		approve("1000", "100");
		String first = key();
		AgencySystem old = system(first);
		String second = key();
		assertThat(AgencySystem.token(port, clientId, first)).as("both hold").isPresent();
		assertThat(AgencySystem.token(port, clientId, second)).isPresent();
		assertThat(old.sends("{}").statusCode()).as("tokens go on").isEqualTo(200);
		assertThat(agency.post(page, page + "/khoa", Map.of()).statusCode()).as("no third one").isEqualTo(409);
		assertThat(jdbc.queryForObject("select count(*) from identity.client_secret s join identity.client c on c.id = s.client where client_id = ? and ends_at is null",
				Integer.class, clientId)).as("the old one has an end").isEqualTo(1);
		jdbc.update("update identity.client_secret s set ends_at = now() - interval '1 second' from identity.client c where c.id = s.client and client_id = ? and ends_at is not null",
				clientId);
		assertThat(AgencySystem.token(port, clientId, first)).as("its grace ran out").isEmpty();
		assertThat(AgencySystem.token(port, clientId, second)).isPresent();
	}

	@Test
	void aKeyThatLeakedEndsAtOnceWithItsTokens() {
		register(Map.of());
		approve("1000", "100");
		String secret = key();
		AgencySystem system = system(secret);
		UUID id = jdbc.queryForObject("select s.id from identity.client_secret s join identity.client c on c.id = s.client where client_id = ?", UUID.class, clientId);
		assertThat(agency.post(page, page + "/khoa/" + id + "/ket-thuc", Map.of()).statusCode()).isBetween(302, 303);
		assertThat(AgencySystem.token(port, clientId, secret)).isEmpty();
		assertThat(system.sends("{}").statusCode()).isEqualTo(401);
	}

	@Test
	void anotherAgencyAndTheCentreKeepNoKeysOfIt() {
		register(Map.of());
		assertThat(centre.post(page, page + "/khoa", Map.of()).statusCode()).isEqualTo(403);
		jdbc.update("update exchange.participant set agency = (select id from agency.unit where id <> agency order by id desc limit 1) where client_id = ?", clientId);
		assertThat(agency.get(page).statusCode()).as("not the agency's own any more").isEqualTo(404);
		assertThat(centre.get(page).statusCode()).isEqualTo(200);
	}

	private String state() {
		return jdbc.queryForObject("select state from exchange.participant where client_id = ?", String.class, clientId);
	}

	private Integer written(String action) {
		return jdbc.queryForObject("select count(*) from audit.access where action = ? and object like ?", Integer.class, action, clientId + "%");
	}

}
