package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportTexts;
import vn.motcua.reporting.Reports.State;
import vn.motcua.site.Page;

/** What a check found in order, or a leader read, are words as well as figures. */
@MotCuaTest
class ActPreparationTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private ActPreparation preparation;

	@Autowired
	private ReportActs acts;

	@Autowired
	private ActRules rules;

	@Autowired
	private Agencies agencies;

	@Autowired
	private Regimes regimes;

	@Autowired
	private ReportTexts texts;

	@Test
	void whatIsWrittenWhileAReportIsLookedAtIsNotPassedUnseen() {
		ReportCourse course = new ReportCourse(program);
		Actor clerk = clerkOf(course.actor("baocao.bacninh").agency(), course.actor("baocao.kinhbac").agency());
		ReportAddress ward = course.report(course.period(9), clerk);
		course.fill(ward, clerk, 2);
		String section = regimes.template(ward.regime().number(), ward.key().period()).narratives().getFirst().code();
		ActPreparation.Prepared looked = preparation.of(ward, ReportAct.of(Act.CHECK), clerk);
		preparation.unchanged(ward, looked);
		texts.narrate(ward.key(), section, "Có việc quá hạn.", clerk);
		assertThatThrownBy(() -> preparation.unchanged(ward, looked)).isInstanceOfSatisfying(ProblemException.class,
				refused -> assertThat(refused.code()).isEqualTo(CommonProblem.CHANGED_MEANWHILE));
		acts.act(ward, ReportAct.of(Act.CHECK), clerk);
		assertThat(rules.get(ward, clerk).state()).isEqualTo(State.CHECKED);
	}

	/** Of a ward of the province whose reports no other test fills in. */
	private Actor clerkOf(AgencyId province, AgencyId notOf) {
		AgencyId ward = agencies.children(province, Agency.Level.COMMUNE, LocalDate.now(Page.ZONE)).stream().filter(unit -> !unit.id().equals(notOf)).toList().getLast().id();
		Officers officers = new Officers(program);
		return officers.actor(officers.at(ward, Role.REPORTING_CLERK));
	}

}
