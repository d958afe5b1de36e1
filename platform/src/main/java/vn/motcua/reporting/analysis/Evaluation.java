package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

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
		}

	}

	private final Map<Integer, Reading.Read> reads;

	private final boolean[][] over;

	private final Map<Integer, Integer> regimes = new HashMap<>();

	private long[] amounts = new long[16];

	private long[] weights = new long[16];

	private int lastRegime = -1;

	private Reading.@Nullable Read lastRead;

	private boolean[] lastOver = new boolean[0];

	Evaluation(Map<Integer, Reading.Read> reads, Instant now) {
		this.reads = reads;
		this.over = new boolean[reads.size()][];
		reads.forEach((regime, read) -> {
			over[regimes.size()] = new boolean[read.openings().size()];
			for (int p = 0; p < read.openings().size(); p++) {
				over[regimes.size()][p] = Reading.over(read.openings().get(p), now);
			}
			regimes.put(regime, regimes.size());
		});
	}

	/** @param periods by regime: places of the source periods that make up one period of the answer */
	void of(Measure measure, int unit, Map<Integer, int[]> periods, Outcome into) {
		into.begin();
		into.amount = amount(measure, unit, periods, into);
		flag(into);
	}

	private long amount(Measure measure, int unit, Map<Integer, int[]> periods, Outcome into) {
		if (measure.source() != null) {
			return reported(measure.source(), unit, periods, into);
		}
		return measure.formula() == null ? Totals.EMPTY : computed(measure, measure.formula(), unit, periods, into);
	}

	private long reported(Source source, int unit, Map<Integer, int[]> periods, Outcome into) {
		Reading.Read read = read(source.regime().number());
		int[] those = periods.getOrDefault(source.regime().number(), new int[0]);
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
			amounts[i] = Summing.overUnits(read.grid(), source.cell(), read.units()[unit][those[i]], those[i]);
			weights[i] = weight == null ? Totals.EMPTY : Summing.overUnits(read.grid(), weight, read.units()[unit][those[i]], those[i]);
			given += amounts[i] == Totals.EMPTY || weight != null && weights[i] == Totals.EMPTY ? 0 : 1;
			see(read, unit, those[i], amounts[i], into);
		}
		into.gap |= given > 0 && given < those.length;
		return OverTime.of(source.indicator().overTime(), amounts, weights, those.length);
	}

	/** The same for most figures that follow each other. */
	private Reading.Read read(int regime) {
		if (regime != lastRegime || lastRead == null) {
			lastRegime = regime;
			lastRead = java.util.Objects.requireNonNull(reads.get(regime));
			lastOver = over[regimes.get(regime)];
		}
		return lastRead;
	}

	private void see(Reading.Read read, int unit, int period, long amount, Outcome into) {
		Opening opening = read.openings().get(period);
		Parts.Of parts = read.parts()[unit][period];
		into.split |= parts.split();
		into.open |= !lastOver[period];
		into.closed &= opening.closedAt() != null;
		if (amount != Totals.EMPTY) {
			into.flags |= (parts.recast() ? Flag.RECAST.bit() : 0) | (read.synthetic()[period] ? Flag.SYNTHETIC.bit() : 0);
		}
		for (int place : read.units()[unit][period]) {
			int expected = read.grid().expected(place, period);
			into.expected += expected;
			into.sent += Math.min(expected, read.grid().sent(place, period));
			into.accepted &= read.grid().accepted(place, period) >= expected;
		}
	}

	private long computed(Measure measure, Formula formula, int unit, Map<Integer, int[]> periods, Outcome into) {
		Map<Reference, BigDecimal> values = new HashMap<>();
		for (Map.Entry<Reference, Measure> input : measure.inputs().entrySet()) {
			long amount = amount(input.getValue(), unit, periods, into);
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
