package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.formula.OverTime;

/** How figures of several units become one; exact, rounded half up where it divides. Of several periods: {@link OverTime}. */
final class Summing {

	private Summing() {
	}

	/** @param units places in the grid */
	static long overUnits(Grid grid, Cell cell, int[] units, int period) {
		if (units.length == 1) {
			return one(grid, cell, units[0], period);
		}
		return switch (cell.overUnits()) {
			case SUM -> sum(grid, cell, units, period);
			case MEAN -> mean(grid, cell, units, period);
			case WEIGHTED_MEAN -> weighted(grid, cell, units, period);
			case MIN, MAX -> extreme(grid, cell, units, period);
			case LAST, RATIO_OF_SUMS, NONE -> Totals.EMPTY;
		};
	}

	/** What a weighed figure of these units weighs beside those of other periods: the weight of those who gave both. */
	static long weight(Grid grid, Cell cell, int[] units, int period) {
		long sum = Totals.EMPTY;
		for (int unit : units) {
			long weight = weight(grid, cell, unit, period);
			sum = weight == Totals.EMPTY ? sum : sum == Totals.EMPTY ? weight : Math.addExact(sum, weight);
		}
		return sum;
	}

	/** Change on what was before, in tenths of a per cent. */
	static long growth(long amount, long before) {
		if (amount == Totals.EMPTY || before == Totals.EMPTY || before == 0) {
			return Totals.EMPTY;
		}
		BigDecimal change = BigDecimal.valueOf(amount).subtract(BigDecimal.valueOf(before));
		return tenths(change, BigDecimal.valueOf(before).abs());
	}

	/** Share of a whole, in tenths of a per cent. */
	static long share(long amount, long whole) {
		return amount == Totals.EMPTY || whole == Totals.EMPTY || whole == 0 ? Totals.EMPTY : tenths(BigDecimal.valueOf(amount), BigDecimal.valueOf(whole));
	}

	private static long tenths(BigDecimal part, BigDecimal whole) {
		BigDecimal tenths = part.multiply(BigDecimal.valueOf(1000)).divide(whole, 0, RoundingMode.HALF_UP);
		return tenths.precision() > 18 ? Totals.EMPTY : tenths.longValue();
	}

	private static long one(Grid grid, Cell cell, int unit, int period) {
		long amount = grid.amount(cell.position(), unit, period);
		if (amount == Totals.EMPTY || cell.overUnits() != Aggregation.MEAN || grid.leaf(unit)) {
			return amount;
		}
		int count = grid.count(cell.position(), unit, period);
		return count <= 1 ? amount : OverTime.divided(BigInteger.valueOf(amount), BigInteger.valueOf(count));
	}

	private static long sum(Grid grid, Cell cell, int[] units, int period) {
		long sum = Totals.EMPTY;
		for (int unit : units) {
			long amount = grid.amount(cell.position(), unit, period);
			sum = amount == Totals.EMPTY ? sum : sum == Totals.EMPTY ? amount : Math.addExact(sum, amount);
		}
		return sum;
	}

	private static long mean(Grid grid, Cell cell, int[] units, int period) {
		BigInteger sum = BigInteger.ZERO;
		long given = 0;
		for (int unit : units) {
			long amount = grid.amount(cell.position(), unit, period);
			if (amount != Totals.EMPTY) {
				sum = sum.add(BigInteger.valueOf(amount));
				given += grid.count(cell.position(), unit, period);
			}
		}
		return given == 0 ? Totals.EMPTY : OverTime.divided(sum, BigInteger.valueOf(given));
	}

	private static long weighted(Grid grid, Cell cell, int[] units, int period) {
		BigInteger sum = BigInteger.ZERO;
		BigInteger weights = BigInteger.ZERO;
		for (int unit : units) {
			long amount = grid.amount(cell.position(), unit, period);
			long weight = weight(grid, cell, unit, period);
			if (amount != Totals.EMPTY && weight != Totals.EMPTY) {
				sum = sum.add(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weight)));
				weights = weights.add(BigInteger.valueOf(weight));
			}
		}
		return weights.signum() == 0 ? Totals.EMPTY : OverTime.divided(sum, weights);
	}

	/** Of one agency its own, of a total that of the agencies in it that gave the figure: not all that weighs there. */
	private static long weight(Grid grid, Cell cell, int unit, int period) {
		if (!grid.leaf(unit)) {
			return grid.weight(cell.position(), unit, period);
		}
		if (grid.amount(cell.position(), unit, period) == Totals.EMPTY) {
			return Totals.EMPTY;
		}
		return cell.weight() == null ? 1 : grid.amount(cell.weight(), unit, period);
	}

	private static long extreme(Grid grid, Cell cell, int[] units, int period) {
		long extreme = Totals.EMPTY;
		for (int unit : units) {
			long amount = grid.amount(cell.position(), unit, period);
			if (amount != Totals.EMPTY) {
				boolean better = cell.overUnits() == Aggregation.MIN ? amount < extreme : amount > extreme;
				extreme = extreme == Totals.EMPTY || better ? amount : extreme;
			}
		}
		return extreme;
	}

}
