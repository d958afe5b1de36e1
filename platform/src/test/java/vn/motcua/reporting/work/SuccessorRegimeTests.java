package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Regimes.Stage;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.regime.PackagedRegime;
import vn.motcua.site.Page;

/** The Ministry of Planning and Investment issued a regime and went into that of Finance on 01/03/2025: the regime, its reports and its periods are the latter's to work on, under the name they have. */
@MotCuaTest
class SuccessorRegimeTests {

	private static final RegimeCode CODE = new RegimeCode("THU.KEHOACH.TUAN");

	private static final String PAGE = "/bao-cao/che-do/" + CODE;

	private static final LocalDate BEFORE = LocalDate.of(2025, 2, 1);

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Regimes regimes;

	@Autowired
	private Reports reports;

	@Autowired
	private Agencies agencies;

	@Autowired
	private PeriodOpening opening;

	@Autowired
	private PeriodClosing closing;

	@Autowired
	private ReportLists lists;

	@Autowired
	private ReportActs acts;

	private ReportCourse course;

	private Officers officers;

	private Agency planning;

	private Agency finance;

	private Regime regime;

	private String login;

	@BeforeEach
	void merged() {
		PackagedRegime.load(program, "regimes/byt-btn-tuan.yaml", text -> text.replace("BYT.BTN.TUAN", CODE.value()).replace("owner: bo-y-te", "owner: bo-ke-hoach-va-dau-tu")
			.replace("subjects: [COMMUNE, DISTRICT, PROVINCE]", "subjects: [PROVINCE]\nprovinces: [\"24\"]"));
		course = new ReportCourse(program);
		officers = new Officers(program);
		planning = ministry("bo-ke-hoach-va-dau-tu");
		finance = ministry("bo-tai-chinh");
		regime = regimes.find(CODE).orElseThrow();
		login = officers.at(finance.id(), Role.REPORTING_OFFICER);
	}

	@Test
	void reportsThatWentToAMergedMinistryAreItsSuccessorsToReturnAndAccept() {
		ReportAddress report = made("2025-W07");
		assertThat(regime.owner()).isEqualTo(planning.id());
		Actor officer = officers.actor(login);
		Actor left = officers.actor(officers.at(planning.id(), Role.REPORTING_OFFICER));
		sent(report);
		assertThat(lists.arrived(finance.id(), new Limit(200), null).items()).anyMatch(one -> one.row().key().equals(report.key()));
		assertThat(lists.arrived(planning.id(), new Limit(200), null).items()).isEmpty();
		assertThatThrownBy(() -> acts.act(report, ReportAct.of(Act.ACCEPT), left)).hasMessage("reporting.not-yours");
		acts.act(report, new ReportAct(Act.RETURN, "Thiếu ổ dịch.", Instant.now().plus(Duration.ofDays(5)), null), officer);
		sent(report);
		acts.act(report, ReportAct.of(Act.ACCEPT), officer);
		assertThat(reports.find(report.key()).orElseThrow().state()).isEqualTo(State.ACCEPTED);

		String gather = lists.gatherHref(regime, report.opening(), planning.id());
		assertThat(officers.visit(port, login).get(gather).body()).contains("Bắc Giang", "name=\"don-vi\"");
		assertThat(lists.gathered(new ReportAddress(regime, report.opening(), finance), java.util.List.of(), false, 10, null).items()).as("under either name").hasSize(1);
	}

	@Test
	void periodsSinceTheMergerAreOpenedAndClosedByTheSuccessor() {
		ReportAddress report = made("2026-W20");
		assertThat(report.agency().fullName().vi()).isEqualTo("Tỉnh Bắc Ninh");
		Visit visit = officers.visit(port, login);
		String gather = lists.gatherHref(regime, report.opening(), planning.id());
		assertThat(gather).as("the code of a ministry that is no more may be another's").endsWith("/id:" + planning.id());
		assertThat(visit.get(gather).body()).contains("Bắc Ninh", "name=\"don-vi\"");
		assertThat(visit.get(PAGE + "/ky/2026-W20").body()).contains("Đóng kỳ này");
		assertThatThrownBy(() -> closing.close(regime, report.opening(), 1, course.actor("baocao.vpcp"))).hasMessage("reporting.not-yours");
		closing.close(regime, report.opening(), 1, officers.actor(login));
		assertThat(regimes.period(regime.number(), "2026-W20").orElseThrow().stage(Instant.now())).isEqualTo(Stage.CLOSED);
	}

