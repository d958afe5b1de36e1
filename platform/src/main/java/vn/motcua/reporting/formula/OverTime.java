package vn.motcua.reporting.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Totals;

/**
 * Makes one amount of those of several periods, as an indicator says. Amounts are whole numbers of the smallest unit, {@link Totals#EMPTY} where there is none;
 * exact, rounded half up where it divides.
 */
public final class OverTime {

	private OverTime() {
	}

	/**
	 * @param amounts oldest first
	 * @param weights beside them, for {@link Aggregation#WEIGHTED_MEAN}: an amount without a weight, or a weight without an amount, counts for nothing
	 * @param size how many periods, the first so many of the arrays
	 * @return {@link Totals#EMPTY} when nothing is there, or when amounts cannot be put together; a ratio of sums is for its formula to say
	 */
	public static long of(Aggregation how, long[] amounts, long[] weights, int size) {
		if (size == 1) {
			return amounts[0];
		}
		return switch (how) {
			case SUM -> sum(amounts, size);
			case MEAN -> mean(amounts, size);
			case WEIGHTED_MEAN -> weighted(amounts, weights, size);
			case LAST -> last(amounts, size);
			case MIN, MAX -> extreme(how == Aggregation.MIN, amounts, size);
			case RATIO_OF_SUMS, NONE -> Totals.EMPTY;
		};
	}

	/** Rounded half up. */
	public static long divided(BigInteger sum, BigInteger by) {
		return new BigDecimal(sum).divide(new BigDecimal(by), 0, RoundingMode.HALF_UP).longValueExact();
	}

	private static long sum(long[] amounts, int size) {
		long sum = Totals.EMPTY;
		for (int i = 0; i < size; i++) {
			sum = amounts[i] == Totals.EMPTY ? sum : sum == Totals.EMPTY ? amounts[i] : Math.addExact(sum, amounts[i]);
		}
		return sum;
	}

	private static long mean(long[] amounts, int size) {
		BigInteger sum = BigInteger.ZERO;
		long given = 0;
		for (int i = 0; i < size; i++) {
			if (amounts[i] != Totals.EMPTY) {
				sum = sum.add(BigInteger.valueOf(amounts[i]));
				given++;
			}
		}
		return given == 0 ? Totals.EMPTY : divided(sum, BigInteger.valueOf(given));
	}

	private static long weighted(long[] amounts, long[] weights, int size) {
		BigInteger sum = BigInteger.ZERO;
		BigInteger weight = BigInteger.ZERO;
		for (int i = 0; i < size; i++) {
			if (amounts[i] != Totals.EMPTY && weights[i] != Totals.EMPTY) {
				sum = sum.add(BigInteger.valueOf(amounts[i]).multiply(BigInteger.valueOf(weights[i])));
				weight = weight.add(BigInteger.valueOf(weights[i]));
			}
		}
		return weight.signum() == 0 ? Totals.EMPTY : divided(sum, weight);
	}

	private static long last(long[] amounts, int size) {
		for (int i = size - 1; i >= 0; i--) {
			if (amounts[i] != Totals.EMPTY) {
				return amounts[i];
			}
		}
		return Totals.EMPTY;
	}

	private static long extreme(boolean least, long[] amounts, int size) {
		long extreme = Totals.EMPTY;
		for (int i = 0; i < size; i++) {
			if (amounts[i] != Totals.EMPTY) {
				extreme = extreme == Totals.EMPTY ? amounts[i] : least ? Math.min(extreme, amounts[i]) : Math.max(extreme, amounts[i]);
			}
		}
		return extreme;
	}

}
