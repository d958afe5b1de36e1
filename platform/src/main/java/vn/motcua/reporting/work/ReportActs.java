package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportChecks;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Reports.State;
import vn.motcua.site.Page;

/** Does acts on reports: refused when the lifecycle or the actor's agency does not allow them, else the row, the step and the counts in one transaction. */
@Service
public class ReportActs {

	private final ObligationStore obligations;

	private final StepStore steps;

	private final SignedReportStore signed;

	private final ReportWork work;

	private final Reach reach;

	private final Signing signing;

	private final ObjectProvider<ReportChecks> checks;

	private final Notices notices;

	private final WorkWords words;

	private final TransactionOperations transactions;

	private final Clock clock;

	ReportActs(ObligationStore obligations, StepStore steps, SignedReportStore signed, ReportWork work, Reach reach, Signing signing, ObjectProvider<ReportChecks> checks,
			Notices notices, WorkWords words, TransactionOperations transactions, Clock clock) {
		this.obligations = obligations;
		this.steps = steps;
		this.signed = signed;
		this.work = work;
		this.reach = reach;
		this.signing = signing;
		this.checks = checks;
		this.notices = notices;
		this.words = words;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** @throws ProblemException when the report is not there, the act is not possible now or not this actor's, or something it needs is missing */
	public ObligationRow act(ReportAddress address, ReportAct act, Actor actor) {
		ObligationRow now = get(address, actor);
		require(now, act.act(), actor);
		act.check(clock.instant(), now.onTimeUntil());
		@Nullable Integer checked = act.act() == Act.CHECK ? checked(address, actor) : null;
		Signing.Prepared prepared = act.act() == Act.APPROVE ? signing.prepare(address, actor, LocalDate.ofInstant(clock.instant(), Page.ZONE)) : null;
		@Nullable Integer seen = prepared == null ? checked : Integer.valueOf(prepared.sheetVersion());
		return Objects.requireNonNull(transactions.execute(_ -> perform(address, act, actor, seen, prepared)));
	}

	/** A report that this actor may see. */
	public ObligationRow get(ReportAddress address, Actor actor) {
		ObligationRow row = obligations.find(address.key()).orElseThrow(() -> new ProblemException(ReportingProblem.NOT_OWED));
		if (!reach.sees(row, actor)) {
			throw new ProblemException(ReportingProblem.OTHER_AGENCY);
		}
		return row;
	}

	/** What this actor can do with it now, in the order of the work. */
	public List<Act> allowed(ObligationRow row, Actor actor) {
		return ReportLifecycle.acts(row.state()).stream().filter(act -> act != Act.START && may(row, act, actor)).toList();
	}

	/** @param seen version of the sheet that was checked or drawn, {@code null} for acts that look at no figures */
	private ObligationRow perform(ReportAddress address, ReportAct act, Actor actor, @Nullable Integer seen, Signing.@Nullable Prepared prepared) {
		ObligationRow before = obligations.lock(address.key()).orElseThrow(() -> new ProblemException(ReportingProblem.NOT_OWED));
		require(before, act.act(), actor);
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		State state = ReportLifecycle.after(before.state(), act.act());
		ObligationRow after = changed(before, act, now).to(state, now);
		int sheetVersion = signing.sheetVersion(address);
		if (seen != null && seen != sheetVersion) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		if (prepared != null) {
			int number = before.signedVersion() == null ? 1 : before.signedVersion() + 1;
			signed.add(address.key(), new SignedReport(number, sheetVersion, prepared.record(), prepared.digest(), prepared.file(), actor.name(), now), actor.account());
			after = after.signed(number);
		}
		work.keep(before, after);
		steps.append(address.key(), act, before.state(), state, sheetVersion, actor, now);
		notices.of(address, after, act, actor);
		return obligations.find(address.key()).orElseThrow();
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

	private void require(ObligationRow row, Act act, Actor actor) {
		if (ReportLifecycle.who(act).stream().noneMatch(who -> reach.is(who, row, actor))) {
			throw words.notYours(act);
		}
		if (!ReportLifecycle.allowed(row.state(), act)) {
			throw words.notAllowed(row.state(), act);
		}
	}

	private boolean may(ObligationRow row, Act act, Actor actor) {
		return ReportLifecycle.who(act).stream().anyMatch(who -> reach.is(who, row, actor));
	}

	/** The version of the sheet in which everything is in order. */
	private int checked(ReportAddress address, Actor actor) {
		checks.orderedStream().forEach(check -> check.complete(address.key(), actor));
		int version = signing.sheetVersion(address);
		List<FieldProblem> findings = checks.orderedStream().flatMap(check -> check.findings(address.key()).stream()).toList();
		if (!findings.isEmpty()) {
			throw new ProblemException(ReportingProblem.FINDINGS, findings);
		}
		return version;
	}

}
