package vn.motcua.reporting.work.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportTexts;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.ActRules;
import vn.motcua.reporting.work.Assignee;
import vn.motcua.reporting.work.Assignees;
import vn.motcua.reporting.work.ListedReport;
import vn.motcua.reporting.work.ObligationRow;
import vn.motcua.reporting.work.ReportLists;
import vn.motcua.reporting.work.SignedReport;
import vn.motcua.reporting.work.SignedVersions;

/** Puts the page of one report together. */
@Component
class ReportPages {

	private final ActRules rules;

	private final ReportLists lists;

	private final SignedVersions versions;

	private final Assignees assignees;

	private final Indicators indicators;

	private final ReportTexts texts;

	private final AnsweredFor answered;

	ReportPages(ActRules rules, ReportLists lists, SignedVersions versions, Assignees assignees, @Lazy Indicators indicators, @Lazy ReportTexts texts, AnsweredFor answered) {
		this.rules = rules;
		this.lists = lists;
		this.versions = versions;
		this.assignees = assignees;
		this.indicators = indicators;
		this.texts = texts;
		this.answered = answered;
	}

	ReportPage page(ReportAddress address, Actor officer, @Nullable Act form, Map<String, String> typed, List<FieldProblem> problems) {
		ObligationRow row = rules.get(address, officer);
		ListedReport report = lists.named(row);
		List<Act> allowed = rules.allowed(report, officer);
		List<Assignee> clerks = allowed.contains(Act.ASSIGN) ? assignees.of(row.key().agency()) : List.of();
		boolean gathers = !lists.gathered(address, List.of(), false, 1, null).items().isEmpty();
		List<SignedReport> signed = lists.signed(row.key());
		SignedVersions.Standing standing = standing(address, row, signed);
		return new ReportPage(report, answered.words(address.agency(), Agency::fullName), lists.steps(row.key()), allowed,
				standing == null ? null : StandingFigures.of(standing.figures().stream().map(this::named).toList()), standing == null ? null : standing.mark(), signed(row.key(), signed), clerks,
				gathers ? lists.gatherHref(address.regime(), address.opening(), address.agency().id()) : null, allowed.contains(Act.CHECK),
				form != null && allowed.contains(form) ? form : null, typed, problems);
	}

	/** What the leader is asked to sign; {@code null} where nothing waits to be signed. */
	private SignedVersions.@Nullable Standing standing(ReportAddress address, ObligationRow row, List<SignedReport> signed) {
		return switch (row.state()) {
			case OPEN, DRAFTING, CHECKED, RETURNED -> versions.standing(address, signed.isEmpty() ? null : signed.getFirst());
			case APPROVED, SENT, RECEIVED, ACCEPTED, AGGREGATED, CLOSED -> null;
		};
	}

	private List<SignedVersion> signed(SheetKey key, List<SignedReport> newestFirst) {
		List<SignedVersion> all = new ArrayList<>();
		Map<String, LocalizedText> cells = newestFirst.isEmpty() ? Map.of() : texts.cells(key);
		for (int i = 0; i < newestFirst.size(); i++) {
			SignedReport before = i + 1 < newestFirst.size() ? newestFirst.get(i + 1) : null;
			List<SignedVersion.Figure> figures = versions.figures(newestFirst.get(i), before).stream().map(this::named).toList();
			List<SignedVersion.Words> words = versions.words(newestFirst.get(i), before).stream()
				.map(said -> new SignedVersion.Words(cells.getOrDefault(said.code(), LocalizedText.same(said.code())), said.text(), said.before(), said.changed())).toList();
			all.add(new SignedVersion(newestFirst.get(i), figures.stream().filter(figure -> figure.count() == null).toList(),
					figures.stream().filter(figure -> figure.count() != null).toList(), words));
		}
		return all;
	}

	private SignedVersion.Figure named(SignedVersions.Figure figure) {
		LocalizedText name = indicators.find(new IndicatorCode(figure.indicator())).map(Indicator::name).orElse(LocalizedText.same(figure.indicator()));
		LocalizedText part = figure.breakdown().isEmpty() ? LocalizedText.same("–") : indicators.words(new Breakdown(figure.breakdown()));
		return new SignedVersion.Figure(figure.indicator(), name, figure.breakdown(), part, figure.amount(), figure.before(), figure.count(), figure.changed());
	}

}
