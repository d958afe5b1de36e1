package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportChecks;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.site.Page;

/** What an act looks at before its transaction: the findings of the figures, the document that is signed. */
@Component
class ActPreparation {

	private final Signing signing;

	private final ObjectProvider<ReportChecks> checks;

	private final Clock clock;

	ActPreparation(Signing signing, ObjectProvider<ReportChecks> checks, Clock clock) {
		this.signing = signing;
		this.checks = checks;
		this.clock = clock;
	}

	/**
	 * @param sheetVersion version of the sheet that was checked or drawn, {@code null} for acts that look at no figures
	 * @param signed what is signed with the act, {@code null} for nothing
	 */
	record Prepared(@Nullable Integer sheetVersion, Signing.@Nullable Prepared signed) {
	}

	/** @throws ProblemException when the figures are not in order */
	Prepared of(ReportAddress address, Act act, Actor actor) {
		return switch (act) {
			case CHECK -> new Prepared(checked(address, actor), null);
			case APPROVE -> signed(signing.prepare(address, actor, LocalDate.ofInstant(clock.instant(), Page.ZONE)));
			case OPEN, START, REVISE, SEND, RECEIVE, RETURN, ACCEPT, AGGREGATE, CLOSE, CORRECT, EXTEND, ASSIGN, REMIND -> new Prepared(null, null);
		};
	}

	/** The version of the sheet now, which nobody changes while the report is held. */
	int unchanged(ReportAddress address, Prepared prepared) {
		int version = signing.sheetVersion(address);
		if (prepared.sheetVersion() != null && prepared.sheetVersion() != version) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		return version;
	}

	private static Prepared signed(Signing.Prepared signed) {
		return new Prepared(signed.sheetVersion(), signed);
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
