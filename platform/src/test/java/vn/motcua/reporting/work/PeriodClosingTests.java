package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Regimes.Stage;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Reports.State;

/** The Government Office closes periods of the procedure-control report long after their deadlines. */
@MotCuaTest
class PeriodClosingTests {

	@Autowired
	BeanFactory program;

	@Autowired
	Regimes regimes;

	@Autowired
	Reports reports;

	@Autowired
	ReportActs acts;

	@Autowired
	ActRules rules;

	@Autowired
	ReportLists lists;

	@Autowired
	PeriodClosing closing;

	@LocalServerPort
	int port;

	private ReportCourse course;

	private Actor clerk;

	private Actor province;

	private Actor owner;

	@BeforeEach
	void cast() {
		course = new ReportCourse(program);
		clerk = course.actor("baocao.kinhbac");
		province = course.actor("baocao.bacninh");
		owner = course.actor("baocao.vpcp");
	}

	@Test
	void theOwnerClosesWhatWasAcceptedAndTakesNothingMore() {
		Opening period = course.period(14);
		ReportAddress ward = accepted(period, 5);
		ReportAddress unsent = course.report(period, province);
		int outstanding = closing.standing(course.regime(), period).outstanding();
		assertThatThrownBy(() -> closing.close(course.regime(), period, outstanding, province)).hasMessage("reporting.not-yours");
		assertThatThrownBy(() -> closing.close(course.regime(), period, outstanding - 1, owner)).isInstanceOfSatisfying(ProblemException.class,
				refused -> assertThat(refused.fields()).extracting(field -> field.pointer()).containsExactly("/outstanding"));
		assertThatThrownBy(() -> closing.close(course.regime(), course.period(0), 0, owner)).hasMessage("reporting.not-due-yet");

		closing.close(course.regime(), period, outstanding, owner);
		Opening closed = regimes.period(course.regime().number(), period.period().code()).orElseThrow();
		assertThat(closed.stage(Instant.now())).isEqualTo(Stage.CLOSED);
		assertThat(closing.standing(course.regime(), closed).closing()).satisfies(said -> {
			assertThat(said.by()).isEqualTo(owner.name());
			assertThat(said.outstanding()).isEqualTo(outstanding);
		});
		assertThat(reports.steps(ward.key()).getLast()).satisfies(step -> {
			assertThat(step.kind()).isEqualTo("CLOSE");
			assertThat(step.to()).isEqualTo(State.CLOSED);
			assertThat(step.by()).isEqualTo(owner.name());
		});
		assertThatThrownBy(() -> closing.close(course.regime(), closed, outstanding, owner)).hasMessage("reporting.period-closed");

		assertThat(unsent.opening().closedAt()).as("as somebody found it before").isNull();
		assertThatThrownBy(() -> acts.act(unsent, ReportAct.of(Act.ASSIGN), province)).hasMessage("reporting.period-closed");
		assertThatThrownBy(() -> reports.touched(unsent.key(), province)).hasMessage("reporting.period-closed");

		ReportAddress late = new ReportAddress(unsent.regime(), closed, unsent.agency());
		assertThatThrownBy(() -> reports.fillable(late.key(), province)).hasMessage("reporting.period-closed");
		assertThatThrownBy(() -> acts.act(late, ReportAct.of(Act.CHECK), province)).hasMessage("reporting.period-closed");
		assertThat(lists.owed(unsent.agency().id(), false, List.of(), new Limit(200), null).items()).noneMatch(one -> one.row().key().equals(late.key()));
		assertThat(lists.owed(unsent.agency().id(), true, List.of(), new Limit(200), null).items()).filteredOn(one -> one.row().key().equals(late.key()))
			.singleElement().satisfies(one -> assertThat(rules.allowed(one, owner)).containsExactly(Act.EXTEND));
		acts.act(late, new ReportAct(Act.EXTEND, "Bão số 9", Instant.now().plus(Duration.ofDays(3)), null), owner);
		reports.fillable(late.key(), province);
	}

