package vn.motcua.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Sums of sheets over the tree of the period's day, kept as values come in. A total is of the sheets of a unit and of all under it; communes have
 * none, their sheet is all there is.
 */
public interface Totals {

	/** Stands for the country, which is no agency. */
	int COUNTRY = 0;

	/** Where a sheet is in the work of reporting, counted in totals. */
	enum Tally {
		EXPECTED, STARTED, SENT, SENT_ON_TIME, ACCEPTED, RETURNED
	}

	/**
	 * @param unit number of the agency, or {@link #COUNTRY}
	 * @param amounts by position, {@link #EMPTY} where nothing was reported; in the cell's smallest unit: the sum (for {@code SUM},
	 * {@code MEAN}), the extreme (for {@code MIN}, {@code MAX}), the weighted mean's rounded value, else EMPTY
	 * @param counts by position, how many sheets gave a value
	 * @param weights by position of what is weighed, the weight of the sheets that gave both it and what weighs it: what their mean weighs beside others; {@link #EMPTY} or no place
	 * where nothing is
	 * @param tallies by {@link Tally#ordinal()}
	 */
	record Total(int unit, LocalDate period, long[] amounts, int[] counts, int[] tallies, long[] weights) {

		/** How many sheets gave a value for a cell. */
		public int count(Cell cell) {
			return cell.position() < counts.length ? counts[cell.position()] : 0;
		}

		/** What stands for the unit in a cell, a mean where it is one; {@code null} where nothing was reported or put together. */
		public @Nullable BigDecimal amount(Cell cell) {
			if (cell.position() >= amounts.length || amounts[cell.position()] == EMPTY) {
				return null;
			}
			BigDecimal amount = BigDecimal.valueOf(amounts[cell.position()], cell.decimals());
			return cell.overUnits() == Aggregation.MEAN && count(cell) > 0 ? amount.divide(BigDecimal.valueOf(count(cell)), cell.decimals(), RoundingMode.HALF_UP) : amount;
		}

	}

	/** In place of an amount where there is none. */
	long EMPTY = Long.MIN_VALUE;

	/** Totals of units for the periods of a regime that begin within the days, in the order of period and unit. At most 100,000. */
	List<Total> totals(int regime, LocalDate from, LocalDate to, List<Integer> units);

	/** The same with the counts of the work alone, which is less to read: amounts, counts of values and weights are empty. */
	List<Total> tallies(int regime, LocalDate from, LocalDate to, List<Integer> units);

	/** As {@link #count(SheetKey, List, List)} for many. */
	default void count(Collection<SheetKey> keys, List<Tally> in, List<Tally> out) {
		keys.forEach(key -> count(key, in, out));
	}

	/** Counts a sheet in or out of states of the work; joins the caller's transaction. */
	void count(SheetKey key, List<Tally> in, List<Tally> out);

}
