package vn.motcua.reporting.work;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.motcua.reporting.Regime;

/** How many owe a report for one period of a regime. */
@Component
public class Reporters {

	private final ObligationStore obligations;

	private final Subjects subjects;

	Reporters(ObligationStore obligations, Subjects subjects) {
		this.obligations = obligations;
		this.subjects = subjects;
	}

	/** Those to whom the last period of this version was made out; before there is one, those who would owe it by the tree of a day. */
	public int of(Regime regime, LocalDate day) {
		return obligations.lastMadeOut(regime.number(), regime.version()).orElseGet(() -> subjects.of(regime, day).size());
	}

}
