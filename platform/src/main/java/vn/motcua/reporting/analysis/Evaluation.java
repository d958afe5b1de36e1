package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.OverTime;
import vn.motcua.reporting.formula.Reference;

/** Works single figures out of what was read. Belongs to one answer and one thread. */
final class Evaluation {

	/** A figure and what must be said beside it; used again for the next. */
	static final class Outcome {

		long amount;

		int flags;

		int sent;

		int expected;

		private boolean split;

		private boolean gap;

		private boolean open;

		private boolean accepted;

		private boolean closed;

		/** Reports that a formula has read by now, each by its regime and period; {@code null} for a reported figure. */
		private @Nullable Set<Long> counted;

		private void begin() {
			amount = Totals.EMPTY;
			flags = 0;
			sent = 0;
			expected = 0;
			split = false;
			gap = false;
			open = false;
			accepted = true;
			closed = true;
			counted = null;
		}

		/** Whether reports are to be counted: a formula that reads several figures of them reads the same ones. */
		private boolean counts(int regime, int period) {
			return counted == null || counted.add((long) regime << Integer.SIZE | period);
		}

		/** Takes over what must be said of an earlier figure; how many reports came is of the period itself. */
		private void readsAlso(Outcome earlier) {
			flags |= earlier.flags;
			split |= earlier.split;
			gap |= earlier.gap || earlier.sent < earlier.expected;
			boolean settled = earlier.closed || earlier.accepted;
			accepted &= settled;
			closed &= settled;
		}

	}

	/**
	 * What was read of one regime.
	 *
	 * @param over whether a period's days were over
	 * @param periods by column: those of the regime it is made of
	 * @param yearToDate the same from the beginning of the column's year on
	 */
	private record Side(Reading.Read read, boolean[] over, int[][] periods, int[][] yearToDate) {
	}

	private final Map<Integer, Side> sides = new HashMap<>();

	private final Columns columns;

	private long[] amounts = new long[16];

	private long[] weights = new long[16];

	private int lastRegime = -1;

	private @Nullable Side lastSide;

	Evaluation(Map<Integer, Reading.Read> reads, Columns columns, Instant now) {
		this.columns = columns;
		reads.forEach((regime, read) -> {
			boolean[] over = new boolean[read.openings().size()];
			for (int p = 0; p < over.length; p++) {
				over[p] = Reading.over(read.openings().get(p), now);
			}
			sides.put(regime, new Side(read, over, columns.sources().get(regime), columns.yearToDate().get(regime)));
		});
	}

	/** @param yearToDate from the first period of the column's year on */
	void of(Measure measure, int unit, int column, boolean yearToDate, Outcome into) {
		into.begin();
		into.amount = amount(measure, unit, column, yearToDate, into);
		flag(into);
	}

	private long amount(Measure measure, int unit, int column, boolean yearToDate, Outcome into) {
		if (measure.source() != null) {
			return reported(measure.source(), unit, column, yearToDate, into);
		}
		return measure.formula() == null ? Totals.EMPTY : computed(measure, measure.formula(), unit, column, yearToDate, into);
	}

	private long reported(Source source, int unit, int column, boolean yearToDate, Outcome into) {
		Side side = side(source.regime().number());
		Reading.Read read = side.read();
		int[] those = (yearToDate ? side.yearToDate() : side.periods())[column];
		if (those.length == 0) {
			return Totals.EMPTY;
		}
		if (amounts.length < those.length) {
			amounts = new long[those.length];
			weights = new long[those.length];
		}
		@Nullable Cell weight = those.length > 1 && source.indicator().overTime() == Aggregation.WEIGHTED_MEAN ? source.weight() : null;
		int given = 0;
		for (int i = 0; i < those.length; i++) {
			amounts[i] = Summing.overUnits(read.grid(), source.cell(), read.units(unit, those[i]), those[i]);
			weights[i] = weight == null ? Totals.EMPTY : weight(read, source.cell(), weight, read.units(unit, those[i]), those[i]);
			given += amounts[i] == Totals.EMPTY || weight != null && weights[i] == Totals.EMPTY ? 0 : 1;
			see(side, source.regime().number(), unit, those[i], amounts[i], into);
		}
		into.gap |= given > 0 && given < those.length;
		return OverTime.of(source.indicator().overTime(), amounts, weights, those.length);
	}

