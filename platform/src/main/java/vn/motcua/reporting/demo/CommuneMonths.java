package vn.motcua.reporting.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.calendar.ToldTime;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.demo.ReportPeople.Office;
import vn.motcua.reporting.demo.ReportPlan.Ending;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.PeriodClosing;
import vn.motcua.reporting.work.ReportAct;

/**
 * A month of a province and its communes: most reports accepted, a few late, one missing. In the latest month one went back to the cast, some still wait, and the province
 * has time left to gather.
 */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class CommuneMonths {

	private static final int EVERY_LATE = 19;

	private static final int EVERY_WAITING = 33;

	private static final int MISSING = 7;

	private static final int DAYS_TO_GATHER = 5;

	private static final int DAYS_TO_CLOSE = 12;

	private final ReportStory story;

	private final Cells cells;

	private final PeriodClosing closing;

	CommuneMonths(ReportStory story, Cells cells, PeriodClosing closing) {
		this.story = story;
		this.cells = cells;
		this.closing = closing;
	}

	/** @param latest whether the people of the cast go on with it from here */
	record Month(Regime regime, Opening opening, Agency province, List<Agency> communes, boolean latest, Office office, Instant now) {

		ReportAddress report(Agency agency) {
			return new ReportAddress(regime, opening, agency);
		}

		/** The one that never reports, another each month and none of the cast's. */
		private int missing() {
			int one = (MISSING + opening.period().starts().getMonthValue()) % communes.size();
			return office.played(communes.get(one).id()) ? (one + 1) % communes.size() : one;
		}

		ReportPlan plan(int index) {
			Agency commune = communes.get(index);
			boolean played = office.played(commune.id());
			int place = index + opening.period().starts().getMonthValue();
			Ending usual = index == missing() ? Ending.MISSING : latest && place % EVERY_WAITING == 0 ? Ending.SENT : Ending.ACCEPTED;
			return ReportPlan.of(opening, commune.code(), place % EVERY_LATE == 3 && !played, latest && played ? Ending.RETURNED : usual, now);
		}

	}

	void tell(Month month) {
		List<Cell> places = cells.of(month.regime().number());
		String period = month.opening().period().code();
		for (int i = 0; i < month.communes().size(); i++) {
			Agency commune = month.communes().get(i);
			story.tell(month.report(commune), CommuneFigures.of(commune, period, places), month.plan(i), month.office());
		}
		Instant due = month.opening().graceUntil();
		moreTime(month, month.latest() ? ReportPlan.closingOf(month.now(), 3) : ReportPlan.closingOf(due, DAYS_TO_GATHER + 1));
		if (!month.latest()) {
			Instant gathered = ReportPlan.closingOf(due, DAYS_TO_GATHER).minus(Duration.ofHours(6));
			month.communes().stream().map(month::report).filter(report -> story.state(report) == State.ACCEPTED)
				.forEach(report -> story.act(report, ReportAct.of(Act.AGGREGATE), month.office().clerk(month.province().id()), gathered));
			story.tell(month.report(month.province()), CommuneFigures.of(month.province(), period, places),
					new ReportPlan(gathered.plus(Duration.ofHours(5)), Ending.ACCEPTED, month.now()), month.office());
		}
	}

	/** The owner closes a month that is long over. */
	void close(Month month) {
		Instant at = ReportPlan.closingOf(month.opening().graceUntil(), DAYS_TO_CLOSE);
		if (at.isBefore(month.now())) {
			ToldTime.at(at, () -> closing.close(month.regime(), month.opening(), closing.standing(month.regime(), month.opening()).outstanding(),
					month.office().clerk(month.regime().owner())));
		}
	}

	/** The province waits for its communes: the owner gives it a later deadline, once. */
	private void moreTime(Month month, Instant until) {
		ReportAddress above = month.report(month.province());
		Actor owner = month.office().clerk(month.regime().owner());
		if (story.state(above) == State.OPEN && !story.moved(above)) {
			story.act(above, new ReportAct(Act.EXTEND, "Chờ đủ báo cáo của các xã, phường.", until, null), owner, month.opening().dueAt().minus(Duration.ofHours(4)));
		}
	}

}
