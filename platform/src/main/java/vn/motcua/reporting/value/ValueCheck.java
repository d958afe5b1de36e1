package vn.motcua.reporting.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.time.LocalDate;
import java.util.Arrays;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.reporting.value.PeriodDays.Period;
import vn.motcua.reporting.value.TotalStore.Row;

/** Recomputes sheets from their entries, the counts of the work from the reports and totals from both, and compares with what stands, or puts that in its place. */
@Service
class ValueCheck {

	private static final int MOST_TOLD = 20;

	private final CheckStore store;

	private final TallyCheck tallies;

	private final TotalStore totals;

	private final Fold fold;

	private final PeriodDays days;

	private final TransactionTemplate transaction;

	ValueCheck(CheckStore store, TallyCheck tallies, TotalStore totals, Fold fold, PeriodDays days, TransactionTemplate transaction) {
		this.store = store;
		this.tallies = tallies;
		this.totals = totals;
		this.fold = fold;
		this.days = days;
		this.transaction = transaction;
	}

	/** @param reports owed, whose counts were compared @param told the first differences in words */
	record Report(long entries, long sheets, long reports, long differing, List<String> told) {
	}

	Report verify() {
		return over(this::compare);
	}

	Report rebuild() {
		return over(this::renew);
	}

	private interface Step {

		void run(Period period, Counts counts);

	}

	/** What was read and found so far. */
	private static final class Counts {

		long entries;

		long sheets;

		long reports;

		long differing;

		final List<String> told = new ArrayList<>();

		void differs(Period period, String what) {
			differing++;
			if (told.size() < MOST_TOLD) {
				told.add("regime " + period.regime() + ", period " + period.starts() + ": " + what);
			}
		}

	}

	private Report over(Step step) {
		Counts counts = new Counts();
		for (Period period : store.periods()) {
			transaction.executeWithoutResult(_ -> {
				store.stopSaving();
				totals.countAlone();
				step.run(period, counts);
			});
		}
		return new Report(counts.entries, counts.sheets, counts.reports, counts.differing, List.copyOf(counts.told));
	}

	/** Nobody saves meanwhile: what waits in the queue is added, then all must agree. */
	private void compare(Period period, Counts counts) {
		Map<Integer, CheckStore.State> folded = folded(period, counts);
		Map<Integer, CheckStore.State> standing = store.sheets(period);
		counts.sheets += folded.size();
		TreeSet<Integer> agencies = new TreeSet<>(folded.keySet());
		agencies.addAll(standing.keySet());
		for (int agency : agencies) {
			if (!same(folded.get(agency), standing.get(agency))) {
				counts.differs(period, "the sheet of agency " + agency + " is not what its entries say");
			}
		}
		counts.reports += tallies.compare(period, what -> counts.differs(period, what));
		Optional<LocalDate> day = days.find(period);
		if (day.isEmpty()) {
			counts.differs(period, "there is no such period");
			return;
		}
		fold.addWaiting(period, day.get());
		compareTotals(period, fold.counted(period, day.get()), totals.ofPeriod(period), counts);
	}

	private static void compareTotals(Period period, Map<Row, Sum> counted, Map<Row, Sum> standing, Counts counts) {
		TreeSet<Row> rows = new TreeSet<>(counted.keySet());
		rows.addAll(standing.keySet());
		for (Row row : rows) {
			Sum expected = counted.getOrDefault(row, new Sum());
			Sum there = standing.getOrDefault(row, new Sum());
			if (!expected.same(there)) {
				counts.differs(period, "the total of " + (row.unit() == 0 ? "the country" : "unit " + row.unit()) + " is not the sum of its sheets");
			}
		}
	}

	private void renew(Period period, Counts counts) {
		Map<Integer, CheckStore.State> folded = folded(period, counts);
		Map<Integer, CheckStore.State> standing = store.sheets(period);
		counts.sheets += folded.size();
		folded.forEach((agency, state) -> {
			if (!same(state, standing.get(agency))) {
				store.put(period, agency, state);
			}
		});
		standing.keySet().stream().filter(agency -> !folded.containsKey(agency)).forEach(agency -> store.remove(period, agency));
		tallies.renew(period);
		fold.recount(period);
	}

	private Map<Integer, CheckStore.State> folded(Period period, Counts counts) {
		Map<Integer, CheckStore.State> states = new HashMap<>();
		store.entries(period, (agency, entry) -> {
			counts.entries++;
			CheckStore.State before = states.getOrDefault(agency, CheckStore.State.NONE);
			if (entry.version() != before.version() + 1) {
				counts.differs(period, "entry " + entry.version() + " of agency " + agency + " follows " + before.version());
			}
			for (int index = 0; index < entry.places().length; index++) {
				if (entry.before(index) != Amounts.at(before.amounts(), entry.places()[index])) {
					counts.differs(period, "entry " + entry.version() + " of agency " + agency + " says something else stood there");
				}
			}
			states.put(agency, new CheckStore.State(entry.version(), StoredSheets.folded(before.amounts(), entry), entry.at()));
		});
		return states;
	}

	private static boolean same(CheckStore.State one, CheckStore.State other) {
		if (one == null || other == null) {
			return one == other;
		}
		int places = Math.max(one.amounts().length, other.amounts().length);
		return one.version() == other.version() && Arrays.equals(Amounts.withRoom(one.amounts(), places), Amounts.withRoom(other.amounts(), places));
	}

}