	@Test
	void theSuccessorDesignsItAndHistoryKeepsItsNames() {
		Visit visit = officers.visit(port, login);
		assertThat(visit.get(PAGE).body()).contains("Soạn phiên bản mới", "Bộ Kế hoạch và Đầu tư (nay do Bộ Tài chính phụ trách)");
		assertThat(visit.get("/bao-cao/che-do?co-quan=" + finance.id()).body()).contains(CODE.value(), "BTC.NSNN.THANG");
		assertThat(Visit.signedIn(port, "baocao.vpcp").get(PAGE).body()).doesNotContain("Soạn phiên bản mới");
		assertThat(Visit.signedIn(port, "baocao.vpcp").post(PAGE, PAGE + "/phien-ban", Map.of()).statusCode()).isEqualTo(404);
		assertThat(visit.post(PAGE + "/nhac-han", PAGE + "/nhac-han", Map.of("truoc", "3", "sau", "2")).statusCode()).isEqualTo(302);

		String draft = PAGE + "/phien-ban/2";
		assertThat(visit.post(PAGE, PAGE + "/phien-ban", Map.of()).headers().firstValue("Location").orElseThrow()).endsWith(draft);
		visit.post(draft + "/bieu/moi", draft + "/bieu/moi", Map.of("so-cot", "1", "so-dong", "1", "cot-0", "Số", "dong-0", "Ổ dịch mới", "o-0-0", "+"));
		assertThat(visit.get(draft + "/chi-tieu").body()).contains("Ổ dịch mới");
		assertThat(visit.get("/bao-cao/che-do").body()).as("its draft is on the list").contains(CODE.value());
		LocalDate from = LocalDate.now(Page.ZONE).plusDays(40);
		assertThat(visit.post(draft, draft + "/ban-hanh", Map.of("ban", "2", "hieu-luc", DateTimeFormatter.ofPattern("dd/MM/yyyy").format(from))).statusCode()).isEqualTo(302);
		assertThat(visit.get("/api/reporting/v1/regimes/" + CODE).body()).contains("\"owner\":{\"vi\":\"Bộ Kế hoạch và Đầu tư\"", "\"answeredBy\":{\"vi\":\"Bộ Tài chính\"");
		assertThat(regimes.get(regime.number(), 2).owner()).isEqualTo(planning.id());
		assertThat(visit.post(PAGE, PAGE + "/het-hieu-luc", Map.of("het-hieu-luc", DateTimeFormatter.ofPattern("dd/MM/yyyy").format(from.plusDays(30)))).statusCode()).isEqualTo(302);
	}

	/** What is true of a period without a report is said in place of an empty table. */
	@Test
	void whoLooksForReportsThatNobodyOwesReadsWhy() {
		made("2025-W08");
		Visit visit = officers.visit(port, login);
		String past = "/bao-cao/tong-hop/" + CODE + "/2025-W20/" + "id:" + planning.id();
		assertThat(visit.get(past).body()).contains("khi báo cáo chưa được giao cho đơn vị nào", "không đơn vị nào thiếu").doesNotContain("Nhắc tất cả", "mc-figures", "Xem tất cả");
		assertThat(visit.get(PAGE + "/ky/2025-W20").body()).contains("khi báo cáo chưa được giao cho đơn vị nào").doesNotContain("mc-figures");
		String elsewhere = "/bao-cao/tong-hop/" + CODE + "/2025-W08/01";
		assertThat(Visit.signedIn(port, "baocao.bacninh").get(elsewhere).body()).contains("gửi cho cơ quan khác, không gửi Thành phố Hà Nội");
		PackagedRegime.load(program, "regimes/byt-btn-tuan.yaml", text -> text.replace("BYT.BTN.TUAN", "THU.HUYEN.TUAN").replace("subjects: [COMMUNE, DISTRICT, PROVINCE]", "subjects: [DISTRICT]"));
		Regime districts = regimes.find(new RegimeCode("THU.HUYEN.TUAN")).orElseThrow();
		assertThat(opening.open(districts, regimes.period(districts.number(), "2026-W20").orElseThrow())).isZero();
		assertThat(visit.get("/bao-cao/che-do/THU.HUYEN.TUAN/ky/2026-W20").body()).contains("các đơn vị có vào ngày 17/05/2026, không đơn vị nào phải báo cáo kỳ này").doesNotContain("mc-status--overdue");
		String ahead = DateTimeFormatter.ISO_WEEK_DATE.format(LocalDate.now(Page.ZONE).plusWeeks(3)).substring(0, 8);
		assertThat(visit.get(past.replace("2025-W20", ahead) + "?lang=en").body()).contains("This period opens at");
	}

	private ReportAddress made(String week) {
		Opening period = regimes.period(regime.number(), week).orElseThrow();
		opening.open(regime, period);
		Agency province = agencies.findByCode(Level.PROVINCE, "24", period.period().to()).orElseThrow();
		return new ReportAddress(regime, period, province);
	}

	private void sent(ReportAddress report) {
		Actor clerk = course.actor("baocao.bacninh");
		course.fillWeek(report, clerk);
		acts.act(report, ReportAct.of(Act.CHECK), clerk);
		acts.act(report, ReportAct.of(Act.APPROVE), course.actor("lanhdao.bacninh"));
		acts.act(report, ReportAct.of(Act.SEND), clerk);
	}

	private Agency ministry(String kind) {
		return agencies.all(Level.MINISTRY, BEFORE).stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
	}

}
