package vn.motcua.reporting.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Totals;

/** Amounts as they are kept: whole numbers of the smallest unit of their cell. */
final class Amounts {

	static final long EMPTY = Totals.EMPTY;

	/** 15 digits: the sum over every commune still fits, unless nearly all of them stand at this edge. */
	static final long MOST = 999_999_999_999_999L;

	static final int DIGITS = 15;

	private Amounts() {
	}

	static @Nullable BigDecimal decimal(long amount, int decimals) {
		return amount == EMPTY ? null : BigDecimal.valueOf(amount, decimals);
	}

	/** What is wrong with an amount for a cell, if anything. */
	static Optional<FieldProblem> problem(String pointer, Cell cell, @Nullable BigDecimal amount) {
		if (amount == null) {
			return Optional.empty();
		}
		if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > cell.decimals()) {
			return Optional.of(FieldProblem.of(pointer, "reporting.decimals", "max", cell.decimals()));
		}
		if (amount.signum() != 0 && (long) amount.precision() - amount.scale() + cell.decimals() > DIGITS) {
			return Optional.of(FieldProblem.of(pointer, "reporting.digits", "max", DIGITS));
		}
		return Optional.empty();
	}

	/** Only of an amount that has no problem. */
	static long kept(Cell cell, @Nullable BigDecimal amount) {
		return amount == null ? EMPTY : amount.setScale(cell.decimals()).unscaledValue().longValueExact();
	}

	static long at(long[] amounts, int place) {
		return place < amounts.length ? amounts[place] : EMPTY;
	}

	/** The same amounts with room for at least so many. */
	static long[] withRoom(long[] amounts, int places) {
		if (places <= amounts.length) {
			return amounts.clone();
		}
		long[] more = Arrays.copyOf(amounts, places);
		Arrays.fill(more, amounts.length, places, EMPTY);
		return more;
	}

	/** Cells that have a value. */
	static Map<Integer, BigDecimal> byPosition(long[] amounts, List<Cell> cells) {
		Map<Integer, BigDecimal> found = new LinkedHashMap<>();
		for (int place = 0; place < amounts.length; place++) {
			if (amounts[place] != EMPTY) {
				found.put(place, BigDecimal.valueOf(amounts[place], cells.get(place).decimals()));
			}
		}
		return found;
	}

}
