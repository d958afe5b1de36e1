package vn.motcua.reporting.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Aggregation;

/** Makes one value of those of several periods, or of several units, as an indicator says. */
public final class OverTime {

	private OverTime() {
	}

	/**
	 * @param values oldest first, {@code null} where there is none
	 * @param weights as long as {@code values}, used for {@link Aggregation#WEIGHTED_MEAN} only
	 * @return {@code null} when nothing is there, or when values cannot be put together; a ratio of sums is for its formula to say
	 */
	public static @Nullable BigDecimal of(Aggregation how, List<@Nullable BigDecimal> values, List<@Nullable BigDecimal> weights) {
		List<BigDecimal> there = values.stream().filter(Objects::nonNull).map(value -> (BigDecimal) value).toList();
		if (there.isEmpty()) {
			return null;
		}
		return switch (how) {
			case SUM -> there.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
			case MEAN -> there.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(there.size()), MathContext.DECIMAL128);
			case WEIGHTED_MEAN -> weighted(values, weights);
			case LAST -> there.getLast();
			case MIN -> there.stream().reduce(BigDecimal::min).orElseThrow();
			case MAX -> there.stream().reduce(BigDecimal::max).orElseThrow();
			case RATIO_OF_SUMS, NONE -> values.size() == 1 ? there.getFirst() : null;
		};
	}

	private static @Nullable BigDecimal weighted(List<@Nullable BigDecimal> values, List<@Nullable BigDecimal> weights) {
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal weight = BigDecimal.ZERO;
		for (int at = 0; at < values.size(); at++) {
			BigDecimal value = values.get(at);
			BigDecimal one = weights.get(at);
			if (value != null && one != null) {
				sum = sum.add(value.multiply(one));
				weight = weight.add(one);
			}
		}
		return weight.signum() == 0 ? null : sum.divide(weight, MathContext.DECIMAL128);
	}

}
