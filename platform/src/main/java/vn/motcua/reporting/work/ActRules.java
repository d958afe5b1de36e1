package vn.motcua.reporting.work;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Reports.State;

/** Who may see a report and do what with it now: the lifecycle, and what the actor's agency is to the report. */
@Service
public class ActRules {

	/** What brings a report on its way up. */
	private static final Set<Act> FORWARD = EnumSet.of(Act.CHECK, Act.APPROVE, Act.SEND);

	private final ObligationStore obligations;

	private final Reach reach;

	private final AnsweredFor answered;

	private final WorkWords words;

	private final Clock clock;

	ActRules(ObligationStore obligations, Reach reach, AnsweredFor answered, WorkWords words, Clock clock) {
		this.obligations = obligations;
		this.reach = reach;
		this.answered = answered;
		this.words = words;
		this.clock = clock;
	}

	/** A report that this actor may see. */
	public ObligationRow get(ReportAddress address, Actor actor) {
		ObligationRow row = obligations.find(address.key()).orElseThrow(() -> new ProblemException(ReportingProblem.NOT_OWED));
		if (!sees(row, actor)) {
			throw new ProblemException(ReportingProblem.NO_SUCH_REPORT);
		}
		return row;
	}

	/** Whether this actor may see steps, reasons and names. */
	public boolean sees(ObligationRow row, Actor actor) {
		return reach.sees(row, actor);
	}

	/** What this actor can do with it now, in the order of the work. */
	public List<Act> allowed(ListedReport report, Actor actor) {
		return ReportLifecycle.acts(report.row().state()).stream().filter(act -> act != Act.START && may(report.row(), act, actor))
			.filter(act -> !report.shut() || act == Act.EXTEND).toList();
	}

	/** States in which a report of the actor's own agency waits for the actor. */
	public List<State> turn(Actor actor) {
		return Arrays.stream(State.values()).filter(state -> ReportLifecycle.acts(state).stream().filter(FORWARD::contains).flatMap(act -> ReportLifecycle.who(act).stream())
			.anyMatch(who -> (who == Who.REPORTER || who == Who.LEADER) && actor.may(who.permission()))).toList();
	}

	/** @throws ProblemException when the act is not possible now or not this actor's, or something it needs is missing */
	void require(ObligationRow row, Opening opening, ReportAct act, Actor actor) {
		if (!may(row, act.act(), actor)) {
			throw words.notYours(act.act());
		}
		if (!ReportLifecycle.allowed(row.state(), act.act())) {
			throw words.notAllowed(row.state(), act.act());
		}
		if (act.act() != Act.EXTEND && row.shut(opening, clock.instant())) {
			throw new ProblemException(ReportingProblem.PERIOD_CLOSED);
		}
		act.check(clock.instant(), row.onTimeUntil());
	}

	/** The same of a report that is held, so that it is not handed in to a period that was closed meanwhile. */
	void requireHeld(ObligationRow held, Opening opening, ReportAct act, Actor actor) {
		require(held, opening, act, actor);
		if (act.act() != Act.EXTEND && held.overdue(clock.instant()) && obligations.closed(List.of(held.key()))) {
			throw new ProblemException(ReportingProblem.PERIOD_CLOSED);
		}
	}

	/** Whether the actor's agency is this one, or answers for it since it was merged. */
	public boolean actsFor(Actor actor, AgencyId agency) {
		return answered.actsFor(actor, agency);
	}

	public boolean owns(Regime regime, Actor actor) {
		return actor.may(Who.OWNER.permission()) && answered.actsFor(actor, regime.owner());
	}

	/** @throws ProblemException when another agency issued the regime, or the actor is none who receives for it */
	public void requireOwner(Regime regime, Actor actor) {
		if (!owns(regime, actor)) {
			throw words.notYours(Act.CLOSE);
		}
	}

	private boolean may(ObligationRow row, Act act, Actor actor) {
		return ReportLifecycle.who(act).stream().anyMatch(who -> reach.is(who, row, actor));
	}

}
