package vn.motcua.reporting.analysis;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;

/** Answers questions: finds where the indicators are reported, reads each regime once, and puts the figures together. */
@Component
public class Analyst {

	/** Figures in one answer. */
	static final long MOST_FIGURES = 1_000_000;

	private final Measures measures;

	private final Regimes regimes;

	private final Units units;

	private final Reading reading;

	private final FigureStore store;

	private final Clock clock;

	Analyst(Measures measures, Regimes regimes, Units units, Reading reading, FigureStore store, Clock clock) {
		this.measures = measures;
		this.regimes = regimes;
		this.units = units;
		this.reading = reading;
		this.store = store;
		this.clock = clock;
	}

	/** @throws ProblemException when it would have more than {@link #MOST_FIGURES} figures */
	public Answer answer(Question question) {
		return answer(question, MOST_FIGURES);
	}

	/** @throws ProblemException when it would have more than {@code most} figures */
	public Answer answer(Question question, long most) {
		Measures.Found found = measures.of(question);
		Map<Integer, List<Opening>> openings = openings(question, found);
		Columns columns = Columns.of(found.type(), openings, question);
		List<LocalDate> days = new ArrayList<>(new TreeSet<>(openings.values().stream().flatMap(List::stream)
			.filter(opening -> !opening.period().starts().isBefore(question.from())).map(opening -> opening.period().to()).toList()));
		List<Unit> asked = units.of(question, days);
		long figures = (long) found.measures().size() * question.figures().size() * asked.size() * Math.max(1, columns.all().size());
		if (figures > most) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/to", "reporting.analysis.too-large", "max", most)));
		}
		Map<Integer, Reading.Read> reads = new HashMap<>();
		places(found.measures()).forEach((regime, places) -> reads.put(regime,
				reading.read(regime, openings.get(regime), asked, places.stream().mapToInt(Integer::intValue).toArray(), question)));
		Evaluation evaluation = new Evaluation(reads, columns, clock.instant());
		Rows rows = new Rows(question, columns, asked, evaluation, targets(question, found, asked));
		List<Answer.Row> answered = found.measures().size() == 1 ? rows.of(found.measures().getFirst())
				: found.measures().stream().flatMap(measure -> rows.of(measure).stream()).toList();
		return new Answer(question, found.type(), columns.shown(), found.measures(), asked, answered, found.unreported());
	}

	private Map<Integer, List<Opening>> openings(Question question, Measures.Found found) {
		Map<Integer, List<Opening>> openings = new LinkedHashMap<>();
		int yearsBack = found.measures().stream().mapToInt(Measure::yearsBack).max().orElse(0);
		LocalDate from = whole(found.type(), question.readFrom().minusYears(yearsBack));
		LocalDate to = Spans.end(found.type(), question.to());
		for (Measure measure : found.measures()) {
			for (Source source : measure.sources()) {
				openings.computeIfAbsent(source.regime().number(), regime -> regimes.periods(regime, from, to).stream()
					.sorted(Comparator.comparing((Opening opening) -> opening.period().starts())).toList());
			}
		}
		return openings;
	}

	/** A long period is never read in part, neither at its beginning nor at its end; a week begins in the year before its own. */
	private static LocalDate whole(PeriodType type, LocalDate from) {
		if (type == PeriodType.WEEK) {
			return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		}
		LocalDate bucket = Spans.bucket(type, from);
		return bucket == null ? from : bucket;
	}

	private static Map<Integer, TreeSet<Integer>> places(List<Measure> measures) {
		Map<Integer, TreeSet<Integer>> places = new TreeMap<>();
		for (Measure measure : measures) {
			for (Source source : measure.sources()) {
				TreeSet<Integer> of = places.computeIfAbsent(source.regime().number(), regime -> new TreeSet<>());
				of.add(source.cell().position());
				if (source.cell().weight() != null) {
					of.add(source.cell().weight());
				}
				if (source.weight() != null) {
					of.add(source.weight().position());
				}
			}
		}
		return places;
	}

	private Map<FigureStore.Target, FigureStore.Planned> targets(Question question, Measures.Found found, List<Unit> asked) {
		if (!question.compares(Figure.TARGET) && !question.compares(Figure.TARGET_SHARE)) {
			return Map.of();
		}
		List<String> codes = found.measures().stream().map(measure -> measure.indicator().code()).distinct().map(IndicatorCode::value).toList();
		return store.targets(codes, question.from().getYear(), question.to().getYear(), asked.stream().mapToInt(Unit::number).toArray());
	}

}
