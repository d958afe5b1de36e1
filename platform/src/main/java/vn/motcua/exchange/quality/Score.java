package vn.motcua.exchange.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How far what an agency's systems say can be trusted: 100, less what each sign costs ({@link SignRule#points}), less points for days of which both sides do not
 * hold the same; never below 0.
 *
 * @param value {@code null} while there are too few dossiers to say
 * @param parts signs that were looked for, those that cost most first
 */
public record Score(@Nullable Integer value, long dossiers, List<Part> parts, long differences, int differencePoints) {

	/** @param points that it costs, rounded up */
	public record Part(SignRule rule, SignCount count, boolean found, int points) {
	}

	static Score of(SignRules rules, Map<Sign, SignCount> counts, long dossiers, long differences) {
		List<Part> parts = new ArrayList<>();
		double points = 0;
		for (Sign sign : Sign.values()) {
			SignRule rule = rules.of(sign);
			SignCount count = counts.getOrDefault(sign, new SignCount(0, 0));
			points += rule.points(count);
			parts.add(new Part(rule, count, rule.found(count), (int) Math.ceil(rule.points(count))));
		}
		parts.sort(Comparator.comparingInt(Part::points).reversed());
		int difference = (int) Math.min(rules.differenceMost(), rules.differencePoints() * differences);
		Integer value = dossiers < rules.leastDossiers() ? null : (int) Math.max(0, Math.round(100 - points - difference));
		return new Score(value, dossiers, List.copyOf(parts), differences, difference);
	}

}
