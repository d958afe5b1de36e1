package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency.Level;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Reports.State;

/** Reports between a ward, its province and the centre. */
@MotCuaTest
class WorkTests {

	private static final Instant LATER = Instant.now().plus(Duration.ofDays(20)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

	@Autowired
	BeanFactory program;

	@Autowired
	Reports reports;

	@Autowired
	ReportActs acts;

	@Autowired
	ActRules rules;

	@Autowired
	ReportLists lists;

	@Autowired
	PeriodOpening opening;

	@Autowired
	Reminding reminding;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private ReportCourse course;

	private Actor clerk;

	private Actor leader;

	private Actor province;

	@BeforeEach
	void cast() {
		course = new ReportCourse(program);
		clerk = course.actor("baocao.kinhbac");
		leader = course.actor("lanhdao.kinhbac");
		province = course.actor("baocao.bacninh");
	}

	@Test
	void periodIsMadeOutOnceToEverybodyAndEachReportsToTheNextLevel() {
		Opening period = course.period(4);
		ReportAddress ward = course.report(period, clerk);
		ReportAddress above = course.report(period, province);
		assertThat(reports.find(ward.key())).get().satisfies(owed -> {
			assertThat(owed.receiver()).isEqualTo(province.agency());
			assertThat(owed.state()).isEqualTo(State.OPEN);
			assertThat(owed.dueAt()).isEqualTo(period.dueAt());
		});
		assertThat(reports.find(above.key())).get().satisfies(owed -> assertThat(owed.receiver()).isNull());
		assertThat(opening.open(course.regime(), period)).isZero();
		assertThat(reports.steps(ward.key())).extracting(Reports.Step::kind).containsExactly("OPEN");
	}

	@Test
	void reportGoesFromDraftToAcceptanceAndEachStepIsRecorded() {
		Opening period = course.period(0);
		ReportAddress ward = course.report(period, clerk);
		fill(ward, 7);
		assertThat(state(ward)).isEqualTo(State.DRAFTING);
		acts.act(ward, ReportAct.of(Act.CHECK), clerk);
		whatWaitsForSomebodyStandsFirstOnTheirDesk();
		acts.act(ward, ReportAct.of(Act.APPROVE), leader);
		acts.act(ward, ReportAct.of(Act.SEND), clerk);
		ObligationRow sent = rules.get(ward, clerk);
		assertThat(sent.late(Instant.now())).isFalse();
		assertThatThrownBy(() -> fill(ward, 9)).isInstanceOf(ProblemException.class);
		assertThat(lists.arrived(province.agency(), new vn.motcua.kernel.paging.Limit(200), null).items()).anyMatch(report -> report.row().key().equals(ward.key()));

		acts.act(ward, new ReportAct(Act.RETURN, "Số liệu lĩnh vực hộ tịch chưa khớp.", LATER, null), province);
		assertThat(rules.get(ward, clerk)).satisfies(row -> {
			assertThat(row.state()).isEqualTo(State.RETURNED);
			assertThat(row.dueAt()).isEqualTo(LATER);
			assertThat(row.sentAt()).isNull();
		});
		whoMayNotSeeAReportSeesItsFigureAlone(ward, "Số liệu lĩnh vực hộ tịch chưa khớp.");
		acts.act(ward, ReportAct.of(Act.REMIND), province);
		assertThat(Reports.Step.unansweredReturn(reports.steps(ward.key()))).as("a reminder is no return").extracting(Reports.Step::reason).isEqualTo("Số liệu lĩnh vực hộ tịch chưa khớp.");
		fill(ward, 8);
		toSent(ward);
		acts.act(ward, ReportAct.of(Act.ACCEPT), province);
		acts.act(ward, ReportAct.of(Act.AGGREGATE), province);
		assertThat(reports.steps(ward.key())).extracting(Reports.Step::kind).containsExactly("OPEN", "START", "CHECK", "APPROVE", "SEND", "RETURN", "REMIND", "START", "CHECK", "APPROVE",
				"SEND", "ACCEPT", "AGGREGATE");

		List<SignedReport> signed = lists.signed(ward.key());
		assertThat(signed).extracting(SignedReport::number).containsExactly(2, 1);
		assertThat(signed).allSatisfy(one -> assertThat(SignedFigures.digest(one.record())).isEqualTo(one.digest()));
		assertThat(ReportCourse.received(signed.getLast())).isEqualByComparingTo("7");
		assertThat(ReportCourse.received(signed.getFirst())).isEqualByComparingTo("8");
	}

	private void whatWaitsForSomebodyStandsFirstOnTheirDesk() {
		assertThat(rules.turn(leader)).containsExactly(State.CHECKED, State.APPROVED);
		var all = lists.owed(leader.agency(), false, rules.turn(leader), new vn.motcua.kernel.paging.Limit(200), null).items();
		assertThat(all.getFirst().row().state()).isIn(State.CHECKED, State.APPROVED);
		assertThat(lists.owed(clerk.agency(), false, rules.turn(clerk), new vn.motcua.kernel.paging.Limit(200), null).items().getFirst().row().state()).isNotEqualTo(State.CHECKED);
		var first = lists.owed(leader.agency(), false, rules.turn(leader), new vn.motcua.kernel.paging.Limit(1), null);
		var rest = lists.owed(leader.agency(), false, rules.turn(leader), new vn.motcua.kernel.paging.Limit(200), first.next()).items();
		assertThat(rest).extracting(report -> report.row().key()).containsExactlyElementsOf(all.stream().skip(1).map(report -> report.row().key()).toList());
	}

	private void whoMayNotSeeAReportSeesItsFigureAlone(ReportAddress ward, String reason) {
		String figure = "/bao-cao/so-lieu/TTHC0101/" + ward.opening().period().code() + "/" + ReportAddress.name(ward.agency()) + "?breakdown=LV%3DG15&regime=" + ward.regime().code();
		assertThat(Visit.signedIn(port, "baocao.bacninh").get(figure).body()).contains(clerk.name(), reason);
		Visit elsewhere = Visit.signedIn(port, "lanhdao.hanoi");
		assertThat(elsewhere.get(figure).body()).contains("Bị trả lại", "Lần").doesNotContain(clerk.name(), leader.name(), province.name(), reason);
		assertThat(elsewhere.get("/bao-cao/theo-doi/" + ward.path()).statusCode()).isEqualTo(404);
		assertThat(elsewhere.get("/api/reporting/v1/submissions/" + ward.path()).statusCode()).isEqualTo(404);
		assertThat(elsewhere.api("POST", "/api/reporting/v1/submissions/" + ward.path() + "/acceptance", "{}").statusCode()).isEqualTo(404);
	}

	@Test
	void correctionAfterAcceptanceMakesAnotherVersionAndKeepsTheOldOne() {
		ReportAddress ward = course.report(course.period(3), clerk);
		fill(ward, 3);
		toSent(ward);
		acts.act(ward, ReportAct.of(Act.ACCEPT), province);
		assertThatThrownBy(() -> acts.act(ward, ReportAct.of(Act.CORRECT), clerk)).isInstanceOfSatisfying(ProblemException.class,
				refused -> assertThat(refused.fields()).extracting(field -> field.pointer()).containsExactly("/reason"));
		acts.act(ward, ReportAct.because(Act.CORRECT, "Nhập nhầm một số."), clerk);
		assertThat(rules.get(ward, clerk).handedIn()).isTrue();
		fill(ward, 4);
		toSent(ward);
		assertThat(lists.signed(ward.key())).extracting(SignedReport::number).containsExactly(2, 1);
		assertThat(ReportCourse.received(lists.signed(ward.key()).getLast())).isEqualByComparingTo("3");
	}

	@Test
	void eachActBelongsToItsOwn() {
		ReportAddress ward = course.report(course.period(5), clerk);
		fill(ward, 1);
		acts.act(ward, ReportAct.of(Act.CHECK), clerk);
		assertThatThrownBy(() -> acts.act(ward, ReportAct.of(Act.APPROVE), clerk)).hasMessage("reporting.not-yours");
		assertThatThrownBy(() -> acts.act(ward, ReportAct.of(Act.APPROVE), province)).hasMessage("reporting.not-yours");
		assertThatThrownBy(() -> acts.act(ward, ReportAct.of(Act.SEND), clerk)).hasMessage("reporting.act-not-allowed");
		Actor elsewhere = course.actor("lanhdao.hanoi");
		assertThatThrownBy(() -> rules.get(ward, elsewhere)).hasMessage("reporting.no-such-report");
		assertThatThrownBy(() -> reports.fillable(ward.key(), province)).hasMessage("reporting.other-agency");
	}

	@Test
	void extensionGivesALaterDeadlineOfItsOwn() {
		Opening period = course.period(6);
		ReportAddress ward = course.report(period, clerk);
		assertThat(rules.get(ward, clerk).late(Instant.now())).isTrue();
		assertThatThrownBy(() -> acts.act(ward, new ReportAct(Act.EXTEND, "Mưa lũ", period.dueAt().minusSeconds(1), null), province)).isInstanceOfSatisfying(
				ProblemException.class, refused -> assertThat(refused.fields()).extracting(field -> field.pointer()).containsExactly("/dueAt"));
		acts.act(ward, new ReportAct(Act.EXTEND, "Mưa lũ", LATER, null), province);
		assertThat(rules.get(ward, clerk)).satisfies(row -> {
			assertThat(row.state()).isEqualTo(State.OPEN);
			assertThat(row.late(Instant.now())).isFalse();
		});
	}

	@Test
	void remindersReachWhoeverOwesOnceAndLeadersLater() {
		Opening period = course.period(7);
		ReportAddress ward = course.report(period, clerk);
		Instant dayAfter = WorkingDays.opening(period.dueAt(), 1, program);
		Instant thirdDay = WorkingDays.opening(period.dueAt(), 3, program);
		reminding.remind(dayAfter.plusSeconds(60));
		reminding.remind(dayAfter.plusSeconds(120));
		assertThat(messages("reporting-after:" + ward.key().regime() + ":" + ward.key().period() + ":" + ward.agency().id() + ":%")).isEqualTo(2);
		reminding.remind(thirdDay.plusSeconds(60));
		assertThat(messages("reporting-after:" + ward.key().regime() + ":" + ward.key().period() + ":" + ward.agency().id() + ":%")).isEqualTo(4);
		assertThat(messages("reporting-escalation:" + ward.key().regime() + ":" + ward.key().period() + ":" + province.agency() + ":%")).isEqualTo(1);
	}

	@Test
	void programsActWithTheSameRulesAndARepeatedRequestHasOneEffect() {
		Opening period = course.period(8);
		ReportAddress ward = course.report(period, clerk);
		fill(ward, 2);
		Visit visit = Visit.signedIn(port, "baocao.kinhbac");
		String address = "/api/reporting/v1/submissions/" + ward.path();
		HttpResponse<String> first = visit.api("POST", address + "/check", "{}", "Idempotency-Key", "once-" + ward.path());
		HttpResponse<String> again = visit.api("POST", address + "/check", "{}", "Idempotency-Key", "once-" + ward.path());
		assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
		assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
		assertThat(first.body()).contains("\"state\":\"CHECKED\"");
		assertThat(reports.steps(ward.key())).extracting(Reports.Step::kind).containsExactly("OPEN", "START", "CHECK");
		assertThat(visit.api("POST", address + "/approval", "{}").statusCode()).isEqualTo(403);
		assertThat(visit.api("POST", address + "/submission", "{}").statusCode()).isEqualTo(409);
		assertThat(visit.get("/api/reporting/v1/regimes/" + course.regime().code() + "/obligations?period=" + period.period().code() + "&agency="
				+ ReportAddress.name(ward.agency())).body()).contains("\"state\":\"CHECKED\"");
		assertThat(visit.get("/api/reporting/v1/submissions/" + ward.path().replace("VPCP", "KHONG")).statusCode()).isEqualTo(404);
	}

	@Test
	void provinceActsOnManyAtOnceEachForItself() {
		Opening period = course.period(2);
		ReportAddress ward = course.report(period, clerk);
		fill(ward, 5);
		toSent(ward);
		Visit visit = Visit.signedIn(port, "baocao.bacninh");
		String gather = "/bao-cao/tong-hop/" + course.report(period, province).path();
		assertThat(visit.get(gather).body()).contains("Phường Kinh Bắc");
		String other = String.valueOf(lists.gathered(course.report(period, province), List.of("OPEN"), false, 1, null).items().getFirst().row().key().agency());
		String outcome = visit.post(gather, gather + "/chap-nhan?don-vi=" + ward.agency().id() + "&don-vi=" + other, java.util.Map.of()).body();
		assertThat(outcome).contains("Đã làm 1 trên 2");
		assertThat(state(ward)).isEqualTo(State.ACCEPTED);
		HttpResponse<String> again = visit.post(gather + "?nhom=da-gui", gather + "/tra-lai?don-vi=" + ward.agency().id(), java.util.Map.of("nhom", "da-gui"));
		assertThat(again.statusCode()).isEqualTo(422);
		assertThat(again.body()).as("what was ticked and shown stays").contains("value=\"" + ward.agency().id() + "\" checked", "<h2 class=\"govuk-heading-m\">Đã gửi</h2>")
			.doesNotContain("value=\"" + other + "\"");
		assertThat(visit.get(gather + "?nhom=chua-gui").body()).as("as many as the figure says").contains("value=\"" + other + "\"").doesNotContain("id=\"don-vi-" + ward.agency().id() + "\"");
		assertThat(visit.post(gather, gather + "/nhac?don-vi=" + other, java.util.Map.of()).body()).contains("Đã làm 1 trên 1");
		assertThat(visit.post(gather, gather + "/nhac?don-vi=" + other, java.util.Map.of()).body()).as("once a day").contains("Đã làm 0 trên 1", "Hôm nay đơn vị này đã được nhắc");
		assertThat(visit.get("/bao-cao/den?sau=" + vn.motcua.kernel.paging.Cursor.of("no moment", 1, 2).encoded()).statusCode()).isEqualTo(422);
		assertThat(visit.post(gather, gather + "/tong-hop", java.util.Map.of("tat-ca", "1")).body()).contains("Đã làm 1 trên 1");
	}

	@Test
	void completenessCountsWhatWasSentOnTimeAndWhatIsMissing() {
		Opening period = course.period(1);
		ReportAddress ward = course.report(period, clerk);
		fill(ward, 6);
		toSent(ward);
		Completeness completeness = program.getBean(Completeness.class);
		Completeness.Line line = completeness.of(course.regime(), period.period().starts(), period.period().starts(), Completeness.By.COMMUNE, province.agency()).stream()
			.filter(one -> one.unit() == ward.agency().id().value()).findFirst().orElseThrow();
		assertThat(line.counts()).isEqualTo(new Counts(1, 1, 1, period.graceUntil().isAfter(Instant.now()) ? 1 : 0, 0, 0));
		LevelCompleteness levels = program.getBean(LevelCompleteness.class);
		await().atMost(Duration.ofSeconds(30)).until(() -> levels.of(course.regime(), period.period().starts(), period.period().starts()).size() == 2);
		assertThat(levels.of(course.regime(), period.period().starts(), period.period().starts()).getFirst()).as("the provinces' own alone").satisfies(provinces -> {
			assertThat(provinces.level()).isEqualTo(Level.PROVINCE);
			assertThat(provinces.counts().expected()).isEqualTo(program.getBean(Agencies.class).all(Level.PROVINCE, period.period().to()).size());
		});
		Visit elsewhere = Visit.signedIn(port, "chuyenvien.hanoi");
		String bacNinh = ReportAddress.name(course.report(period, province).agency());
		assertThat(elsewhere.get("/bao-cao/ky-luat?don-vi=" + bacNinh).body()).as("by regime, of one province").contains(course.regime().name().vi());
		assertThat(elsewhere.get("/bao-cao/ky-luat?che-do=" + course.regime().code()).body()).as("by level and agency").contains("Theo cấp báo cáo", "Theo đơn vị", "Bắc Ninh");
		assertThat(elsewhere.get("/bao-cao/ky-luat?che-do=" + course.regime().code() + "&cap=commune&don-vi=" + bacNinh).body()).contains("Kinh Bắc");
	}

	private void toSent(ReportAddress report) {
		acts.act(report, ReportAct.of(Act.CHECK), clerk);
		acts.act(report, ReportAct.of(Act.APPROVE), leader);
		acts.act(report, ReportAct.of(Act.SEND), clerk);
	}

	private void fill(ReportAddress report, int amount) {
		course.fill(report, clerk, amount);
	}

	private State state(ReportAddress report) {
		return reports.find(report.key()).orElseThrow().state();
	}

	private int messages(String key) {
		return jdbc.sql("select count(*) from notification.inbox where key like :key").param("key", key).query(Integer.class).single();
	}

}