	@Test
	void aCorrectionAfterClosingIsAnotherVersionAndTheOldFiguresStayReadable() {
		Opening period = course.period(15);
		ReportAddress before = accepted(period, 6);
		closing.close(course.regime(), period, closing.standing(course.regime(), period).outstanding(), owner);
		ReportAddress ward = ReportAddress.of(regimes, program.getBean(vn.motcua.agency.Agencies.class), before.key());
		assertThatThrownBy(() -> course.fill(ward, clerk, 7)).hasMessage("reporting.closed");
		acts.act(ward, ReportAct.because(Act.CORRECT, "Đếm sót một hồ sơ."), clerk);
		sent(ward, 7);
		acts.act(ward, ReportAct.of(Act.ACCEPT), province);
		List<SignedReport> signed = lists.signed(ward.key());
		assertThat(signed).extracting(SignedReport::number).containsExactly(2, 1);
		assertThat(ReportCourse.received(signed.getLast())).isEqualByComparingTo("6");
		assertThat(ReportCourse.received(signed.getFirst())).isEqualByComparingTo("7");
		assertThat(Visit.signedIn(port, "baocao.kinhbac").get("/bao-cao/theo-doi/" + ward.path()).body()).contains("trước: 6", "Đếm sót một hồ sơ.", "đã đóng");
	}

	@Test
	void thePageShowsWhoIsMissingAndAsksForTheirNumber() {
		Opening period = course.period(16);
		String page = "/bao-cao/che-do/" + course.regime().code() + "/ky/" + period.period().code();
		String address = "/api/reporting/v1/regimes/" + course.regime().code() + "/periods/" + period.period().code();
		int outstanding = closing.standing(course.regime(), period).outstanding();
		Visit centre = Visit.signedIn(port, "baocao.vpcp");
		assertThat(centre.get(page).body()).contains("Đóng kỳ này", "value=\"" + outstanding + "\"", "đã hết hạn");
		assertThat(centre.post(page, page + "/dong", Map.of()).statusCode()).as("nothing confirmed").isEqualTo(422);
		Visit elsewhere = Visit.signedIn(port, "baocao.bacninh");
		assertThat(elsewhere.get(page).body()).contains("Chưa gửi").doesNotContain("Đóng kỳ này");
		assertThat(elsewhere.api("POST", address + "/closing", "{\"outstanding\":" + outstanding + "}").statusCode()).isEqualTo(403);
		assertThat(centre.api("POST", address + "/closing", "{\"outstanding\":1}").body()).contains("/outstanding");
		assertThat(centre.api("POST", address + "/closing", "{\"outstanding\":" + outstanding + "}", "Idempotency-Key", "close-" + period.period().code()).body())
			.contains("\"stage\":\"closed\"");
		assertThat(centre.api("POST", address + "/closing", "{\"outstanding\":" + outstanding + "}", "Idempotency-Key", "close-" + period.period().code()).statusCode())
			.as("sent twice").isEqualTo(200);
		assertThat(elsewhere.get(page).body()).contains("Kỳ này không nhận thêm báo cáo", owner.name());
		assertThat(elsewhere.get(address).body()).contains("\"stage\":\"closed\"");
		assertThat(elsewhere.get("/bao-cao/che-do/" + course.regime().code() + "/ky/1999-01").statusCode()).isEqualTo(404);
	}

	private ReportAddress accepted(Opening period, int amount) {
		ReportAddress ward = course.report(period, clerk);
		sent(ward, amount);
		acts.act(ward, ReportAct.of(Act.ACCEPT), province);
		return ward;
	}

	private void sent(ReportAddress ward, int amount) {
		course.fill(ward, clerk, amount);
		acts.act(ward, ReportAct.of(Act.CHECK), clerk);
		acts.act(ward, ReportAct.of(Act.APPROVE), course.actor("lanhdao.kinhbac"));
		acts.act(ward, ReportAct.of(Act.SEND), clerk);
	}

}
