package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Reports.State;
import vn.motcua.site.Page;

/** Records an act on a report that is held: the row with its counts, the step, what was signed, and word to whose turn it is. */
@Component
class ActRecord {

	private final ReportWork work;

	private final StepStore steps;

	private final SignedReportStore signed;

	private final Notices notices;

	private final Clock clock;

	ActRecord(ReportWork work, StepStore steps, SignedReportStore signed, Notices notices, Clock clock) {
		this.work = work;
		this.steps = steps;
		this.signed = signed;
		this.notices = notices;
		this.clock = clock;
	}

	void keep(ReportAddress address, ObligationRow before, ReportAct act, int sheetVersion, ActPreparation.Prepared prepared, Actor actor) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		if (act.act() == Act.REMIND && steps.reminded(address.key(), LocalDate.ofInstant(now, Page.ZONE).atStartOfDay(Page.ZONE).toInstant())) {
			throw new ProblemException(ReportingProblem.REMINDED_TODAY);
		}
		State state = ReportLifecycle.after(before.state(), act.act());
		ObligationRow after = changed(before, act, now).to(state, now);
		Signing.Prepared document = prepared.signed();
		if (document != null) {
			int number = before.signedVersion() == null ? 1 : before.signedVersion() + 1;
			signed.add(address.key(), new SignedReport(number, sheetVersion, document.record(), document.digest(), document.file(), actor.name(), now), actor.account());
			after = after.signed(number);
		}
		work.keep(before, after);
		steps.append(address.key(), act, before.state(), state, sheetVersion, actor, now);
		notices.of(address, after, act, actor);
	}

	/** What an act changes besides the state. */
	private static ObligationRow changed(ObligationRow row, ReportAct act, Instant now) {
		return switch (act.act()) {
			case SEND -> row.sent(row.correcting() && row.sentAt() != null ? row.sentAt() : now).correcting(false);
			case RETURN -> row.due(Objects.requireNonNull(act.dueAt())).sent(null);
			case EXTEND -> row.due(Objects.requireNonNull(act.dueAt()));
			case CORRECT -> row.correcting(true);
			case ASSIGN -> act.assignee() == null ? row.assigned(null, null) : row.assigned(act.assignee().account(), act.assignee().name());
			case OPEN, START, CHECK, REVISE, APPROVE, RECEIVE, ACCEPT, AGGREGATE, CLOSE, REMIND -> row;
		};
	}

}
