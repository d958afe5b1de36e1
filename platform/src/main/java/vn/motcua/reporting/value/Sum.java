package vn.motcua.reporting.value;

import java.util.Arrays;
import java.util.List;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Totals.Tally;

/**
 * One total while sheets are added to it: differences are added, so that adding what changed gives what counting again gives. Two changes of one cell
 * may come in the wrong order, and for a moment nothing seems to be counted: the sum is kept then too, and only whoever reads is told that there is
 * none. Extremes, weighted means and what they weigh are not sums; {@link Extremes} sets them.
 */
final class Sum {

	private static final int TALLIES = Tally.values().length;

	private long[] amounts;

	private int[] counts;

	private final int[] tallies;

	private long[] weights;

	Sum() {
		this(new long[0], new int[0], new int[TALLIES], new long[0]);
	}

	Sum(long[] amounts, int[] counts, int[] tallies, long[] weights) {
		this.amounts = amounts;
		this.counts = counts;
		this.tallies = Arrays.copyOf(tallies, TALLIES);
		this.weights = weights;
	}

	static boolean added(Aggregation aggregation) {
		return aggregation == Aggregation.SUM || aggregation == Aggregation.MEAN;
	}

	void change(List<Cell> cells, int place, long before, long after) {
		room(place + 1);
		counts[place] += (after == Amounts.EMPTY ? 0 : 1) - (before == Amounts.EMPTY ? 0 : 1);
		if (added(cells.get(place).overUnits())) {
			long stood = amounts[place] == Amounts.EMPTY ? 0 : amounts[place];
			amounts[place] = stood + (after == Amounts.EMPTY ? 0 : after) - (before == Amounts.EMPTY ? 0 : before);
		}
	}

	void set(int place, long amount) {
		room(place + 1);
		amounts[place] = amount;
	}

	void weigh(int place, long weight) {
		weights = Amounts.withRoom(weights, place + 1);
		weights[place] = weight;
	}

	void tally(int[] differences) {
		for (int i = 0; i < differences.length; i++) {
			tallies[i] += differences[i];
		}
	}

	/** As it is kept. */
	long[] amounts() {
		return amounts;
	}

	/** As it is read: nothing where nobody gave a value. */
	static long[] read(long[] amounts, int[] counts, int places) {
		long[] read = Amounts.withRoom(amounts, places);
		for (int place = 0; place < read.length; place++) {
			if (place >= counts.length || counts[place] == 0) {
				read[place] = Amounts.EMPTY;
			}
		}
		return read;
	}

	int[] counts() {
		return counts;
	}

	int[] tallies() {
		return tallies;
	}

	/** By place of what is weighed; no longer than the last of them. */
	long[] weights() {
		return weights;
	}

	/** Says nothing that no total would say. */
	boolean nothing() {
		return Arrays.stream(counts).allMatch(count -> count == 0) && Arrays.stream(tallies).allMatch(count -> count == 0);
	}

	/** With the same figures, whatever room each has. */
	boolean same(Sum other) {
		int places = Math.max(Math.max(amounts.length, other.amounts.length), Math.max(weights.length, other.weights.length));
		return Arrays.equals(read(amounts, counts, places), read(other.amounts, other.counts, places))
				&& Arrays.equals(Arrays.copyOf(counts, places), Arrays.copyOf(other.counts, places)) && Arrays.equals(tallies, other.tallies)
				&& Arrays.equals(Amounts.withRoom(weights, places), Amounts.withRoom(other.weights, places));
	}

	private void room(int places) {
		if (places > amounts.length) {
			amounts = Amounts.withRoom(amounts, places);
			counts = Arrays.copyOf(counts, places);
		}
	}

}
