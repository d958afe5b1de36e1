package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.formula.TemplateFormulas;
import vn.motcua.site.Page;

/** Where a reporting officer sets up regimes of their own agency: drafts, and versions that come into force. */
@Service
class RegimeDesk {

	private static final String ROUGH = "reporting.design.";

	private final RegimeStore store;

	private final IndicatorStore indicatorStore;

	private final Indicators indicators;

	private final Design design;

	private final Cells cells;

	private final Clock clock;

	RegimeDesk(RegimeStore store, IndicatorStore indicatorStore, Indicators indicators, Design design, Cells cells, Clock clock) {
		this.store = store;
		this.indicatorStore = indicatorStore;
		this.indicators = indicators;
		this.design = design;
		this.cells = cells;
		this.clock = clock;
	}

	/** A draft with what the list of regimes knows of it. */
	record Drafted(RegimeCode code, RegimeVersion version) {
	}

	@Transactional
	void create(RegimeCode code, PeriodType type, RegimeContent content, Actor actor) {
		if (actor.agency() == null) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		int number = store.add(code, actor.agency(), type, "own")
			.orElseThrow(() -> new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/ma", ROUGH + "code-taken"))));
		store.put(new RegimeVersion(number, 1, RegimeVersion.State.DRAFT, today(), null, content, Template.EMPTY, 0, clock.instant(), ""), actor);
	}

	/** Only its own agency sees a draft. */
	Drafted draft(String code, int number, Actor actor) {
		Drafted drafted = version(code, number, actor);
		if (drafted.version().state() != RegimeVersion.State.DRAFT) {
			throw new ProblemException(ReportingProblem.NO_SUCH_REGIME, "regime", code);
		}
		return drafted;
	}

	/** A new draft after the newest version; the draft that there is already when there is one. */
	@Transactional
	int draftAfter(String code, Actor actor) {
		int regime = number(code);
		List<RegimeVersion> versions = store.versions(regime);
		RegimeVersion newest = versions.getLast();
		Drafted checked = version(code, newest.number(), actor);
		if (newest.state() != RegimeVersion.State.DRAFT) {
			store.put(new RegimeVersion(regime, newest.number() + 1, RegimeVersion.State.DRAFT, today(), null, checked.version().content(), newest.template(), 0, clock.instant(), ""), actor);
			return newest.number() + 1;
		}
		return newest.number();
	}

	@Transactional
	void change(RegimeVersion draft, RegimeContent content, Template template, Actor actor) {
		RegimeVersion changed = new RegimeVersion(draft.regime(), draft.number(), RegimeVersion.State.DRAFT, draft.validFrom(), null, content, template, draft.edition(),
				clock.instant(), "");
		if (!store.put(changed, actor)) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
	}

	/** Takes in indicators that a form asks for and nobody had yet. */
	@Transactional
	void add(List<FormTables.NewIndicator> wanted, PeriodType frequency, Actor actor) {
		List<Indicator> added = wanted.stream().filter(one -> indicators.find(one.code()).isEmpty())
			.map(one -> new Indicator(one.code(), "regime", LocalizedText.same(cut(one.name())), one.unit(), decimals(one.unit()), LocalizedText.same(cut(one.name())), null, List.of(),
					one.ratio() ? Aggregation.RATIO_OF_SUMS : Aggregation.SUM, one.ratio() ? Aggregation.RATIO_OF_SUMS : Aggregation.SUM, null, actor.agency(), frequency, "unverified"))
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
		List<String> unknown = new ArrayList<>();
		List<CellSpec> specs = DesignIntake.specs(template, known(), unknown);
		unknown.forEach(one -> problems.add(FieldProblem.of("/bieu", ROUGH + "unknown", "what", one.replaceFirst("^line 1: indicator: ", ""))));
		if (specs.isEmpty() && !template.tables().isEmpty() && template.tables().stream().allMatch(table -> table.growing() == 0)) {
			problems.add(FieldProblem.of("/bieu", ROUGH + "no-figures"));
		}
		TemplateFormulas.of(template, indicators::find).findings().stream().filter(finding -> !finding.finding().warning())
			.forEach(finding -> problems.add(new FieldProblem("/" + finding.where(), finding.finding().code(), finding.finding().values())));
		return problems;
	}

	/** From its first day the version is what agencies report by; the one before ends there. */
	@Transactional
	void publish(RegimeVersion draft, LocalDate from, Actor actor) {
		List<FieldProblem> problems = new ArrayList<>(problems(draft));
		boolean late = store.versions(draft.regime()).stream().anyMatch(other -> other.state() == RegimeVersion.State.PUBLISHED && !other.validFrom().isBefore(from));
		if (late) {
			problems.add(FieldProblem.of("/hieu-luc", ROUGH + "before-other"));
		}
		if (from.isBefore(today().minusYears(1)) || from.isAfter(today().plusYears(2))) {
			problems.add(FieldProblem.of("/hieu-luc", ROUGH + "far"));
		}
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
		RegimeVersion published = new RegimeVersion(draft.regime(), draft.number(), RegimeVersion.State.PUBLISHED, from, null, draft.content(), draft.template(), draft.edition(),
				clock.instant(), "");
		if (!store.put(published, actor)) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		store.end(draft.regime(), draft.number(), from);
		cells.register(draft.regime(), DesignIntake.specs(draft.template(), known(), new ArrayList<>()));
		store.changed(clock.instant());
		design.changed();
	}

	/** The version in force that a draft comes after. */
	Optional<RegimeVersion> before(RegimeVersion draft) {
		return store.versions(draft.regime()).stream().filter(version -> version.number() < draft.number() && version.state() == RegimeVersion.State.PUBLISHED)
			.reduce((_, later) -> later);
	}

	private Drafted version(String typed, int number, Actor actor) {
		int regime = number(typed);
		RegimeStore.Row row = store.regimes().stream().filter(one -> one.number() == regime).findFirst().orElseThrow();
		if (!row.owner().equals(actor.agency())) {
			throw new ProblemException(ReportingProblem.NO_SUCH_REGIME, "regime", typed);
		}
		return store.version(regime, number).map(version -> new Drafted(row.code(), version))
			.orElseThrow(() -> new ProblemException(ReportingProblem.NO_SUCH_REGIME, "regime", typed));
	}

	private int number(String typed) {
		try {
			return store.number(new RegimeCode(typed)).orElseThrow(() -> new ProblemException(ReportingProblem.NO_SUCH_REGIME, "regime", typed));
		}
		catch (IllegalArgumentException malformed) {
			throw new ProblemException(ReportingProblem.NO_SUCH_REGIME, "regime", typed.substring(0, Math.min(typed.length(), 60)));
		}
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

	private static int decimals(String unit) {
		return switch (unit) {
			case "percent", "billion-vnd", "million-vnd", "million-usd", "thousand-tonnes", "tonne", "hectare", "thousand-hectares", "kilometre", "ratio", "score" -> 2;
			default -> 0;
		};
	}

}
