package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.ReportsBelow;

/** What goes to one agency and has not been put before a leader. */
@Service
class OpenBelow implements ReportsBelow {

	private static final List<String> OPEN = List.of(Reports.State.OPEN.name(), Reports.State.DRAFTING.name(), Reports.State.RETURNED.name());

	private final DeskStore store;

	private final AnsweredFor answered;

	private final Clock clock;

	OpenBelow(DeskStore store, AnsweredFor answered, Clock clock) {
		this.store = store;
		this.answered = answered;
		this.clock = clock;
	}

	@Override
	public Slice<Reports.Obligation> open(ReportAddress gatherer, Actor actor, int limit, @Nullable String after) {
		if (!answered.actsFor(actor, gatherer.agency().id())) {
			throw new ProblemException(ReportingProblem.OTHER_AGENCY);
		}
		Instant now = clock.instant();
		int receiver = ReceiverScope.receiver(gatherer.agency().id(), gatherer.regime(), answered);
		return store.gathered(gatherer.regime().number(), gatherer.key().period(), receiver, OPEN, null, false, now, limit, after).map(row -> row.obligation(now));
	}

	@Override
	public int receiver(ReportAddress gatherer, Actor actor) {
		if (!answered.reads(actor, gatherer.agency().id()) && !answered.reads(actor, gatherer.regime().owner())) {
			throw new ProblemException(ReportingProblem.NO_SUCH_REPORT);
		}
		return ReceiverScope.receiver(gatherer.agency().id(), gatherer.regime(), answered);
	}

}
