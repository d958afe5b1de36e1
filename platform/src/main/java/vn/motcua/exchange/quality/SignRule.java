package vn.motcua.exchange.quality;

import java.util.Map;

/**
 * From when on a sign is a finding, and what it costs.
 *
 * @param weight points of 100 it costs at most
 * @param least fewer hits are chance
 * @param of fewer dossiers say nothing
 * @param from share of hits from which it is a finding
 * @param full share at which it costs all its points
 * @param limits figures of its own
 * @param source what it rests on
 */
public record SignRule(Sign sign, int weight, long least, long of, double from, double full, Map<String, Double> limits, String source) {

	double limit(String name) {
		return limits.get(name);
	}

	boolean found(SignCount count) {
		return count.concerned() >= of && count.hits() >= least && count.share() >= from;
	}

	/** Points that it costs. */
	double points(SignCount count) {
		return found(count) ? weight * Math.min(1, count.share() / full) : 0;
	}

}
