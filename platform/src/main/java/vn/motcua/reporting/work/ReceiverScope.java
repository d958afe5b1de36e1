package vn.motcua.reporting.work;

import java.util.List;

import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;

/**
 * The reports that go to one agency and those that went into it: from the level below, and under regimes they issued from the uppermost level.
 *
 * @param agencies numbers, as {@link AnsweredFor} says
 */
record ReceiverScope(List<Integer> agencies, List<Integer> owned) {

	static ReceiverScope of(List<Integer> agencies, Regimes regimes) {
		return new ReceiverScope(agencies, regimes.all().stream().filter(regime -> agencies.contains(regime.owner().value())).map(Regime::number).toList());
	}

	/** Number under which receivers stand for this agency in one regime; who answers for the owner today receives as the owner. */
	static int receiver(AgencyId agency, Regime regime, AnsweredFor answered) {
		return regime.owner().equals(agency) || answered.today(regime.owner()).contains(agency) ? Subjects.OWNER : agency.value();
	}

}
