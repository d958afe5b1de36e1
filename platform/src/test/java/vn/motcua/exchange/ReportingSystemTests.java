package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.ReportCourse;

/** Bắc Ninh's administrator registers a system that is to deliver report figures, the centre decides, and it delivers for its agency and those under it. */
@MotCuaTest
class ReportingSystemTests {

	private static final String SYSTEMS = "/quan-tri/lien-thong";

	private static final String VALUES = "/api/reporting/v1/values";

	/** Of a period that no other test sends. */
	private static final int BEFORE = 9;

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Agencies agencies;

	@Autowired
	private JdbcTemplate jdbc;

	private final String clientId = "bao-cao-" + UUID.randomUUID().toString().substring(0, 8);

	private final String page = SYSTEMS + "/" + SystemPrograms.account(clientId);

	private Visit agency;

	private Visit centre;

	private ReportCourse course;

	private Opening period;

	@BeforeEach
	void signIn() {
		agency = Visit.signedIn(port, "quantri.bacninh");
		centre = Visit.signedIn(port, "quantri");
		course = new ReportCourse(program);
		period = course.period(BEFORE);
	}

	private String registered(boolean asks) {
		Map<String, String> fields = new HashMap<>(Map.of("ma", clientId, "ten", "Báo cáo thử", "nguoiLienHe", "Lê Văn Ba", "thuDienTu", "ba@bacninh.gov.vn", "dienThoai",
				"0243 825 3536", "mucDich", "Gửi số liệu", "canCu", "Nghị định 09/2019/NĐ-CP", "soDong", "5000"));
		if (asks) {
			fields.put("guiBaoCao", "co");
		}
		assertThat(agency.post(SYSTEMS + "/dang-ky", fields).statusCode()).isBetween(302, 303);
		Matcher secret = Pattern.compile("id=\"ma-bi-mat\" value=\"([^\"]+)\"").matcher(agency.post(page, page + "/khoa", Map.of()).body());
		assertThat(secret.find()).isTrue();
		return secret.group(1);
	}

	private void approve(boolean grants) {
		Map<String, String> fields = new HashMap<>(Map.of("dongNgay", "1000", "lanPhut", "100"));
		if (grants) {
			fields.put("guiBaoCao", "co");
		}
		assertThat(centre.post(page, page + "/duyet", fields).statusCode()).isBetween(302, 303);
	}

	private boolean asked() {
		return Boolean.TRUE.equals(jdbc.queryForObject("select reports from exchange.participant where client_id = ?", Boolean.class, clientId));
	}

	private AgencySystem system(String secret) {
		return new AgencySystem(port, AgencySystem.tokenFor("reporting", port, clientId, secret).orElseThrow());
	}

	private HttpResponse<String> delivers(AgencySystem system, String agency, int value) {
		String line = "{\"regime\":\"%s\",\"period\":\"%s\",\"agency\":\"%s\",\"indicator\":\"TTHC0101\",\"breakdown\":\"LV=G15\",\"value\":%d}\n".formatted(ReportCourse.PROCEDURES,
				period.period().code(), agency, value);
		return system.post(VALUES, line.getBytes(StandardCharsets.UTF_8));
	}

	private String ward() {
		return ReportAddress.name(course.report(period, course.actor("baocao.kinhbac")).agency());
	}

	@Test
	void deliversForItsAgencyAndThoseUnderItAndForNobodyElse() {
		String secret = registered(true);
		assertThat(centre.get(page).body()).contains("name=\"guiBaoCao\"");
		assertThat(AgencySystem.tokenFor("reporting", port, clientId, secret)).as("registered only").isEmpty();
		approve(true);
		AgencySystem system = system(secret);
		HttpResponse<String> own = delivers(system, ward(), 41);
		assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
		assertThat(own.body()).contains("\"written\":true");
		LocalDate day = period.period().to();
		Agency hanoi = agencies.findByCode(Agency.Level.PROVINCE, "01", day).orElseThrow();
		Agency other = agencies.children(hanoi.id(), Agency.Level.COMMUNE, day).getFirst();
		HttpResponse<String> refused = delivers(system, other.code(), 42);
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
		assertThat(refused.body()).contains("reporting.other-agency", "\"written\":false");
		assertThat(system.sends("{}").statusCode()).as("a token for reports opens reports alone").isEqualTo(403);
		assertThat(AgencySystem.token(port, clientId, secret)).as("and another opens the exchange").isPresent();
	}

	@Test
	void theCentreDecidesWhetherItMay() {
		String secret = registered(true);
		approve(false);
		assertThat(asked()).isFalse();
		assertThat(AgencySystem.tokenFor("reporting", port, clientId, secret)).isEmpty();
		HttpResponse<String> refused = delivers(new AgencySystem(port, AgencySystem.token(port, clientId, secret).orElseThrow()), ward(), 43);
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
	}

	@Test
	void whoDidNotAskGetsNothing() {
		String secret = registered(false);
		assertThat(centre.get(page).body()).doesNotContain("name=\"guiBaoCao\"");
		approve(true);
		assertThat(asked()).isFalse();
		assertThat(AgencySystem.tokenFor("reporting", port, clientId, secret)).isEmpty();
	}

	@Test
	void aSuspensionHoldsForReportsToo() {
		String secret = registered(true);
		approve(true);
		AgencySystem system = system(secret);
		centre.post(page, page + "/tam-dung", Map.of("lyDo", "Gửi số liệu sai"));
		assertThat(delivers(system, ward(), 44).statusCode()).isIn(401, 403);
		assertThat(AgencySystem.tokenFor("reporting", port, clientId, secret)).isEmpty();
	}

}
