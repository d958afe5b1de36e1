package vn.motcua.exchange.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import vn.motcua.kernel.DossierCode;

/** What was seen on a day of an agency: counts of every sign, and the first lines behind each. */
final class DayFindings {

	/** Enough to look into; the counts count all. */
	static final int MOST_LINES = 100;

	private final Map<Sign, long[]> counts = new EnumMap<>(Sign.class);

	private final Map<Sign, List<SignLine>> lines = new EnumMap<>(Sign.class);

	private long dossiers;

	void dossier() {
		dossiers++;
	}

	long dossiers() {
		return dossiers;
	}

	void concerned(Sign sign) {
		count(sign)[0]++;
	}

	void hit(Sign sign, DossierCode code, int line, Map<String, String> words) {
		count(sign)[1]++;
		List<SignLine> behind = lines.computeIfAbsent(sign, _ -> new ArrayList<>());
		if (behind.size() < MOST_LINES) {
			behind.add(new SignLine(code.receivedOn(), code, line, words));
		}
	}

	Map<Sign, SignCount> counts() {
		Map<Sign, SignCount> all = new EnumMap<>(Sign.class);
		counts.forEach((sign, count) -> all.put(sign, new SignCount(count[0], count[1])));
		return all;
	}

	Map<Sign, List<SignLine>> lines() {
		return lines;
	}

	private long[] count(Sign sign) {
		return counts.computeIfAbsent(sign, _ -> new long[2]);
	}

}
