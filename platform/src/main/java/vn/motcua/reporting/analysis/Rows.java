package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Totals;

/** Makes the rows of one indicator: its values, and what was asked for beside them. */
final class Rows {

	private static final int PERCENT_DECIMALS = 1;

	private final Question question;

	private final Columns columns;

	private final List<Unit> units;

	private final Evaluation evaluation;

	private final Map<FigureStore.Target, FigureStore.Planned> targets;

	private final Evaluation.Outcome outcome = new Evaluation.Outcome();

	Rows(Question question, Columns columns, List<Unit> units, Evaluation evaluation, Map<FigureStore.Target, FigureStore.Planned> targets) {
		this.question = question;
		this.columns = columns;
		this.units = units;
		this.evaluation = evaluation;
		this.targets = targets;
	}

	List<Answer.Row> of(Measure measure) {
		List<Figure> figures = Arrays.stream(Figure.values()).filter(question::compares).toList();
		List<List<Answer.Row>> byFigure = figures.stream().<List<Answer.Row>>map(_ -> new ArrayList<>(units.size())).toList();
		for (int u = 0; u < units.size(); u++) {
			Answer.Row values = values(measure, u, false);
			Answer.@Nullable Row sums = needsSums() ? values(measure, u, true) : null;
			for (int f = 0; f < figures.size(); f++) {
				byFigure.get(f).add(cut(derived(figures.get(f), values, sums)));
			}
		}
		return byFigure.size() == 1 ? byFigure.getFirst() : byFigure.stream().flatMap(List::stream).toList();
	}

	private boolean needsSums() {
		return question.compares(Figure.CUMULATIVE) || question.compares(Figure.TARGET_SHARE);
	}

	private Answer.Row values(Measure measure, int unit, boolean yearToDate) {
		Answer.Row row = empty(measure, Figure.VALUE, units.get(unit), measure.decimals());
		for (int c = 0; c < columns.all().size(); c++) {
			evaluation.of(measure, unit, c, yearToDate, outcome);
			row.amounts()[c] = outcome.amount;
			row.flags()[c] = (byte) outcome.flags;
			row.sent()[c] = outcome.sent;
			row.expected()[c] = outcome.expected;
		}
		return row;
	}

	private Answer.Row derived(Figure figure, Answer.Row values, Answer.@Nullable Row sums) {
		Answer.Row row = figure == Figure.VALUE ? values : empty(values.measure(), figure, values.unit(), figure.percent() ? PERCENT_DECIMALS : values.decimals());
		for (int c = 0; figure != Figure.VALUE && c < columns.all().size(); c++) {
			int before = figure == Figure.PREVIOUS || figure == Figure.GROWTH ? c - 1 : figure == Figure.YEAR_AGO || figure == Figure.GROWTH_YEAR ? columns.yearBefore(c) : c;
			Answer.Row from = sums != null && (figure == Figure.CUMULATIVE || figure == Figure.TARGET_SHARE && values.measure().indicator().overTime() == Aggregation.SUM) ? sums : values;
			row.amounts()[c] = switch (figure) {
				case VALUE, CUMULATIVE -> from.amounts()[c];
				case PREVIOUS, YEAR_AGO -> at(values, before);
				case TARGET -> target(values, c);
				case GROWTH, GROWTH_YEAR -> Summing.growth(values.amounts()[c], at(values, before));
				case TARGET_SHARE -> Summing.share(from.amounts()[c], target(values, c));
			};
			FigureStore.@Nullable Planned planned = figure == Figure.TARGET || figure == Figure.TARGET_SHARE ? planned(values, c) : null;
			int plan = planned == null ? 0 : planned.flags();
			int seen = before < 0 || figure == Figure.TARGET ? plan : figure == Figure.PREVIOUS || figure == Figure.YEAR_AGO ? values.flags(before) : from.flags(c) | values.flags(before) | plan;
			row.flags()[c] = (byte) (row.amounts()[c] == Totals.EMPTY ? Flag.MISSING.bit() : seen & ~Flag.MISSING.bit());
			int reported = figure == Figure.PREVIOUS || figure == Figure.YEAR_AGO ? before : figure == Figure.TARGET ? -1 : c;
			row.sent()[c] = reported < 0 ? 0 : from.sent()[reported];
			row.expected()[c] = reported < 0 ? 0 : from.expected()[reported];
		}
		return row;
	}

	private static long at(Answer.Row values, int column) {
		return column < 0 ? Totals.EMPTY : values.amounts()[column];
	}

	private FigureStore.@Nullable Planned planned(Answer.Row values, int column) {
		int year = columns.all().get(column).starts().getYear();
		return values.measure().breakdown().whole() ? targets.get(new FigureStore.Target(values.measure().indicator().code().value(), year, values.unit().number())) : null;
	}

	private long target(Answer.Row values, int column) {
		FigureStore.@Nullable Planned planned = planned(values, column);
		return planned == null ? Totals.EMPTY : planned.amount().setScale(values.decimals(), RoundingMode.HALF_UP).unscaledValue().longValueExact();
	}

	private Answer.Row empty(Measure measure, Figure figure, Unit unit, int decimals) {
		int size = columns.all().size();
		return new Answer.Row(measure, figure, unit, decimals, new long[size], new byte[size], new int[size], new int[size]);
	}

	/** Without the columns before the first shown. */
	private Answer.Row cut(Answer.Row row) {
		int from = columns.first();
		int to = columns.all().size();
		return from == 0 ? row : new Answer.Row(row.measure(), row.figure(), row.unit(), row.decimals(), Arrays.copyOfRange(row.amounts(), from, to),
				Arrays.copyOfRange(row.flags(), from, to), Arrays.copyOfRange(row.sent(), from, to), Arrays.copyOfRange(row.expected(), from, to));
	}

}
