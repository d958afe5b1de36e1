package vn.motcua.reporting.work;

import java.util.List;

import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;

/** The reports that go to one agency: from the level below, and under regimes it issued from the uppermost level. */
record ReceiverScope(int agency, List<Integer> owned) {

	static ReceiverScope of(AgencyId agency, Regimes regimes) {
		return new ReceiverScope(agency.value(), regimes.all().stream().filter(regime -> regime.owner().equals(agency)).map(Regime::number).toList());
	}

	/** Number under which receivers stand for this agency in one regime. */
	static int receiver(AgencyId agency, Regime regime) {
		return regime.owner().equals(agency) ? Subjects.OWNER : agency.value();
	}

}
