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

	/** From so many periods on the sheets of all communes are read in two halves beside each other. */
	private static final int LONG = 6;

	/** Totals that are asked for at once. */
	private static final int MOST_TOTALS = 100_000;

	private final FigureStore store;

	private final Totals totals;

	private final Parts parts;

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

	Read read(int regime, List<Opening> openings, List<Unit> units, int[] places, Question question) {
		Parts.Of[][] of = parts(units, openings, question);
		long[] read = unitsRead(of);
		int[] numbers = Arrays.stream(read).mapToInt(unit -> (int) (unit >> 1)).toArray();
		boolean[] leaf = new boolean[read.length];
		for (int i = 0; i < read.length; i++) {
			leaf[i] = (read[i] & 1) == 1;
		}
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
		return new Read(openings, grid, of, places(of, numbers), synthetic);
	}

	/** Numbers of the units that figures are read of, in their order; the lowest bit tells a leaf. */
	private static long[] unitsRead(Parts.Of[][] of) {
		long[] units = new long[of.length];
		int size = 0;
		for (Parts.Of[] unit : of) {
			for (int p = 0; p < unit.length; p++) {
				for (int i = 0; (p == 0 || unit[p] != unit[p - 1]) && i < unit[p].units().length; i++) {
					units = size < units.length ? units : Arrays.copyOf(units, size * 2);
					units[size++] = (long) unit[p].units()[i] << 1 | (unit[p].leaves()[i] ? 1 : 0);
				}
			}
		}
		Arrays.sort(units, 0, size);
		int distinct = 0;
		for (int i = 0; i < size; i++) {
			if (i == 0 || units[i] != units[i - 1]) {
				units[distinct++] = units[i];
			}
		}
		return Arrays.copyOf(units, distinct);
	}

	private Parts.Of[][] parts(List<Unit> units, List<Opening> openings, Question question) {
		Parts.Of[][] of = new Parts.Of[units.size()][];
		List<LocalDate> days = openings.stream().map(opening -> opening.period().to()).toList();
		for (int u = 0; u < of.length; u++) {
			if (question.asOf() != null) {
				of[u] = parts.of(units.get(u), question.asOf(), days);
			}
			else {
				of[u] = new Parts.Of[] { Parts.Of.itself(units.get(u).number(), units.get(u).level().leaf()) };
			}
		}
		return of;
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
		store.sheets(regime, from, to, places, those, leaves.sheets());
		if (those != null) {
			store.tallies(regime, from, to, those, leaves.tallies());
		}
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

	private static int[][][] places(Parts.Of[][] of, int[] numbers) {
		int[][][] places = new int[of.length][][];
		for (int u = 0; u < of.length; u++) {
			places[u] = new int[of[u].length][];
			for (int p = 0; p < of[u].length; p++) {
				boolean again = p > 0 && of[u][p] == of[u][p - 1];
				places[u][p] = again ? places[u][p - 1] : places(of[u][p].units(), numbers);
			}
		}
		return places;
	}

	private static int[] places(int[] units, int[] numbers) {
		int[] places = new int[units.length];
		for (int i = 0; i < places.length; i++) {
			places[i] = Arrays.binarySearch(numbers, units[i]);
		}
		return places;
	}

	/** Whether the days of a period's data were over at a moment. */
	static boolean over(Opening opening, Instant now) {
		return now.isAfter(opening.period().to().plusDays(1).atStartOfDay(vn.motcua.site.Page.ZONE).toInstant());
	}

}