	/** Of who gave the figure; all of it where the regime asked for what weighs only after the figure had its place. */
	private static long weight(Reading.Read read, Cell cell, Cell weight, int[] units, int period) {
		return cell.weight() == null ? Summing.overUnits(read.grid(), weight, units, period) : Summing.weight(read.grid(), cell, units, period);
	}

	/** The same for most figures that follow each other. */
	private Side side(int regime) {
		if (regime != lastRegime || lastSide == null) {
			lastRegime = regime;
			lastSide = java.util.Objects.requireNonNull(sides.get(regime));
		}
		return lastSide;
	}

	private static void see(Side side, int regime, int unit, int period, long amount, Outcome into) {
		Reading.Read read = side.read();
		Opening opening = read.openings().get(period);
		Parts.Of parts = read.parts(unit, period);
		into.split |= parts.split();
		into.open |= !side.over()[period];
		into.closed &= opening.closedAt() != null;
		if (amount != Totals.EMPTY) {
			into.flags |= (parts.recast() ? Flag.RECAST.bit() : 0) | (read.synthetic()[period] ? Flag.SYNTHETIC.bit() : 0);
		}
		boolean counts = into.counts(regime, period);
		for (int place : read.units(unit, period)) {
			int expected = read.grid().expected(place, period);
			into.expected += counts ? expected : 0;
			into.sent += counts ? Math.min(expected, read.grid().sent(place, period)) : 0;
			into.accepted &= read.grid().accepted(place, period) >= expected;
		}
	}

	private long computed(Measure measure, Formula formula, int unit, int column, boolean yearToDate, Outcome into) {
		Map<Reference, BigDecimal> values = new HashMap<>();
		if (into.counted == null) {
			into.counted = new HashSet<>();
		}
		for (Map.Entry<Reference, Measure> input : measure.inputs().entrySet()) {
			long amount = input.getKey().when() == Reference.When.NOW ? amount(input.getValue(), unit, column, yearToDate, into)
					: earlier(input.getValue(), unit, columns.before(column, input.getKey().when()), yearToDate, into);
			if (amount != Totals.EMPTY) {
				values.put(input.getKey(), BigDecimal.valueOf(amount, input.getValue().decimals()));
			}
		}
		@Nullable BigDecimal value = formula.number(values::get);
		if (value == null) {
			return Totals.EMPTY;
		}
		BigDecimal scaled = value.setScale(measure.decimals(), RoundingMode.HALF_UP);
		return scaled.precision() > 18 ? Totals.EMPTY : scaled.unscaledValue().longValueExact();
	}

	private long earlier(Measure measure, int unit, int column, boolean yearToDate, Outcome into) {
		if (column < 0) {
			return Totals.EMPTY;
		}
		Outcome earlier = new Outcome();
		earlier.begin();
		long amount = amount(measure, unit, column, yearToDate, earlier);
		into.readsAlso(earlier);
		return amount;
	}

	private static void flag(Outcome into) {
		if (into.split) {
			into.amount = Totals.EMPTY;
			into.flags = Flag.PART.bit() | Flag.MISSING.bit();
			return;
		}
		if (into.amount == Totals.EMPTY) {
			into.flags = Flag.MISSING.bit();
			return;
		}
		if (into.gap || into.sent < into.expected) {
			into.flags |= Flag.PROVISIONAL.bit();
		}
		if (into.open) {
			into.flags |= Flag.ESTIMATE.bit();
		}
		else if (into.expected > 0) {
			into.flags |= into.closed || into.accepted ? Flag.OFFICIAL.bit() : Flag.PRELIMINARY.bit();
		}
	}

}
