package vn.motcua.reporting.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Cell;

/** Figures that are no sums, read from every sheet of a period again: the least, the greatest, the weighted mean, and what a mean weighs beside those of others. */
final class Extremes {

	private final List<Cell> special;

	private final Map<Integer, Figure[]> units = new HashMap<>();

	Extremes(List<Cell> cells) {
		this.special = special(cells);
	}

	private static final class Figure {

		long extreme = Amounts.EMPTY;

		BigDecimal products = BigDecimal.ZERO;

		BigDecimal weights = BigDecimal.ZERO;

		int weighing;

		long weight() {
			return weighing == 0 ? Amounts.EMPTY : weights.longValueExact();
		}

	}

	static List<Cell> special(List<Cell> cells) {
		return cells.stream().filter(cell -> read(cell) || cell.weight() != null).toList();
	}

	boolean none() {
		return special.isEmpty();
	}

	/** Whether a change of these places changes one of them. */
	static boolean touched(List<Cell> cells, int[] places) {
		for (int place : places) {
			Cell own = cells.get(place);
			if (read(own) || own.weight() != null || weighs(cells, place)) {
				return true;
			}
		}
		return false;
	}

	/** Whether its total is no sum. */
	private static boolean read(Cell cell) {
		return switch (cell.overUnits()) {
			case MIN, MAX, WEIGHTED_MEAN -> true;
			case SUM, MEAN, LAST, RATIO_OF_SUMS, NONE -> false;
		};
	}

	private static boolean weighs(List<Cell> cells, int place) {
		for (Cell cell : cells) {
			if (cell.weight() != null && cell.weight() == place) {
				return true;
			}
		}
		return false;
	}

	void add(int[] line, long[] amounts) {
		for (int unit : line) {
			Figure[] figures = units.computeIfAbsent(unit, _ -> new Figure[special.size()]);
			for (int index = 0; index < figures.length; index++) {
				if (figures[index] == null) {
					figures[index] = new Figure();
				}
				add(figures[index], special.get(index), amounts);
			}
		}
	}

	/** Sets them in a total. */
	void put(int unit, Sum sum) {
		Figure[] figures = units.get(unit);
		for (int index = 0; index < special.size(); index++) {
			Cell cell = special.get(index);
			if (read(cell)) {
				sum.set(cell.position(), figures == null ? Amounts.EMPTY : figure(cell, figures[index]));
			}
			if (weighed(cell)) {
				sum.weigh(cell.position(), figures == null ? Amounts.EMPTY : figures[index].weight());
			}
		}
	}

	private static void add(Figure figure, Cell cell, long[] amounts) {
		long amount = Amounts.at(amounts, cell.position());
		if (amount == Amounts.EMPTY) {
			return;
		}
		if (weighed(cell)) {
			long weight = cell.weight() == null ? 1 : Amounts.at(amounts, cell.weight());
			if (weight != Amounts.EMPTY) {
				figure.products = figure.products.add(BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(weight)));
				figure.weights = figure.weights.add(BigDecimal.valueOf(weight));
				figure.weighing++;
			}
		}
		if (figure.extreme == Amounts.EMPTY) {
			figure.extreme = amount;
		}
		else {
			figure.extreme = cell.overUnits() == Aggregation.MIN ? Math.min(figure.extreme, amount) : Math.max(figure.extreme, amount);
		}
	}

	private static boolean weighed(Cell cell) {
		return cell.overUnits() == Aggregation.WEIGHTED_MEAN || cell.weight() != null;
	}

	private static long figure(Cell cell, Figure figure) {
		if (cell.overUnits() != Aggregation.WEIGHTED_MEAN) {
			return figure.extreme;
		}
		return figure.weights.signum() == 0 ? Amounts.EMPTY : figure.products.divide(figure.weights, 0, RoundingMode.HALF_UP).longValue();
	}

}
