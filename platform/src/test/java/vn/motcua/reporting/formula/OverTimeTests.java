package vn.motcua.reporting.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Totals;

/** Amounts of several periods become one as the indicator says. */
class OverTimeTests {

	private static final long NONE = Totals.EMPTY;

	private static final int ROUNDS = 2_000;

	/** 2 people at 10, nobody in the second period, 6 people at 30: 25 is their mean, 20 that of the periods. */
	@ParameterizedTest
	@CsvSource({ "SUM, 40", "MEAN, 20", "WEIGHTED_MEAN, 25", "LAST, 30", "MIN, 10", "MAX, 30" })
	void eachWayGivesOne(Aggregation way, long expected) {
		assertThat(OverTime.of(way, new long[] { 10, NONE, 30 }, new long[] { 2, NONE, 6 }, 3)).isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource(names = { "RATIO_OF_SUMS", "NONE" })
	void whatCannotBePutTogetherIsOneOnlyForOnePeriod(Aggregation way) {
		assertThat(OverTime.of(way, new long[] { 10, 30 }, new long[] { 1, 1 }, 2)).isEqualTo(NONE);
		assertThat(OverTime.of(way, new long[] { 10, NONE }, new long[] { 1, 1 }, 2)).as("of two periods one of which is missing").isEqualTo(NONE);
		assertThat(OverTime.of(way, new long[] { 10, 30 }, new long[] { 1, 1 }, 1)).isEqualTo(10);
	}

	@ParameterizedTest
	@EnumSource
	void nothingIsMadeOfNothing(Aggregation way) {
		assertThat(OverTime.of(way, new long[] { NONE, NONE }, new long[] { 1, 1 }, 2)).isEqualTo(NONE);
	}

	@Test
	void anAmountWithoutAWeightAndAWeightWithoutAnAmountCountForNothing() {
		assertThat(OverTime.of(Aggregation.WEIGHTED_MEAN, new long[] { 10, 50, NONE, 30 }, new long[] { 2, NONE, 100, 6 }, 4)).isEqualTo(25);
		assertThat(OverTime.of(Aggregation.WEIGHTED_MEAN, new long[] { 10, 50 }, new long[] { NONE, NONE }, 2)).isEqualTo(NONE);
		assertThat(OverTime.of(Aggregation.WEIGHTED_MEAN, new long[] { 10, 50 }, new long[] { 0, 0 }, 2)).isEqualTo(NONE);
	}

	@Test
	void theLastIsTheLastThatWasGiven() {
		assertThat(OverTime.of(Aggregation.LAST, new long[] { 10, 0, NONE, NONE }, new long[4], 4)).isZero();
	}

	/** Whatever the periods: exact sums, means between the extremes, weights that are all alike weigh nothing, and weights may be in any unit. */
	@Test
	void weightedMeansKeepTheirLaws() {
		Random random = new Random(20_261_126);
		for (int round = 0; round < ROUNDS; round++) {
			int size = 2 + random.nextInt(12);
			long[] amounts = IntStream.range(0, size).mapToLong(i -> random.nextInt(4) == 0 ? NONE : random.nextLong(-999_999_999_999_999L, 1_000_000_000_000_000L)).toArray();
			long[] weights = IntStream.range(0, size).mapToLong(i -> random.nextInt(4) == 0 ? NONE : random.nextLong(1, 1_000_000_000_000_000L)).toArray();
			long mean = OverTime.of(Aggregation.WEIGHTED_MEAN, amounts, weights, size);
			assertThat(mean).as("as one computes it").isEqualTo(byHand(amounts, weights));
			long[] alike = new long[size];
			Arrays.fill(alike, 1 + random.nextInt(9));
			assertThat(OverTime.of(Aggregation.WEIGHTED_MEAN, amounts, alike, size)).as("equal weights").isEqualTo(OverTime.of(Aggregation.MEAN, amounts, alike, size));
			long[] larger = Arrays.stream(weights).map(weight -> weight == NONE ? NONE : weight * 1000).toArray();
			assertThat(OverTime.of(Aggregation.WEIGHTED_MEAN, amounts, larger, size)).as("weights in thousandths").isEqualTo(mean);
			if (mean != NONE) {
				assertThat(mean).isBetween(OverTime.of(Aggregation.MIN, amounts, weights, size), OverTime.of(Aggregation.MAX, amounts, weights, size));
			}
		}
	}

	/** The order of the periods matters for the last only. */
	@ParameterizedTest
	@EnumSource(names = { "SUM", "MEAN", "WEIGHTED_MEAN", "MIN", "MAX" })
	void theOrderOfPeriodsDoesNotMatter(Aggregation way) {
		Random random = new Random(7);
		for (int round = 0; round < ROUNDS; round++) {
			int size = 2 + random.nextInt(12);
			long[] amounts = random.longs(size, -1_000_000, 1_000_000).map(amount -> amount % 5 == 0 ? NONE : amount).toArray();
			long[] weights = random.longs(size, 1, 1_000).toArray();
			long[] amountsBack = IntStream.range(0, size).mapToLong(i -> amounts[size - 1 - i]).toArray();
			long[] weightsBack = IntStream.range(0, size).mapToLong(i -> weights[size - 1 - i]).toArray();
			assertThat(OverTime.of(way, amounts, weights, size)).isEqualTo(OverTime.of(way, amountsBack, weightsBack, size));
		}
	}

	private static long byHand(long[] amounts, long[] weights) {
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal all = BigDecimal.ZERO;
		for (int i = 0; i < amounts.length; i++) {
			if (amounts[i] != NONE && weights[i] != NONE) {
				sum = sum.add(new BigDecimal(amounts[i]).multiply(new BigDecimal(weights[i])));
				all = all.add(new BigDecimal(weights[i]));
			}
		}
		return all.signum() == 0 ? NONE : sum.divide(all, 0, RoundingMode.HALF_UP).longValueExact();
	}

}
