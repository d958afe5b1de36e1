package vn.motcua.reporting.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Reports.Counted;
import vn.motcua.reporting.Totals.Tally;
import vn.motcua.reporting.value.PeriodDays.Period;

/** Compares what reports count as in the totals with how far they are, and how far they are with their steps. */
@Component
class TallyCheck {

	private final CheckStore store;

	private final ObjectProvider<Reports> reports;

	TallyCheck(CheckStore store, ObjectProvider<Reports> reports) {
		this.store = store;
		this.reports = reports;
	}

	/** How many reports were looked at; nobody counts meanwhile. */
	int compare(Period period, Consumer<String> differs) {
		Map<Integer, Counted> owed = owed(period);
		Map<Integer, int[]> standing = new TreeMap<>(store.tallies(period));
		owed.forEach((agency, report) -> {
			if (report.state() != report.last()) {
				differs.accept("the report of agency " + agency + " is " + report.state() + ", its last step led to " + report.last());
			}
			int[] counted = standing.getOrDefault(agency, new int[0]);
			if (!same(counted, tallies(report))) {
				differs.accept("the report of agency " + agency + " counts as " + words(counted) + ", being " + report.state() + " it should as " + words(tallies(report)));
			}
		});
		if (reports.getIfAvailable() != null) {
			standing.keySet().removeAll(owed.keySet());
			standing.forEach((agency, counted) -> {
				if (!same(counted, new int[0])) {
					differs.accept("agency " + agency + " counts as " + words(counted) + " and owes no report");
				}
			});
		}
		return owed.size();
	}

	/** Lets each report count as it is. */
	void renew(Period period) {
		if (reports.getIfAvailable() == null) {
			return;
		}
		Map<Integer, Counted> owed = owed(period);
		Map<Integer, int[]> standing = store.tallies(period);
		owed.forEach((agency, report) -> {
			if (!same(standing.getOrDefault(agency, new int[0]), tallies(report))) {
				store.putTallies(period, agency, tallies(report));
			}
		});
		standing.forEach((agency, counted) -> {
			if (!owed.containsKey(agency) && !same(counted, new int[0])) {
				store.putTallies(period, agency, new int[Tally.values().length]);
			}
		});
	}

	private Map<Integer, Counted> owed(Period period) {
		Reports work = reports.getIfAvailable();
		Map<Integer, Counted> owed = new TreeMap<>();
		if (work != null) {
			work.counted(period.regime(), period.starts()).forEach(report -> owed.put(report.agency(), report));
		}
		return owed;
	}

	private static int[] tallies(Counted report) {
		int[] tallies = new int[Tally.values().length];
		report.tallies().forEach(tally -> tallies[tally.ordinal()] = 1);
		return tallies;
	}

	private static boolean same(int[] one, int[] other) {
		int size = Math.max(one.length, other.length);
		return Arrays.equals(Arrays.copyOf(one, size), Arrays.copyOf(other, size));
	}

	private static String words(int[] tallies) {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < tallies.length; i++) {
			if (tallies[i] != 0) {
				words.add(i < Tally.values().length ? Tally.values()[i] + (tallies[i] == 1 ? "" : " x " + tallies[i]) : "?");
			}
		}
		return words.isEmpty() ? "nothing" : String.join(", ", words);
	}

}
