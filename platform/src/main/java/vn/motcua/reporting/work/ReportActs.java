package vn.motcua.reporting.work;

import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Attempts;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportingProblem;

/** Does acts on reports: what the rules refuse stays as it is, else the row, the step and the counts change in one transaction. */
@Service
public class ReportActs {

	private final ObligationStore obligations;

	private final ActRules rules;

	private final ActPreparation preparation;

	private final ActRecord acts;

	private final Attempts attempts;

	ReportActs(ObligationStore obligations, ActRules rules, ActPreparation preparation, ActRecord acts, Attempts attempts) {
		this.obligations = obligations;
		this.rules = rules;
		this.preparation = preparation;
		this.acts = acts;
		this.attempts = attempts;
	}

	/** @throws ProblemException when the report is not there, the act is not possible now or not this actor's, or something it needs is missing */
	public ObligationRow act(ReportAddress address, ReportAct act, Actor actor) {
		rules.require(rules.get(address, actor), address.opening(), act, actor);
		ActPreparation.Prepared prepared = preparation.of(address, act, actor);
		return attempts.make(() -> perform(address, act, actor, prepared));
	}

	private ObligationRow perform(ReportAddress address, ReportAct act, Actor actor, ActPreparation.Prepared prepared) {
		ObligationRow held = obligations.lock(address.key()).orElseThrow(() -> new ProblemException(ReportingProblem.NOT_OWED));
		rules.requireHeld(held, address.opening(), act, actor);
		acts.keep(address, held, act, preparation.unchanged(address, prepared), prepared, actor);
		return obligations.find(address.key()).orElseThrow();
	}

}
