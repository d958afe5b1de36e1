package vn.motcua.reporting.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Totals;

/** Reads what an answer needs from the sheets and totals of one regime in a few queries. */
@Component
class Reading {

	/** From so many communes on it is quicker to read everybody's sheets and to leave out the others', and how far each report is is not said. */
	private static final int MANY = 2_000;

	/** Figures that are read of one regime: many short periods can make few long ones. */
	private static final long MOST_READ = 4_000_000;

	/** From so many periods on the sheets of all communes are read in two halves of the time beside each other, of fewer in two halves of the communes. */
	private static final int LONG = 6;

	/** Totals that are asked for at once. */
	private static final int MOST_TOTALS = 100_000;

	private final FigureStore store;

	private final Totals totals;

	private final Parts parts;

	private final Remembered<Layout> layouts = new Remembered<>(8);

	Reading(FigureStore store, Totals totals, Parts parts) {
		this.store = store;
		this.totals = totals;
		this.parts = parts;
	}

	/**
	 * What was read of one regime.
	 *
	 * @param openings its periods in their order
	 * @param parts by unit of the answer and period; one where all periods have the same
	 * @param units as the parts: their places in the grid
	 * @param synthetic by period
	 */
	record Read(List<Opening> openings, Grid grid, Parts.Of[][] parts, int[][][] units, boolean[] synthetic) {

		Parts.Of parts(int unit, int period) {
			Parts.Of[] of = parts[unit];
			return of[of.length == 1 ? 0 : period];
		}

		int[] units(int unit, int period) {
			int[][] of = units[unit];
			return of[of.length == 1 ? 0 : period];
		}

	}

	/** The very list, which is remembered too: ten thousand units are not compared one by one. */
	private static final class Same {

		private final List<Unit> units;

		private Same(List<Unit> units) {
			this.units = units;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Same same && same.units == units;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(units);
		}

	}

	Read read(int regime, List<Opening> openings, List<Unit> units, int[] places, Question question) {
		Layout layout = layout(units, openings, question);
		int[] numbers = layout.numbers();
		boolean[] leaf = layout.leaf();
		if ((long) places.length * numbers.length * openings.size() > MOST_READ) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/to", "reporting.analysis.too-large", "max", MOST_READ)));
		}
		Grid grid = new Grid(places, leaf, openings.size());
		boolean[] synthetic = new boolean[openings.size()];
		if (!openings.isEmpty()) {
			fill(regime, openings, places, numbers, leaf, grid);
			Set<LocalDate> made = store.synthetic(regime, openings.getFirst().period().starts(), openings.getLast().period().starts());
			for (int p = 0; p < synthetic.length; p++) {
				synthetic[p] = made.contains(openings.get(p).period().starts());
			}
		}
		return new Read(openings, grid, layout.parts(), layout.places(), synthetic);
	}

	/** Units that stand for themselves lie the same way in every answer: a whole level is laid out once for all who ask within a minute. */
	private Layout layout(List<Unit> units, List<Opening> openings, Question question) {
		if (question.asOf() == null) {
			return units.size() < MANY ? standing(units) : layouts.get(new Same(units), () -> standing(units));
		}
		List<LocalDate> days = openings.stream().map(opening -> opening.period().to()).toList();
		return Layout.of(units.stream().map(unit -> parts.of(unit, question.asOf(), days)).toArray(Parts.Of[][]::new));
	}

	private static Layout standing(List<Unit> units) {
		return Layout.of(units.stream().map(unit -> new Parts.Of[] { Parts.Of.itself(unit.number(), unit.level().leaf()) }).toArray(Parts.Of[][]::new));
	}

	private void fill(int regime, List<Opening> openings, int[] places, int[] numbers, boolean[] leaf, Grid grid) {
		Map<LocalDate, Integer> periods = new HashMap<>();
		openings.forEach(opening -> periods.put(opening.period().starts(), periods.size()));
		LocalDate from = openings.getFirst().period().starts();
		LocalDate to = openings.getLast().period().starts();
		List<Integer> summed = new ArrayList<>();
		int[] sheets = new int[numbers.length];
		int leaves = 0;
		for (int i = 0; i < numbers.length; i++) {
			if (leaf[i]) {
				sheets[leaves++] = numbers[i];
			}
			else {
				summed.add(numbers[i]);
			}
		}
		int together = Math.max(1, MOST_TOTALS / openings.size());
		for (int first = 0; first < summed.size(); first += together) {
			for (Totals.Total total : totals.totals(regime, from, to, summed.subList(first, Math.min(summed.size(), first + together)))) {
				Integer period = periods.get(total.period());
				if (period != null) {
					grid.total(Arrays.binarySearch(numbers, total.unit()), period, total);
				}
			}
		}
		if (leaves > 0) {
			leaves(regime, openings, places, leaves > MANY ? null : Arrays.copyOf(sheets, leaves), new Leaves(periods, numbers, leaf, grid));
		}
	}

	private void leaves(int regime, List<Opening> openings, int[] places, int @Nullable [] those, Leaves leaves) {
		LocalDate from = openings.getFirst().period().starts();
		LocalDate to = openings.getLast().period().starts();
		if (those == null && openings.size() >= LONG) {
			LocalDate half = openings.get(openings.size() / 2).period().starts();
			beside(() -> store.sheets(regime, half, to, places, null, leaves.sheets()), () -> store.sheets(regime, from, half.minusDays(1), places, null, leaves.sheets()));
			return;
		}
		if (those == null) {
			int half = leaves.numbers()[leaves.numbers().length / 2];
			beside(() -> store.sheetsFrom(regime, from, to, places, half, leaves.sheets()), () -> store.sheetsBelow(regime, from, to, places, half, leaves.sheets()));
			return;
		}
		store.sheets(regime, from, to, places, those, leaves.sheets());
		store.tallies(regime, from, to, those, leaves.tallies());
	}

	/** The first in a thread of its own while this one does the second: each waits for the database most of the time. */
	private static void beside(Runnable one, Runnable other) {
		FutureTask<Void> task = new FutureTask<>(one, null);
		Thread.ofVirtual().name("reporting-analysis").start(task);
		try {
			other.run();
		}
		finally {
			ended(task);
		}
	}

	private static void ended(FutureTask<Void> task) {
		try {
			task.get();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("stopped while sheets were read", stopped);
		}
		catch (ExecutionException failed) {
			throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
		}
	}

	/** Whether the days of a period's data were over at a moment. */
	static boolean over(Opening opening, Instant now) {
		return now.isAfter(opening.period().to().plusDays(1).atStartOfDay(vn.motcua.site.Page.ZONE).toInstant());
	}

}
