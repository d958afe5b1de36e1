package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.regime.PackagedRegime;
import vn.motcua.site.Page;

/** Bắc Giang with its districts and communes owed reports and waited for others when it went into Bắc Ninh on 01/07/2025: they stand on the desk of Bắc Ninh, and its people are told. */
@MotCuaTest
class SuccessorDeskTests {

	private static final RegimeCode CODE = new RegimeCode("THU.KETHUA.TUAN");

	/** Bắc Giang asked its districts and communes itself. */
	private static final RegimeCode LOCAL = new RegimeCode("THU.TINHCU.TUAN");

	private static final String WEEK = "2025-W10";

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
	private ReportLists lists;

	@Autowired
	private ReportActs acts;

	@Autowired
	private ActRules rules;

	@Autowired
	private Reminding reminding;

	@Autowired
	private JdbcClient jdbc;

	private ReportCourse course;

	private Officers officers;

	private Opening week;

	private Agency bacGiang;

	private ReportAddress own;

	private Actor bacNinh;

	@BeforeEach
	void owed() {
		load(CODE, "subjects: [COMMUNE, PROVINCE]\nprovinces: [\"24\"]");
		Regime regime = regimes.find(CODE).orElseThrow();
		week = regimes.period(regime.number(), WEEK).orElseThrow();
		opening.open(regime, week);
		bacGiang = agencies.findByCode(Level.PROVINCE, "24", week.period().to()).orElseThrow();
		own = new ReportAddress(regime, week, bacGiang);
		course = new ReportCourse(program);
		officers = new Officers(program);
		bacNinh = course.actor("baocao.bacninh");
	}

	private void load(RegimeCode code, String subjects) {
		PackagedRegime.load(program, "regimes/byt-btn-tuan.yaml", text -> text.replace("BYT.BTN.TUAN", code.value())
			.replace("valid_from: 2020-01-01", "valid_from: 2020-01-01\nvalid_until: 2025-04-01").replace("subjects: [COMMUNE, DISTRICT, PROVINCE]", subjects));
	}

	@Test
	void whatAMergedProvinceOwesIsItsSuccessorsToSend() {
		assertThat(bacGiang.id()).isNotEqualTo(bacNinh.agency());
		assertThat(agencies.answering(bacGiang.id(), LocalDate.now(Page.ZONE))).extracting(Agency::id).containsExactly(bacNinh.agency());
		assertThat(lists.owed(bacNinh.agency(), false, List.of(), new Limit(200), null).items()).anyMatch(report -> report.row().key().equals(own.key()));
		Visit clerk = Visit.signedIn(port, "baocao.bacninh");
		assertThat(clerk.get("/bao-cao").body()).as("with the name of the province it is of").contains(">Tỉnh Bắc Giang<");
		String page = "/bao-cao/nhap/" + own.path();
		assertThat(clerk.get(page).body()).contains("id=\"sheet\"");
	}

	@Test
	void whatWasOwedToAMergedProvinceIsGatheredByItsSuccessor() {
		Agency commune = agencies.children(agencies.children(bacGiang.id(), Level.DISTRICT, week.period().to()).getFirst().id(), Level.COMMUNE, week.period().to()).getFirst();
		String gather = lists.gatherHref(own.regime(), week, bacGiang.id());
		Visit clerk = Visit.signedIn(port, "baocao.bacninh");
		assertThat(clerk.get(gather).body()).contains(commune.name().vi(), "name=\"don-vi\"");
		assertThat(clerk.post(gather, gather + "/nhac?don-vi=" + commune.id(), Map.of()).body()).contains("Đã làm 1 trên 1");
		assertThat(reports.steps(new ReportAddress(own.regime(), week, commune).key())).extracting(Reports.Step::kind).containsExactly("OPEN", "REMIND");
		Visit elsewhere = Visit.signedIn(port, "baocao.kinhbac");
		assertThat(elsewhere.get(gather).body()).doesNotContain("name=\"don-vi\"");
	}

	/** Only those on whose desk it stands: nobody whose only agency is the one that ended. */
	@Test
	void remindersReachThePeopleOfTheSuccessorAndNobodyElse() {
		String left = officers.at(bacGiang.id(), Role.REPORTING_CLERK, Role.LEADER);
		assertThat(lists.owed(bacGiang.id(), false, List.of(), new Limit(200), null).items()).as("an agency that ended has no desk").isEmpty();
		assign(officers.actor(left).account());
		reminding.remind(WorkingDays.opening(week.dueAt(), -2, program).plusSeconds(60));
		assertThat(told("before", bacGiang)).as("whom it was given to left").contains("baocao.bacninh").doesNotContain(left, "lanhdao.bacninh");
		assign(bacNinh.account());
		reminding.remind(WorkingDays.opening(week.dueAt(), 1, program).plusSeconds(60));
		assertThat(told("after", bacGiang)).containsExactlyInAnyOrder("baocao.bacninh", "lanhdao.bacninh");
		reminding.remind(WorkingDays.opening(week.dueAt(), 3, program).plusSeconds(60));
		assertThat(told("escalation", bacGiang)).as("the leader of whom the communes report to").containsExactly("lanhdao.bacninh");
		assertThat(jdbc.sql("select href from notification.inbox where key like :key").param("key", "reporting-escalation:" + own.regime().number() + ":" + week.period().starts() + ":" + bacGiang.id() + ":%")
			.query(String.class).list()).isNotEmpty().allMatch(link -> Visit.signedIn(port, "lanhdao.bacninh").get(link).statusCode() == 200);
	}

