package vn.motcua.reporting.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.Reference;

/** What a question asks for, indicator by indicator and part by part, with where it is read. */
@Component
class Measures {

	/** Indicators made of indicators made of indicators: no deeper. */
	private static final int DEEPEST = 8;

	record Found(PeriodType type, List<Measure> measures, List<Indicator> unreported) {
	}

	private final Indicators indicators;

	private final Sources sources;

	private final Formulas formulas;

	Measures(Indicators indicators, Sources sources, Formulas formulas) {
		this.indicators = indicators;
		this.sources = sources;
		this.formulas = formulas;
	}

	Found of(Question question) {
		List<Measure> measures = new ArrayList<>();
		List<Indicator> unreported = new ArrayList<>();
		for (IndicatorCode code : question.indicators()) {
			Indicator indicator = indicators.find(code).orElseThrow();
			List<Measure> of = parts(question, indicator).stream().flatMap(part -> measure(question, indicator, part, 0).stream()).toList();
			measures.addAll(of);
			if (of.isEmpty()) {
				unreported.add(indicator);
			}
		}
		PeriodType type = type(question, measures);
		List<Measure> fitting = measures.stream().filter(measure -> measure.sources().stream().allMatch(source -> Spans.madeOf(type, source.regime().periodType()))).toList();
		measures.stream().filter(measure -> !fitting.contains(measure)).map(Measure::indicator).distinct().forEach(unreported::add);
		return new Found(type, fitting, unreported);
	}

	private List<Breakdown> parts(Question question, Indicator indicator) {
		if (question.breakdowns().isEmpty()) {
			return List.of(Breakdown.WHOLE);
		}
		List<Breakdown> parts = new ArrayList<>();
		for (String part : question.breakdowns()) {
			if (part.contains("=")) {
				parts.add(new Breakdown(part));
				continue;
			}
			Optional<Indicator> read = formulas.of(indicator).map(formula -> formula.references().stream().findFirst().flatMap(first -> indicators.find(first.indicator())))
				.orElse(Optional.of(indicator));
			read.flatMap(found -> sources.find(question, found, Breakdown.WHOLE).or(() -> sources.anyPart(question, found, part)))
				.ifPresent(source -> parts.addAll(sources.items(source, part)));
		}
		return parts;
	}

	/** By its formula when it has one; the part of an input that has no such part is the whole of it, where another input has the part. */
	private Optional<Measure> measure(Question question, Indicator indicator, Breakdown part, int depth) {
		Optional<Formula> formula = formulas.of(indicator);
		if (formula.isEmpty()) {
			return sources.find(question, indicator, part).map(source -> Measure.reported(source, words(part)));
		}
		Map<Reference, Measure> inputs = new HashMap<>();
		for (Reference reference : formula.get().references()) {
			Optional<Indicator> input = reference.when() == Reference.When.BELOW || depth == DEEPEST ? Optional.empty() : indicators.find(reference.indicator());
			Optional<Measure> measure = input.flatMap(found -> reference.breakdown().whole()
					? measure(question, found, part, depth + 1).or(() -> measure(question, found, Breakdown.WHOLE, depth + 1))
					: measure(question, found, reference.breakdown(), depth + 1));
			if (measure.isEmpty()) {
				return Optional.empty();
			}
			inputs.put(reference, measure.get());
		}
		boolean parted = part.whole() || inputs.values().stream().anyMatch(input -> input.breakdown().equals(part));
		return inputs.isEmpty() || !parted ? Optional.empty() : Optional.of(new Measure(indicator, part, words(part), null, formula.get(), inputs));
	}

	private @Nullable LocalizedText words(Breakdown part) {
		return part.whole() ? null : indicators.words(part);
	}

	/** As asked for; else the longest of the periods reported, which the others can be summed to. */
	private static PeriodType type(Question question, List<Measure> measures) {
		if (question.periodType() != null) {
			return question.periodType();
		}
		return measures.stream().flatMap(measure -> measure.sources().stream()).map(Source::regime).map(Regime::periodType).max(Comparator.naturalOrder())
			.orElse(PeriodType.MONTH);
	}

}
