package vn.motcua.exchange.quality;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import vn.motcua.dossier.LedgerPulse;
import vn.motcua.dossier.LedgerPulse.Beat;

/**
 * How late lines came, from when it happened to when it was recorded. Seconds are upper bounds of classes that differ by a fifth; history that was loaded is
 * counted beside them.
 *
 * @param lines without history
 */
public record Lag(long lines, long history, long medianSeconds, long p95Seconds, long mostSeconds, SortedMap<Integer, Long> classes) {

	static Lag of(Map<Integer, Long> linesByClass) {
		TreeMap<Integer, Long> classes = new TreeMap<>(linesByClass);
		Long history = classes.remove(LedgerPulse.HISTORY);
		long lines = classes.values().stream().mapToLong(Long::longValue).sum();
		return new Lag(lines, history == null ? 0 : history, quantile(classes, lines, 0.5), quantile(classes, lines, 0.95), quantile(classes, lines, 1), classes);
	}

	private static long quantile(SortedMap<Integer, Long> classes, long lines, double share) {
		long rank = (long) Math.ceil(lines * share);
		long seen = 0;
		for (Map.Entry<Integer, Long> lag : classes.entrySet()) {
			seen += lag.getValue();
			if (seen >= rank) {
				return Beat.mostSeconds(lag.getKey());
			}
		}
		return 0;
	}

}
