package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportChecks;
import vn.motcua.reporting.ReportTexts;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.site.Page;

/** What an act looks at before its transaction: the findings of the figures, the document that is signed. */
@Component
class ActPreparation {

	private final Signing signing;

	private final ReportTexts texts;

	private final ObjectProvider<ReportChecks> checks;

	private final Clock clock;

	ActPreparation(Signing signing, @Lazy ReportTexts texts, ObjectProvider<ReportChecks> checks, Clock clock) {
		this.signing = signing;
		this.texts = texts;
		this.checks = checks;
		this.clock = clock;
	}

	/**
	 * @param sheetVersion version of the sheet that was checked or drawn, {@code null} for acts that look at no figures
	 * @param edition of what is written beside the figures, that was looked at with them
	 * @param signed what is signed with the act, {@code null} for nothing
	 */
	record Prepared(@Nullable Integer sheetVersion, @Nullable String edition, Signing.@Nullable Prepared signed) {
	}

	/** @throws ProblemException when the figures are not in order, or not those that the leader looked at */
	Prepared of(ReportAddress address, ReportAct act, Actor actor) {
		return switch (act.act()) {
			case CHECK -> checked(address, actor);
			case APPROVE -> signed(address, act.seen(), actor);
			case OPEN, START, REVISE, SEND, RECEIVE, RETURN, ACCEPT, AGGREGATE, CLOSE, CORRECT, EXTEND, ASSIGN, REMIND -> new Prepared(null, null, null);
		};
	}

	/** The version of the sheet now, which like its words nobody changes while the report is held. */
	int unchanged(ReportAddress address, Prepared prepared) {
		int version = signing.sheetVersion(address);
		if (prepared.sheetVersion() != null && (prepared.sheetVersion() != version || !texts.edition(address.key()).equals(prepared.edition()))) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		return version;
	}

	private Prepared signed(ReportAddress address, @Nullable String seen, Actor leader) {
		Signing.Standing standing = signing.standing(address);
		if (seen != null && !seen.equals(standing.mark())) {
			throw new ProblemException(ReportingProblem.STANDING_MOVED);
		}
		Signing.Prepared signed = signing.prepare(address, standing, leader, LocalDate.ofInstant(clock.instant(), Page.ZONE));
		return new Prepared(signed.sheetVersion(), standing.edition(), signed);
	}

	/** Figures and words in which everything is in order. */
	private Prepared checked(ReportAddress address, Actor actor) {
		checks.orderedStream().forEach(check -> check.complete(address.key(), actor));
		int version = signing.sheetVersion(address);
		String edition = texts.edition(address.key());
		List<FieldProblem> findings = checks.orderedStream().flatMap(check -> check.findings(address.key()).stream()).toList();
		if (!findings.isEmpty()) {
			throw new ProblemException(ReportingProblem.FINDINGS, findings);
		}
		return new Prepared(version, edition, null);
	}

}
