package vn.motcua.reporting.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;

/**
 * Which regime an indicator is read from when several ask for it. The one that is named; else, of those whose periods are the ones asked for (or the
 * indicator's own frequency when none is), and after them of those whose periods these can be made of, the longest first: one that anybody reported under
 * in that time, then that of the agency which answers for the indicator, then the one that was set up first.
 */
@Component
class Sources {

	private final Regimes regimes;

	private final Cells cells;

	private final FigureStore store;

	Sources(Regimes regimes, Cells cells, FigureStore store) {
		this.regimes = regimes;
		this.cells = cells;
		this.store = store;
	}

	Optional<Source> find(Question question, Indicator indicator, Breakdown breakdown) {
		if (question.regime() != null) {
			return regimes.find(question.regime()).flatMap(regime -> in(regime, indicator, breakdown));
		}
		PeriodType wanted = question.periodType() != null ? question.periodType() : indicator.frequency();
		List<Source> all = regimes.all().stream().flatMap(regime -> in(regime, indicator, breakdown).stream()).toList();
		Optional<Source> suiting = best(all.stream().filter(source -> Spans.madeOf(wanted, source.regime().periodType())).toList(), indicator, question);
		return question.periodType() == null ? suiting.or(() -> best(all, indicator, question)) : suiting;
	}

	/** Breakdowns that the regime of a source has of one dimension, in the order of their places. */
	List<Breakdown> items(Source whole, String dimension) {
		return cells.of(whole.regime().number()).stream().filter(cell -> cell.indicator().equals(whole.indicator().code())).map(Cell::breakdown)
			.filter(breakdown -> breakdown.value().startsWith(dimension + "=") && !breakdown.value().contains(",")).toList();
	}

	/** Where any part of a dimension is reported when the whole is not. */
	Optional<Source> anyPart(Question question, Indicator indicator, String dimension) {
		return regimes.all().stream().flatMap(regime -> cells.of(regime.number()).stream()).filter(cell -> cell.indicator().equals(indicator.code()))
			.map(Cell::breakdown).filter(breakdown -> breakdown.value().startsWith(dimension + "=")).findFirst().flatMap(breakdown -> find(question, indicator, breakdown));
	}

	private Optional<Source> in(Regime regime, Indicator indicator, Breakdown breakdown) {
		return cells.find(regime.number(), indicator.code(), breakdown).map(cell -> new Source(regime, cell, indicator, weight(regime, indicator, breakdown)));
	}

	/** The same part of what weighs it, else its whole. */
	private @Nullable Cell weight(Regime regime, Indicator indicator, Breakdown breakdown) {
		IndicatorCode weighing = indicator.weight();
		return weighing == null ? null : cells.find(regime.number(), weighing, breakdown).or(() -> cells.find(regime.number(), weighing, Breakdown.WHOLE)).orElse(null);
	}

	private Optional<Source> best(List<Source> sources, Indicator indicator, Question question) {
		if (sources.size() < 2) {
			return sources.stream().findFirst();
		}
		return sources.stream().min(Comparator.comparing((Source source) -> -source.regime().periodType().ordinal())
			.thenComparing(source -> !store.reportedWithin(source.regime().number(), question.from(), question.to()))
			.thenComparing(source -> !source.regime().owner().equals(indicator.responsible())).thenComparing(source -> source.regime().number()));
	}

}
