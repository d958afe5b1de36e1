package vn.motcua.reporting.analysis;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Totals;

/** What one regime's sheets and totals say of some places, units and periods, in arrays. */
final class Grid {

	private final int[] places;

	/** Index of a place. */
	private final int[] indexes;

	private final int periods;

	private final long[][] amounts;

	private final int[][] counts;

	/** What totals of weighed figures weigh; {@code null} at a place that none has. */
	private final long @Nullable [][] weights;

	private final int[] expected;

	private final int[] sent;

	private final int[] accepted;

	private final boolean[] leaf;

	Grid(int[] places, boolean[] leaf, int periods) {
		int cells = leaf.length * periods;
		this.places = places;
		this.indexes = new int[Arrays.stream(places).max().orElse(-1) + 1];
		this.periods = periods;
		this.leaf = leaf;
		this.amounts = new long[places.length][cells];
		this.counts = new int[places.length][cells];
		this.weights = new long[places.length][];
		this.expected = new int[cells];
		this.sent = new int[cells];
		this.accepted = new int[cells];
		for (int i = 0; i < places.length; i++) {
			indexes[places[i]] = i;
			Arrays.fill(amounts[i], Totals.EMPTY);
		}
	}

	/** Sheets of leaves. @param units their places in the grid, below 0 for what is not in it; @param values by the grid's places and beside the units */
	void sheets(int period, int[] units, long[][] values) {
		for (int i = 0; i < values.length; i++) {
			for (int sheet = 0; sheet < units.length; sheet++) {
				if (units[sheet] >= 0) {
					amounts[i][units[sheet] * periods + period] = values[i][sheet];
					counts[i][units[sheet] * periods + period] = values[i][sheet] == Totals.EMPTY ? 0 : 1;
				}
			}
		}
	}

	/** How far the one report of a leaf is. */
	void tallies(int unit, int period, Short[] tallies) {
		int at = unit * periods + period;
		expected[at] = tally(tallies, Totals.Tally.EXPECTED);
		sent[at] = tally(tallies, Totals.Tally.SENT);
		accepted[at] = tally(tallies, Totals.Tally.ACCEPTED);
	}

	void total(int unit, int period, Totals.Total total) {
		int at = unit * periods + period;
		for (int i = 0; i < places.length; i++) {
			int place = places[i];
			if (place < total.amounts().length) {
				amounts[i][at] = total.amounts()[place];
				counts[i][at] = place < total.counts().length ? total.counts()[place] : 0;
			}
			if (place < total.weights().length && total.weights()[place] != Totals.EMPTY) {
				weights[i] = weights[i] == null ? empty(amounts[i].length) : weights[i];
				weights[i][at] = total.weights()[place];
			}
		}
		expected[at] = tally(total, Totals.Tally.EXPECTED);
		sent[at] = tally(total, Totals.Tally.SENT);
		accepted[at] = tally(total, Totals.Tally.ACCEPTED);
	}

	long amount(int place, int unit, int period) {
		return amounts[indexes[place]][unit * periods + period];
	}

	/** What the total of a weighed figure weighs beside those of other units and periods: only who gave the figure and its weight does. */
	long weight(int place, int unit, int period) {
		long[] of = weights[indexes[place]];
		return of == null ? Totals.EMPTY : of[unit * periods + period];
	}

	/** How many sheets gave a value. */
	int count(int place, int unit, int period) {
		return counts[indexes[place]][unit * periods + period];
	}

	boolean leaf(int unit) {
		return leaf[unit];
	}

	int expected(int unit, int period) {
		return expected[unit * periods + period];
	}

	int sent(int unit, int period) {
		return sent[unit * periods + period];
	}

	int accepted(int unit, int period) {
		return accepted[unit * periods + period];
	}

	private static long[] empty(int size) {
		long[] empty = new long[size];
		Arrays.fill(empty, Totals.EMPTY);
		return empty;
	}

	private static int tally(Totals.Total total, Totals.Tally tally) {
		return tally.ordinal() < total.tallies().length ? total.tallies()[tally.ordinal()] : 0;
	}

	private static int tally(Short[] tallies, Totals.Tally tally) {
		return tally.ordinal() < tallies.length ? tallies[tally.ordinal()] : 0;
	}

}
