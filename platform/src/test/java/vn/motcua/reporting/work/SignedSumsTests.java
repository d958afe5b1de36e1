package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.file.Files;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportDocuments;
import vn.motcua.reporting.Totals;
import vn.motcua.site.Page;

/** What a province signs is what it and its wards reported together: its leader sees it before signing, and it stands on the signed paper. */
@MotCuaTest
class SignedSumsTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private Totals totals;

	@Autowired
	private Signing signing;

	@LocalServerPort
	private int port;

	@Test
	void theLeaderSeesTheSumsAndTheyStandOnThePaper() throws IOException {
		ReportCourse course = new ReportCourse(program);
		Actor clerk = course.actor("baocao.kinhbac");
		Actor province = course.actor("baocao.bacninh");
		ReportAddress ward = course.report(course.period(5), clerk);
		ReportAddress own = course.report(course.period(5), province);
		course.fill(ward, clerk, 4_321);
		course.fill(own, province, 2);
		await().atMost(Duration.ofSeconds(60)).until(() -> new BigDecimal(4_323).equals(sum(own)));

		assertThat(Visit.signedIn(port, "lanhdao.bacninh").get("/bao-cao/theo-doi/" + own.path()).body())
			.containsSubsequence("Số liệu chờ ký", "Số liệu tổng hợp, gồm phần của đơn vị", "4.323", "Số liệu của đơn vị", "Số liệu đã ký").doesNotContain(">LV=G15<");
		assertThat(Visit.signedIn(port, "lanhdao.kinhbac").get("/bao-cao/theo-doi/" + ward.path()).body()).as("nobody reports to a ward").contains("Số liệu chờ ký", "4.321")
			.doesNotContain("Số liệu tổng hợp, gồm phần của đơn vị");

		Signing.Prepared signed = signing.prepare(own, signing.standing(own), course.actor("lanhdao.bacninh"), LocalDate.now(Page.ZONE));
		assertThat(signed.record()).contains("own|TTHC0101|LV=G15|2\n", "sum|TTHC0101|LV=G15|4323|2\n");
		try (InputStream paper = program.getBean(Files.class).open(signed.file())) {
			assertThat(text(paper.readAllBytes())).containsSubsequence("Số liệu tổng hợp (2 đơn vị có số liệu)", "4.323", "Phần của cơ quan báo cáo");
		}
		assertThat(text(program.getBean(ReportDocuments.class).pdf(ward.key()))).contains("4.321").doesNotContain("Phần của cơ quan báo cáo");
	}

	/** A ward goes on after the leader opened the page: what is signed is what was looked at. */
	@Test
	void sumsThatMovedSinceTheLeaderLookedAreShownAgain() {
		ReportCourse course = new ReportCourse(program);
		Officers officers = new Officers(program);
		Opening period = course.period(10);
		Agencies agencies = program.getBean(Agencies.class);
		Agency caoBang = agencies.findByCode(Agency.Level.PROVINCE, "04", period.period().to()).orElseThrow();
		Actor clerk = officers.actor(officers.at(agencies.children(caoBang.id(), Agency.Level.COMMUNE, period.period().to()).getFirst().id(), Role.REPORTING_CLERK));
		Actor province = officers.actor(officers.at(caoBang.id(), Role.REPORTING_CLERK));
		ReportAddress ward = course.report(period, clerk);
		ReportAddress own = course.report(period, province);
		course.fill(ward, clerk, 5_001);
		course.fill(own, province, 2);
		program.getBean(ReportActs.class).act(own, ReportAct.of(Act.CHECK), province);
		await().atMost(Duration.ofSeconds(60)).until(() -> new BigDecimal(5_003).equals(sum(own)));
		Visit leader = officers.visit(port, officers.at(caoBang.id(), Role.LEADER));
		String page = "/bao-cao/theo-doi/" + own.path();
		String looked = seen(leader.get(page).body());
		course.fill(ward, clerk, 5_002);
		await().atMost(Duration.ofSeconds(60)).until(() -> new BigDecimal(5_004).equals(sum(own)));

		HttpResponse<String> moved = leader.post(page, page + "/ky-duyet", Map.of("da-xem", looked));
		assertThat(moved.statusCode()).isEqualTo(409);
		assertThat(moved.body()).contains("đã đổi từ lúc bạn mở trang", "5.004");
		assertThat(leader.post(page, page + "/ky-duyet", Map.of("da-xem", seen(moved.body()))).statusCode()).isEqualTo(302);
		assertThat(leader.get(page).body()).contains("5.004").doesNotContain("name=\"da-xem\"");
	}

	private static String seen(String page) {
		Matcher seen = Pattern.compile("name=\"da-xem\" value=\"([0-9a-f]{64})\"").matcher(page);
		assertThat(seen.find()).isTrue();
		return seen.group(1);
	}

	private BigDecimal sum(ReportAddress report) {
		Cell cell = program.getBean(Cells.class).find(report.regime().number(), new IndicatorCode("TTHC0101"), new Breakdown("LV=G15")).orElseThrow();
		List<Totals.Total> found = totals.totals(report.regime().number(), report.key().period(), report.key().period(), List.of(report.agency().id().value()));
		return found.isEmpty() ? null : found.getFirst().amount(cell);
	}

	private static String text(byte[] pdf) throws IOException {
		try (var document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

}
