package vn.motcua.reporting.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.Reports.Step;
import vn.motcua.reporting.demo.ReportPeople.Office;
import vn.motcua.reporting.work.PeriodClosing;
import vn.motcua.reporting.work.PeriodStanding;

/** One month of all provinces as the demonstration tells it; the others are the same. */
@MotCuaTest
class ProvinceMonthsTests {

	@Autowired
	ProvinceMonths months;

	@Autowired
	PastPeriods periods;

	@Autowired
	ReportPeople people;

	@Autowired
	Agencies agencies;

	@Autowired
	Regimes regimes;

	@Autowired
	Reports reports;

	@Autowired
	PeriodClosing closing;

	@Test
	void provincesReportToTheCentreInTimeButForAFew() {
		Regime regime = regimes.find(ProvinceMonths.REGIME).orElseThrow();
		Opening opening = periods.open(regime, 2).getLast();
		Office office = people.today();
		List<ReportAddress> all = agencies.all(Agency.Level.PROVINCE, opening.period().to()).stream().map(province -> new ReportAddress(regime, opening, province)).toList();
		reports.touched(all.getLast().key(), office.clerk(all.getLast().agency().id()));
		months.tell(regime, opening, true, office, periods.now());
		assertThat(reports.steps(all.getLast().key())).as("what somebody began while it was told stays theirs").extracting(Step::kind).containsExactly("OPEN", "START");
		assertThat(all).hasSize(34).extracting(this::state).containsOnly(State.ACCEPTED, State.SENT, State.OPEN, State.DRAFTING).filteredOn(state -> state == State.OPEN)
			.as("one is missing").hasSize(1);
		PeriodStanding standing = closing.standing(regime, opening);
		assertThat(standing.counts().sent()).isEqualTo(32);
		assertThat(standing.waiting()).as("not answered yet").isBetween(2, 4);
		assertThat(standing.counts().late()).as("a few late").isBetween(1, 5);
		assertThat(all).filteredOn(report -> state(report) == State.ACCEPTED).allSatisfy(report -> {
			List<Step> steps = reports.steps(report.key());
			assertThat(steps).extracting(Step::kind).containsExactly("OPEN", "START", "CHECK", "APPROVE", "SEND", "ACCEPT");
			assertThat(steps).extracting(Step::at).isSorted().allMatch(at -> at.isBefore(periods.now()));
			assertThat(steps.getLast().by()).isEqualTo(office.clerk(regime.owner()).name());
		});
		AgencyId played = office.clerks().keySet().stream().filter(agency -> all.stream().anyMatch(report -> report.agency().id().equals(agency))).findFirst().orElseThrow();
		assertThat(reports.steps(all.stream().filter(report -> report.agency().id().equals(played)).findFirst().orElseThrow().key()).get(3).by())
			.as("the cast signs where it plays").isEqualTo(office.leader(played).name());

		int told = reports.steps(all.getFirst().key()).size();
		months.tell(regime, opening, true, office, periods.now());
		assertThat(reports.steps(all.getFirst().key())).as("told once").hasSize(told);
	}

	private State state(ReportAddress report) {
		return reports.find(report.key()).orElseThrow().state();
	}

}
