package vn.motcua.reporting.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.reporting.Cell;
import vn.motcua.reporting.value.PeriodDays.Period;
import vn.motcua.reporting.value.TotalStore.Row;
import vn.motcua.reporting.value.TotalStore.Waiting;

/**
 * Adds what waits in the queue to the totals of all units above. Taking and adding are one transaction, so each entry counts once, whatever dies;
 * several may do it at a time, on any nodes, since rows are taken by one only and totals are locked in their order.
 */
@Service
class Fold {

	private static final Logger LOG = LoggerFactory.getLogger(Fold.class);

	private static final int MOST = 4_000;

	private final TotalStore store;

	private final CountedPeriods periods;

	private final TreeLines lines;

	private final PeriodDays days;

	private final StoredCells cells;

	private final TransactionTemplate transaction;

	Fold(TotalStore store, CountedPeriods periods, TreeLines lines, PeriodDays days, StoredCells cells, TransactionTemplate transaction) {
		this.store = store;
		this.periods = periods;
		this.lines = lines;
		this.days = days;
		this.cells = cells;
		this.transaction = transaction;
	}

	/** @param outdated periods that must be counted again first; then nothing was added */
	record Folded(int rows, List<Period> outdated) {

		boolean more() {
			return rows == MOST;
		}

	}

	/** Takes the next of the queue. */
	Folded next() {
		return transaction.execute(this::next);
	}

	/** Adds what waits for one period; whoever calls counts alone. Nothing is added to totals of another tree. */
	void addWaiting(Period period, LocalDate day) {
		if (periods.standing(period, day) == CountedPeriods.Standing.SAME) {
			List<Waiting> waiting = store.take(period);
			if (!waiting.isEmpty()) {
				add(waiting, Map.of(period, day));
			}
		}
	}

	private Folded next(TransactionStatus status) {
		store.countTogether();
		List<Waiting> waiting = store.take(MOST);
		if (waiting.isEmpty()) {
			return new Folded(0, List.of());
		}
		Map<Period, LocalDate> known = known(waiting);
		List<Period> outdated = new ArrayList<>();
		for (Map.Entry<Period, LocalDate> period : known.entrySet()) {
			switch (periods.standing(period.getKey(), period.getValue())) {
				case SAME -> {
				}
				case OUTDATED -> outdated.add(period.getKey());
				case AHEAD -> {
					status.setRollbackOnly();
					return new Folded(0, List.of());
				}
			}
		}
		if (!outdated.isEmpty()) {
			status.setRollbackOnly();
			return new Folded(0, outdated);
		}
		add(waiting.stream().filter(row -> known.containsKey(row.key().period())).toList(), known);
		return new Folded(waiting.size(), List.of());
	}

	/** The day of each period, in the order everybody takes them; what waits for a period that is not there can be in no total. */
	private Map<Period, LocalDate> known(List<Waiting> waiting) {
		Map<Period, LocalDate> known = new TreeMap<>();
		for (Waiting row : waiting) {
			Optional<LocalDate> day = days.find(row.key().period());
			day.ifPresentOrElse(there -> known.put(row.key().period(), there),
					() -> LOG.error("figures of regime {} for a period that is not there, {}, are in no total", row.key().period().regime(), row.key().period().starts()));
		}
		return known;
	}

	private void add(List<Waiting> waiting, Map<Period, LocalDate> known) {
		List<int[]> above = waiting.stream().map(row -> lines.of(row.key().agency(), known.get(row.key().period()))).toList();
		Set<Row> rows = new TreeSet<>();
		for (int index = 0; index < waiting.size(); index++) {
			Waiting row = waiting.get(index);
			for (int unit : above.get(index)) {
				rows.add(new Row(row.key().period().regime(), row.key().period().starts(), unit));
			}
		}
		Map<Row, Sum> sums = store.lock(rows);
		Map<Period, Set<Row>> special = new LinkedHashMap<>();
		for (int index = 0; index < waiting.size(); index++) {
			add(waiting.get(index), above.get(index), sums, special);
		}
		special.forEach((period, touched) -> readAgain(period, known.get(period), touched, sums));
		store.put(sums);
	}

	private void add(Waiting row, int[] line, Map<Row, Sum> sums, Map<Period, Set<Row>> special) {
		Period period = row.key().period();
		List<Cell> known = known(period, row.places());
		boolean touches = Extremes.touched(known, row.places());
		for (int unit : line) {
			Row total = new Row(period.regime(), period.starts(), unit);
			Sum sum = sums.get(total);
			for (int index = 0; index < row.places().length; index++) {
				sum.change(known, row.places()[index], row.before(index), row.amounts()[index]);
			}
			sum.tally(row.tallies());
			if (touches) {
				special.computeIfAbsent(period, _ -> new TreeSet<>()).add(total);
			}
		}
	}

	private List<Cell> known(Period period, int[] places) {
		for (int place : places) {
			cells.look(period.regime(), place);
		}
		return cells.of(period.regime());
	}

	/** The rows are held: whatever is saved from now on waits in the queue and is read again after us. */
	private void readAgain(Period period, LocalDate day, Set<Row> touched, Map<Row, Sum> sums) {
		Extremes extremes = new Extremes(cells.of(period.regime()));
		store.amounts(period, (agency, amounts) -> extremes.add(lines.of(agency, day), amounts));
		touched.forEach(row -> extremes.put(row.unit(), sums.get(row)));
	}

	/**
	 * Counts a period again from its sheets, by the tree as it is now. Which tree that is, is read before the first line: when it changes while we count,
	 * the period stands as counted by the older one and is counted once more.
	 */
	void recount(Period period) {
		transaction.executeWithoutResult(_ -> {
			store.countAlone();
			days.find(period).ifPresent(day -> {
				CountedPeriods.Tree tree = periods.tree(day);
				store.replace(period, counted(period, day));
				periods.counted(period, day, tree);
			});
		});
	}

	/** Totals of a period as its sheets and tallies say; takes what waits for it out of the queue. */
	Map<Row, Sum> counted(Period period, LocalDate day) {
		List<Cell> known = new ArrayList<>(cells.of(period.regime()));
		Map<Row, Sum> sums = new TreeMap<>();
		Extremes extremes = new Extremes(known);
		store.all(period, period.regime(), (agency, amounts, tallies) -> {
			int[] line = lines.of(agency, day);
			for (int unit : line) {
				Sum sum = sums.computeIfAbsent(new Row(period.regime(), period.starts(), unit), _ -> new Sum());
				if (tallies != null) {
					sum.tally(tallies);
				}
				for (int place = 0; amounts != null && place < amounts.length; place++) {
					sum.change(known, place, Amounts.EMPTY, amounts[place]);
				}
			}
			if (amounts != null && !extremes.none()) {
				extremes.add(line, amounts);
			}
		});
		if (!extremes.none()) {
			sums.forEach((row, sum) -> extremes.put(row.unit(), sum));
		}
		return sums;
	}

}
