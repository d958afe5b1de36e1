package vn.motcua.agency.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Digests of who stands under whom, for every day at once: a tree is another only on the days on which a stretch of somebody's life begins or ends. Of a unit that is no more or
 * not yet, of those it stood under last or will first, which stays the same until it is there again.
 */
final class TreeShapes {

	private final LocalDate[] days;

	private final long[] shapes;

	private final long before;

	private TreeShapes(Map<LocalDate, Long> changes, long before) {
		this.days = changes.keySet().toArray(LocalDate[]::new);
		this.shapes = new long[days.length];
		this.before = before;
		long shape = before;
		for (int at = 0; at < days.length; at++) {
			shape += changes.get(days[at]);
			shapes[at] = shape;
		}
	}

	/** @param lives of all units, those of one beside each other in the order of their days */
	static TreeShapes of(AgencyTree tree, List<Period> lives) {
		Map<LocalDate, Long> changes = new TreeMap<>();
		long before = 0;
		@Nullable Period last = null;
		for (Period period : lives) {
			boolean first = last == null || last.unit() != period.unit();
			if (first) {
				long notYet = line(tree, period, period.from());
				before += notYet;
				changes.merge(period.from(), -notYet, Long::sum);
			}
			else if (last.until() != null && last.until().isBefore(period.from())) {
				changes.merge(period.from(), -line(tree, last, last.until().minusDays(1)), Long::sum);
			}
			changes.merge(period.from(), standing(period), Long::sum);
			if (period.until() != null) {
				changes.merge(period.until(), -standing(period), Long::sum);
				if (!tree.find(period.unit(), period.until()).isPresent()) {
					changes.merge(period.until(), line(tree, period, period.until().minusDays(1)), Long::sum);
				}
			}
			last = period;
		}
		return new TreeShapes(changes, before);
	}

	long on(LocalDate day) {
		int found = Arrays.binarySearch(days, day);
		int at = found >= 0 ? found : -found - 2;
		return at < 0 ? before : shapes[at];
	}

	private static long standing(Period period) {
		return mixed((long) period.unit() << 32 | period.parent());
	}

	private static long line(AgencyTree tree, Period period, LocalDate day) {
		long line = period.unit();
		for (Optional<Period> above = Optional.of(period); above.isPresent(); above = tree.find(above.get().parent(), day)) {
			line = mixed(line ^ (long) above.get().unit() << 32 ^ above.get().parent());
		}
		return line;
	}

	/** Finalizer of SplitMix64: neighbours become strangers. */
	private static long mixed(long value) {
		long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
		return mixed ^ mixed >>> 31;
	}

}
