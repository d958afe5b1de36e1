package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Whether a figure is unlike those before: further from their median than 3.5 robust deviations (median of absolute deviations × 1.4826; Iglewicz and
 * Hoaglin), by more than a tenth of the median, so that a flat history does not cry at every step, and by more than counts of this size vary by chance
 * (the square root of the median).
 */
record Outlier(BigDecimal median, BigDecimal deviation) {

	private static final int FEWEST = 5;

	private static final BigDecimal NORMAL = new BigDecimal("1.4826");

	private static final BigDecimal MOST = new BigDecimal("3.5");

	private static final BigDecimal TENTH = new BigDecimal("0.1");

	static Optional<Outlier> of(BigDecimal amount, List<BigDecimal> history) {
		if (history.size() < FEWEST) {
			return Optional.empty();
		}
		BigDecimal median = median(history);
		BigDecimal spread = median(history.stream().map(value -> value.subtract(median).abs()).toList()).multiply(NORMAL);
		BigDecimal distance = amount.subtract(median).abs();
		BigDecimal chance = median.abs().sqrt(MathContext.DECIMAL64);
		BigDecimal allowed = spread.max(chance).multiply(MOST).max(median.abs().multiply(TENTH)).max(BigDecimal.ONE);
		return distance.compareTo(allowed) > 0 ? Optional.of(new Outlier(median, spread)) : Optional.empty();
	}

	private static BigDecimal median(List<BigDecimal> values) {
		List<BigDecimal> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return sorted.size() % 2 == 1 ? sorted.get(middle)
				: sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO, MathContext.DECIMAL64).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
	}

}
