package vn.motcua.reporting.demo;

import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.calendar.ToldTime;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.demo.ReportPeople.Office;
import vn.motcua.reporting.demo.ReportPlan.Ending;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.ReportAct;
import vn.motcua.reporting.work.ReportActs;

/** Tells how one report went, step by step from where it stands, so that it can be told on after a kill. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class ReportStory {

	private static final Logger LOG = LoggerFactory.getLogger(ReportStory.class);

	private static final String WHY_RETURNED = "Số vụ tai nạn giao thông không khớp với số của công an phường; đề nghị rà soát và gửi lại.";

	private final Reports reports;

	private final ReportActs acts;

	private final ReportFilling filling;

	ReportStory(Reports reports, ReportActs acts, ReportFilling filling) {
		this.reports = reports;
		this.acts = acts;
		this.filling = filling;
	}

	void tell(ReportAddress report, List<CellChange> figures, ReportPlan plan, Office office) {
		if (plan.ending() == Ending.MISSING || inOtherHands(report, plan)) {
			return;
		}
		try {
			State before;
			State now = state(report);
			do {
				before = now;
				step(report, figures, plan, office, now);
				now = state(report);
			}
			while (now != before && !inOtherHands(report, plan));
		}
		catch (ProblemException refused) {
			LOG.info("{} is not told to its end: {}", report.path(), refused.code());
		}
	}

	/** An act of the demonstration that may have been done already. */
	void act(ReportAddress report, ReportAct act, Actor actor, Instant at) {
		ToldTime.at(at, () -> acts.act(report, act, actor));
	}

	State state(ReportAddress report) {
		return reports.find(report.key()).orElseThrow().state();
	}

	/** Whether it has another deadline than its period. */
	boolean moved(ReportAddress report) {
		return !reports.find(report.key()).orElseThrow().dueAt().equals(report.opening().dueAt());
	}

	/** What whoever looks at the demonstration does with a report is theirs: all that is told happened before. */
	private boolean inOtherHands(ReportAddress report, ReportPlan plan) {
		return reports.steps(report.key()).stream().anyMatch(step -> !step.kind().equals(Act.OPEN.name()) && step.at().isAfter(plan.now()));
	}

	private void step(ReportAddress report, List<CellChange> figures, ReportPlan plan, Office office, State now) {
		Actor clerk = office.clerk(report.agency().id());
		switch (now) {
			case OPEN, DRAFTING -> {
				filling.fill(report.key(), figures, clerk, plan.filledAt());
				act(report, ReportAct.of(Act.CHECK), clerk, plan.filledAt());
			}
			case CHECKED -> act(report, ReportAct.of(Act.APPROVE), office.leader(report.agency().id()), plan.signedAt());
			case APPROVED -> act(report, ReportAct.of(Act.SEND), clerk, plan.handedInAt());
			case SENT -> answer(report, plan, office);
			case RECEIVED, RETURNED, ACCEPTED, AGGREGATED, CLOSED -> { }
		}
	}

	private void answer(ReportAddress report, ReportPlan plan, Office office) {
		Actor receiver = office.clerk(receiver(report));
		switch (plan.ending()) {
			case ACCEPTED -> act(report, ReportAct.of(Act.ACCEPT), receiver, plan.answeredAt());
			case RETURNED -> act(report, new ReportAct(Act.RETURN, WHY_RETURNED, ReportPlan.closingOf(plan.now(), 2), null), receiver, plan.answeredAt());
			case SENT, MISSING -> { }
		}
	}

	private AgencyId receiver(ReportAddress report) {
		AgencyId above = reports.find(report.key()).orElseThrow().receiver();
		return above == null ? report.regime().owner() : above;
	}

}
