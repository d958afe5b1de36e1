package vn.motcua.reporting.regime;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.Template.TableCell;
import vn.motcua.site.Messages;

/** Indicators that a template asks for and that belong to the agency which designs it, or to one that it answers for. */
@Component
class OwnIndicators {

	/** Parts, and figures of other periods and levels. */
	private static final Pattern OF_OTHERS = Pattern.compile("\\[|\\b(prev|lastyear|below)\\(");

	private final IndicatorStore store;

	private final RegimeStore regimes;

	private final Indicators indicators;

	private final Design design;

	private final Messages messages;

	private final AnsweredFor answered;

	private final Clock clock;

	OwnIndicators(IndicatorStore store, RegimeStore regimes, Indicators indicators, Design design, Messages messages, AnsweredFor answered, Clock clock) {
		this.store = store;
		this.regimes = regimes;
		this.indicators = indicators;
		this.design = design;
		this.messages = messages;
		this.answered = answered;
		this.clock = clock;
	}

	/** In the order in which they stand in the tables. */
	List<Indicator> of(Template template, Actor actor) {
		Set<IndicatorCode> own = store.own(agencies(actor));
		return cells(template).stream().map(TableCell::indicator).filter(own::contains).distinct().flatMap(code -> indicators.find(code).stream()).toList();
	}

	UnitWords units() {
		return new UnitWords(design.register().indicators(), messages);
	}

	/** Those with places in sheets. */
	Set<IndicatorCode> placed(Collection<Indicator> own) {
		return store.placed(own.stream().map(Indicator::code).toList());
	}

	/** What may weigh another, with its name. */
	Map<IndicatorCode, Indicator> weights(Template template) {
		Map<IndicatorCode, Indicator> weights = new LinkedHashMap<>();
		cells(template).stream().map(TableCell::indicator).filter(Objects::nonNull).flatMap(code -> indicators.find(code).stream()).forEach(one -> weights.putIfAbsent(one.code(), one));
		return weights;
	}

	List<Indicator> said(OwnIndicatorsForm form, Template template, List<Indicator> own) {
		return form.indicators(own, placed(own), formulas(template.tables()).keySet(), weights(template).keySet());
	}

	/** Shares are computed again above and over time by the formula of their cell; what the cell says last holds. */
	void computeAgain(Template template, Actor actor) {
		Map<IndicatorCode, String> formulas = formulas(template.tables());
		change(of(template, actor).stream().filter(OwnIndicators::ratio).filter(one -> !Objects.equals(one.formula(), formulas.get(one.code())))
			.map(one -> new Indicator(one.code(), one.field(), one.name(), one.unit(), one.decimals(), one.definition(), formulas.get(one.code()), one.dimensions(), one.overUnits(),
					one.overTime(), one.weight(), one.responsible(), one.frequency(), one.source()))
			.toList(), actor);
	}

	/** What drafts of a regime asked for at some time and nothing asks for any more goes away; its codes were never published and are free again. */
	void forgetUnused(RegimeCode regime, Actor actor) {
		while (store.deleteUnused(agencies(actor), OwnCodes.prefix(regime)) > 0) {
			// what only weighed one of those is unused now too
		}
	}

	/** Names of those that should be computed again and have nothing to compute by. */
	List<LocalizedText> lost(Template template) {
		Map<IndicatorCode, String> formulas = formulas(template.tables());
		List<Indicator> lost = weights(template).values().stream().filter(OwnIndicators::ratio).filter(one -> !one.computed() && !formulas.containsKey(one.code())).toList();
		Set<IndicatorCode> placed = placed(lost);
		return lost.stream().filter(one -> !placed.contains(one.code())).map(Indicator::name).toList();
	}

	private static boolean ratio(Indicator one) {
		return one.overUnits() == Aggregation.RATIO_OF_SUMS || one.overTime() == Aggregation.RATIO_OF_SUMS;
	}

	/** Formulas of cells that are the whole of an indicator, over wholes of the same report. */
	static Map<IndicatorCode, String> formulas(List<Template.Table> tables) {
		Map<IndicatorCode, String> formulas = new LinkedHashMap<>();
		tables.stream().flatMap(table -> table.cells().stream()).filter(cell -> cell.indicator() != null && cell.formula() != null && cell.breakdown().whole() && !OF_OTHERS.matcher(cell.formula()).find())
			.forEach(cell -> formulas.putIfAbsent(cell.indicator(), cell.formula()));
		return formulas;
	}

	void change(List<Indicator> said, Actor actor) {
		if (!said.isEmpty()) {
			store.change(said, agencies(actor));
			regimes.changed(clock.instant());
			design.changed();
		}
	}

	/** Numbers of those whose indicators the actor's agency may change: its own, and what those made that went into it. */
	private List<Integer> agencies(Actor actor) {
		return answered.by(Objects.requireNonNull(actor.agency()));
	}

	private static List<TableCell> cells(Template template) {
		return template.tables().stream().flatMap(table -> table.cells().stream()).toList();
	}

}
