package vn.motcua.reporting.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.formula.Reference;

/** Opens what stands beside a value: the figures of other periods and the plan that it was worked out of. */
@Component
class Derivation {

	private final FigureQuestion questions;

	private final Analyst analyst;

	private final FigureStore store;

	Derivation(FigureQuestion questions, Analyst analyst, FigureStore store) {
		this.questions = questions;
		this.analyst = analyst;
		this.store = store;
	}

	/** What stands beside the value at this address, {@code null} where it is the value itself. */
	@Nullable DerivedView of(String indicator, String period, String agency, Map<String, String[]> given) {
		Question question = questions.of(indicator, period, agency, given);
		Figure figure = question.figures().stream().filter(one -> one != Figure.VALUE).findFirst().orElse(Figure.VALUE);
		if (figure == Figure.VALUE) {
			return null;
		}
		Answer answer = analyst.answer(question);
		Answer.Row row = answer.rows().stream().filter(one -> one.figure() == figure).findFirst().filter(_ -> !answer.columns().isEmpty())
			.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		FigureStore.@Nullable Planned planned = figure == Figure.TARGET || figure == Figure.TARGET_SHARE ? planned(answer, row) : null;
		return new DerivedView(answer, row, made(question, row), planned == null ? null : planned.amount(), planned == null ? null : planned.source());
	}

	static boolean addsUp(Answer.Row row) {
		return row.measure().indicator().overTime() == Aggregation.SUM;
	}

	private FigureStore.@Nullable Planned planned(Answer answer, Answer.Row row) {
		int year = answer.columns().getFirst().starts().getYear();
		return store.targets(List.of(row.measure().indicator().code().value()), year, year, new int[] { row.unit().number() }).values().stream().findFirst().orElse(null);
	}

	/** From the regime that the figure was read from, also where another was reported under in the longer time. */
	private List<LinesView.Of> made(Question question, Answer.Row row) {
		@Nullable Source source = row.measure().source();
		Answer values = analyst.answer(new Question(question.indicators(), question.breakdowns(), question.agencies(), null, question.readFrom(), question.to(), question.periodType(),
				question.asOf(), Set.of(Figure.VALUE), source == null ? question.regime() : source.regime().code(), null, false));
		int last = values.columns().size() - 1;
		Answer.Row of = values.rows().getFirst();
		return places(row, values, last).filter(place -> place >= 0).mapToObj(place -> new LinesView.Of(values, of, place)).toList();
	}

	private static IntStream places(Answer.Row row, Answer values, int last) {
		int yearBefore = Columns.before(values.type(), values.columns(), last, Reference.When.LAST_YEAR);
		return switch (row.figure()) {
			case VALUE -> IntStream.of(last);
			case PREVIOUS -> IntStream.of(last - 1);
			case YEAR_AGO -> IntStream.of(yearBefore);
			case GROWTH -> IntStream.of(last - 1, last);
			case GROWTH_YEAR -> IntStream.of(yearBefore, last);
			case TARGET -> IntStream.empty();
			case CUMULATIVE -> ofTheYear(values, last);
			case TARGET_SHARE -> addsUp(row) ? ofTheYear(values, last) : IntStream.of(last);
		};
	}

	private static IntStream ofTheYear(Answer values, int last) {
		int year = Spans.year(values.type(), values.columns().get(last).starts());
		return IntStream.rangeClosed(0, last).filter(place -> Spans.year(values.type(), values.columns().get(place).starts()) == year);
	}

}
