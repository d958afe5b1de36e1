package vn.motcua.reporting.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Totals;

/**
 * Which totals the sheet of an agency counts in, by the tree of a day: its own (a commune has none) and those of all it stands under, and the
 * country's. A department of a province stands under the province. A ministry stands under nobody: its sheet and those of its own departments
 * count in its total and in the country's, which is "all that was reported under the regime".
 */
@Component
class TreeLines {

	private static final int MOST_DAYS = 200;

	private final Agencies agencies;

	private volatile Known known = new Known(-1);

	TreeLines(Agencies agencies) {
		this.agencies = agencies;
	}

	/** Lines of one version of the tree. */
	private static final class Known {

		final long version;

		final Map<LocalDate, Map<Integer, int[]>> lines = new ConcurrentHashMap<>();

		final Map<LocalDate, Long> shapes = new ConcurrentHashMap<>();

		Known(long version) {
			this.version = version;
		}

	}

	long version() {
		return agencies.version();
	}

	/** Another number when any unit stands under another one on that day. */
	long shape(LocalDate day) {
		return current().shapes.computeIfAbsent(day, agencies::shape);
	}

	int[] of(int agency, LocalDate day) {
		return current().lines.computeIfAbsent(day, _ -> new ConcurrentHashMap<>()).computeIfAbsent(agency, number -> line(number, day));
	}

	private Known current() {
		Known current = known;
		if (current.version != agencies.version() || current.lines.size() > MOST_DAYS) {
			current = new Known(agencies.version());
			known = current;
		}
		return current;
	}

	private int[] line(int agency, LocalDate day) {
		List<Integer> units = new ArrayList<>();
		try {
			for (Agency unit : agencies.withAncestors(new AgencyId(agency), day)) {
				if (unit.level() != Agency.Level.COMMUNE) {
					units.add(unit.id().value());
				}
			}
		}
		catch (ProblemException unknown) {
			units.clear();
		}
		units.add(Totals.COUNTRY);
		return units.stream().mapToInt(Integer::intValue).toArray();
	}

}