	/** Resolution 203/2025/QH15 ended the level; what cannot be divided among communes is the province's. */
	@Test
	void theProvinceAnswersForItsDistrictsAndReceivesForThem() {
		load(LOCAL, "subjects: [COMMUNE, DISTRICT, PROVINCE]");
		PackagedRegime.issuedBy(program, LOCAL, bacGiang.id());
		Regime regime = regimes.find(LOCAL).orElseThrow();
		opening.open(regime, regimes.period(regime.number(), WEEK).orElseThrow());
		Agency city = agencies.findByCode(Level.DISTRICT, "213", week.period().to()).orElseThrow();
		Agency ward = agencies.children(city.id(), Level.COMMUNE, week.period().to()).getFirst();
		ReportAddress ofDistrict = new ReportAddress(regime, week, city);
		ReportAddress ofWard = new ReportAddress(regime, week, ward);
		assertThat(reports.find(ofWard.key()).orElseThrow().receiver()).isEqualTo(city.id());

		AgencyId wardNow = agencies.heirs(ward.id(), LocalDate.now(Page.ZONE)).getFirst();
		Actor clerk = officers.actor(officers.at(wardNow, Role.REPORTING_CLERK));
		Actor leader = officers.actor(officers.at(wardNow, Role.LEADER));
		sent(ofWard, clerk, leader);
		assertThat(lists.arrived(bacNinh.agency(), new Limit(200), null).items()).anyMatch(report -> report.row().key().equals(ofWard.key()));
		acts.act(ofWard, new ReportAct(Act.RETURN, "Thiếu ổ dịch.", Instant.now().plus(Duration.ofDays(5)), null), bacNinh);
		assertThat(lists.owed(wardNow, false, List.of(), new Limit(200), null).items()).anyMatch(report -> report.row().key().equals(ofWard.key()));
		sent(ofWard, clerk, leader);
		acts.act(ofWard, ReportAct.of(Act.ACCEPT), bacNinh);

		Visit province = Visit.signedIn(port, "baocao.bacninh");
		assertThat(lists.owed(bacNinh.agency(), false, List.of(), new Limit(200), null).items()).anyMatch(report -> report.row().key().equals(ofDistrict.key()));
		assertThat(province.get("/bao-cao/nhap/" + ofDistrict.path()).body()).contains("id=\"sheet\"");
		assertThat(province.get("/bao-cao/theo-doi/" + ofDistrict.path()).body()).contains("Thành phố Bắc Giang", "nay do Tỉnh Bắc Ninh phụ trách");
		assertThat(lists.owed(wardNow, false, List.of(), new Limit(200), null).items()).as("one desk alone").noneMatch(report -> report.row().key().equals(ofDistrict.key()));
		assertThat(rules.allowed(lists.named(rules.get(ofDistrict, clerk)), clerk)).as("who took over a part reads").isEmpty();
		assertThatThrownBy(() -> course.fillWeek(ofDistrict, clerk)).hasMessage("reporting.other-agency");
		sent(ofDistrict, bacNinh, course.actor("lanhdao.bacninh"));
		acts.act(ofDistrict, ReportAct.of(Act.ACCEPT), bacNinh);
		assertThat(reports.find(ofDistrict.key()).orElseThrow().state()).isEqualTo(Reports.State.ACCEPTED);
	}

	private void sent(ReportAddress report, Actor clerk, Actor leader) {
		reports.fillable(report.key(), clerk);
		course.fillWeek(report, clerk);
		acts.act(report, ReportAct.of(Act.CHECK), clerk);
		acts.act(report, ReportAct.of(Act.APPROVE), leader);
		acts.act(report, ReportAct.of(Act.SEND), clerk);
	}

	private void assign(UUID account) {
		jdbc.sql("update reporting.obligation set assignee = :account, assignee_name = 'Cán Bộ Thử' where regime = :regime and period = :period and agency = :agency").param("account", account)
			.param("regime", own.regime().number()).param("period", week.period().starts()).param("agency", bacGiang.id().value()).update();
	}

	/** Logins of those who were told of an agency. */
	private List<String> told(String what, Agency agency) {
		return jdbc.sql("select a.login from notification.inbox i join identity.account a on a.id = i.account where i.key like :key")
			.param("key", "reporting-" + what + ":" + own.regime().number() + ":" + week.period().starts() + ":" + agency.id() + ":%").query(String.class).list();
	}

}
