package vn.motcua.reporting.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Regimes.Stage;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.Reports.Step;
import vn.motcua.reporting.demo.CommuneMonths.Month;

/** What the demonstration tells of a few communes; the whole of it is the same for more of them. */
@MotCuaTest
class CommuneMonthsTests {

	private static final int KINH_BAC_AND = 5;

	@Autowired
	PilotRegime pilot;

	@Autowired
	PastPeriods periods;

	@Autowired
	CommuneMonths months;

	@Autowired
	ReportPeople people;

	@Autowired
	Agencies agencies;

	@Autowired
	Regimes regimes;

	@Autowired
	Reports reports;

	@Test
	void tellsMonthsAtTheTimeTheyHappenedAndGoesOnWhereItStopped() {
		Regime regime = pilot.get();
		List<Opening> past = periods.open(regime, 2);
		Month earlier = month(regime, past.getFirst(), false);
		months.tell(new Month(regime, earlier.opening(), earlier.province(), earlier.communes().subList(0, 3), true, earlier.office(), earlier.now()));
		months.tell(earlier);
		List<ReportAddress> all = earlier.communes().stream().map(earlier::report).toList();
		assertThat(all).extracting(this::state).filteredOn(state -> state == State.OPEN).as("one is missing").hasSize(1);
		assertThat(state(earlier.report(earlier.province()))).as("the province sent its own").isEqualTo(State.ACCEPTED);
		all.forEach(report -> assertThat(reports.steps(report.key())).extracting(Step::at).isSorted().allMatch(at -> at.isBefore(earlier.now())));
		assertThat(all.stream().filter(report -> state(report) == State.AGGREGATED)).hasSizeGreaterThanOrEqualTo(3).allSatisfy(report -> {
			assertThat(reports.steps(report.key())).extracting(Step::kind).containsExactly("OPEN", "START", "CHECK", "APPROVE", "SEND", "ACCEPT", "AGGREGATE");
		}).anyMatch(report -> !reports.find(report.key()).orElseThrow().late());

		Month latest = month(regime, past.getLast(), true);
		months.tell(latest);
		ReportAddress kinhBac = latest.report(latest.communes().getFirst());
		assertThat(reports.find(kinhBac.key())).get().satisfies(report -> {
			assertThat(report.state()).isEqualTo(State.RETURNED);
			assertThat(report.dueAt()).isAfter(Instant.now());
		});
		assertThat(reports.steps(kinhBac.key()).getLast().reason()).contains("rà soát");
		int steps = reports.steps(kinhBac.key()).size();
		months.tell(latest);
		assertThat(reports.steps(kinhBac.key())).as("told once").hasSize(steps);

		months.close(earlier);
		assertThat(regimes.period(regime.number(), earlier.opening().period().code()).orElseThrow().stage(Instant.now())).isEqualTo(Stage.CLOSED);
		assertThat(all).extracting(this::state).contains(State.CLOSED);
	}

	/** Kinh Bắc, where the cast plays, and some more. */
	private Month month(Regime regime, Opening opening, boolean latest) {
		Agency province = agencies.get(regime.provinces().getFirst(), opening.period().to());
		List<Agency> communes = new ArrayList<>(agencies.children(province.id(), Agency.Level.COMMUNE, opening.period().to()));
		communes.sort(java.util.Comparator.comparing(commune -> !people.today().played(commune.id())));
		return new Month(regime, opening, province, communes.subList(0, 1 + KINH_BAC_AND), latest, people.today(), periods.now());
	}

	private State state(ReportAddress report) {
		return reports.find(report.key()).orElseThrow().state();
	}

}
