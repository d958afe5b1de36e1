package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.formula.TemplateFormulas;
import vn.motcua.site.Page;

/** Brings drafts into force, with the indicators of their own, and ends regimes. */
@Service
class RegimeDesk {

	private static final String ROUGH = "reporting.design.";

	private final RegimeStore store;

	private final IndicatorStore indicatorStore;

	private final Indicators indicators;

	private final Design design;

	private final Cells cells;

	private final OwnIndicators own;

	private final AnsweredFor answered;

	private final WorkingCalendars calendars;

	private final Clock clock;

	RegimeDesk(RegimeStore store, IndicatorStore indicatorStore, Indicators indicators, Design design, Cells cells, OwnIndicators own, AnsweredFor answered, WorkingCalendars calendars, Clock clock) {
		this.store = store;
		this.indicatorStore = indicatorStore;
		this.indicators = indicators;
		this.design = design;
		this.cells = cells;
		this.own = own;
		this.answered = answered;
		this.calendars = calendars;
		this.clock = clock;
	}

	/** Takes in indicators that a form asks for and nobody had yet. */
	@Transactional
	void add(List<FormTables.NewIndicator> wanted, PeriodType frequency, Actor actor) {
		List<Indicator> added = wanted.stream().filter(one -> indicators.find(one.code()).isEmpty())
			.map(one -> new Indicator(one.code(), "regime", LocalizedText.same(cut(one.name())), one.unit(), Ways.decimals(one.name(), one.unit()), LocalizedText.same(cut(one.name())), null, List.of(),
					one.ways().overUnits(), one.ways().overTime(), null, actor.agency(), frequency, "unverified"))
			.toList();
		if (!added.isEmpty()) {
			indicatorStore.put(added, "own");
			store.changed(clock.instant());
			design.changed();
		}
	}

	/** What keeps a draft from being published. */
	List<FieldProblem> problems(RegimeVersion draft) {
		List<FieldProblem> problems = new ArrayList<>();
		Template template = draft.template();
		if (template.tables().isEmpty() && template.narratives().isEmpty()) {
			problems.add(FieldProblem.of("/bieu", ROUGH + "empty"));
		}
		List<UnknownIndicator> unknown = new ArrayList<>();
		List<CellSpec> specs = DesignIntake.specs(template, known(), unknown);
		unknown.stream().distinct().forEach(one -> problems.add(new FieldProblem("/bieu", ROUGH + "unknown", one.values())));
		UnknownPart.in(template, design.register().dimensions()).forEach(part -> problems.add(new FieldProblem("/bieu", ROUGH + "part-in", part.values())));
		boolean words = template.tables().stream().anyMatch(table -> table.growing() > 0 || table.columns().stream().anyMatch(Template.Column::words));
		if (specs.isEmpty() && !template.tables().isEmpty() && !words) {
			problems.add(FieldProblem.of("/bieu", ROUGH + "no-figures"));
		}
		if (template.cellsOfWords() > Template.MOST_WORDS) {
			problems.add(new FieldProblem("/bieu", ROUGH + "too-many-words", Map.of("n", template.cellsOfWords(), "max", Template.MOST_WORDS)));
		}
		TemplateFormulas.of(template, indicators::find).findings().stream().filter(finding -> !finding.finding().warning())
			.forEach(finding -> problems.add(new FieldProblem("/" + finding.where(), finding.finding().code(), finding.finding().values())));
		own.lost(template).forEach(name -> problems.add(FieldProblem.of("/bieu", ROUGH + "ratio", "name", name.vi())));
		return problems;
	}

	/**
	 * From its first day the version is what agencies report by; the one before ends there.
	 *
	 * @param until day from which it is not in force any more, {@code null} for none
	 */
	@Transactional
	void publish(RegimeVersion draft, LocalDate from, @Nullable LocalDate until, Actor actor) {
		List<FieldProblem> problems = new ArrayList<>(problems(draft));
		boolean late = store.versions(draft.regime()).stream().anyMatch(other -> other.state() == RegimeVersion.State.PUBLISHED && !other.validFrom().isBefore(from));
		if (late) {
			problems.add(FieldProblem.of("/hieu-luc", ROUGH + "before-other"));
		}
		if (from.isBefore(today().minusYears(1)) || from.isAfter(today().plusYears(2))) {
			problems.add(FieldProblem.of("/hieu-luc", ROUGH + "far"));
		}
		if (until != null && !until.isAfter(from)) {
			problems.add(FieldProblem.of("/het-hieu-luc", ROUGH + "end-before-start"));
		}
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
		if (!store.put(draft.published(from, until).at(clock.instant()), actor)) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		store.end(draft.regime(), draft.number(), from);
		own.computeAgain(draft.template(), actor);
		cells.register(draft.regime(), DesignIntake.specs(draft.template(), known(), new ArrayList<>()));
		store.regimes().stream().filter(row -> row.number() == draft.regime()).forEach(row -> own.forgetUnused(row.code(), actor));
		store.changed(clock.instant());
		design.changed();
	}

	/** The first periods that agencies would report if the draft were in force from a day on: two, without those already due. */
	List<Opening> first(RegimeVersion draft, LocalDate from) {
		PeriodRule rule = draft.content().rule();
		return rule.within(from, from.plusYears(1)).stream().filter(period -> !period.starts().isBefore(from)).map(period -> rule.opening(period, draft.number(), calendars.national()))
			.filter(opening -> opening.dueAt().isAfter(clock.instant())).limit(2).toList();
	}

	/** From a day on no period begins under the regime any more; those that run are reported. */
	@Transactional
	void end(RegimeCode code, LocalDate until, Actor actor) {
		RegimeStore.Row regime = store.regimes().stream().filter(row -> row.code().equals(code) && answered.actsFor(actor, row.owner())).findFirst()
			.orElseThrow(() -> new ProblemException(ReportingProblem.NO_SUCH_REGIME, "regime", code));
		boolean later = store.versions(regime.number()).stream().anyMatch(version -> version.state() == RegimeVersion.State.PUBLISHED && !version.validFrom().isBefore(until));
		if (later || until.isBefore(today())) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/het-hieu-luc", ROUGH + (later ? "end-before-version" : "end-past"))));
		}
		store.end(regime.number(), 0, until);
		store.changed(clock.instant());
		design.changed();
	}

	private Map<IndicatorCode, Indicator> known() {
		return indicatorStore.indicators().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

	private static String cut(String name) {
		return name.length() <= 300 ? name : name.substring(0, 300);
	}

}
