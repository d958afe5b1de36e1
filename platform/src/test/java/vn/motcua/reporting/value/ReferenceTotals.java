package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

import vn.motcua.reporting.Totals;

/** What the totals of {@link TotalsPropertyTests} must be, worked out sheet by sheet in words of its own. */
final class ReferenceTotals {

	private static final int PLACES = 8;

	private ReferenceTotals() {
	}

	/** By words of its own: the sum where both are there, a third of it rounded half up. */
	static void checkComputed(long[] sheet) {
		long sum = sheet[0] == Totals.EMPTY || sheet[3] == Totals.EMPTY ? Totals.EMPTY : sheet[0] + sheet[3];
		assertThat(sheet[6]).isEqualTo(sum);
		assertThat(sheet[7]).isEqualTo(sum == Totals.EMPTY ? Totals.EMPTY : BigDecimal.valueOf(sum).multiply(BigDecimal.TEN).divide(BigDecimal.valueOf(3), 0, RoundingMode.HALF_UP).longValueExact());
	}

	static long[] amounts(List<long[]> sheets) {
		long[] amounts = emptied();
		for (int place = 0; place < PLACES; place++) {
			int at = place;
			long[] values = sheets.stream().mapToLong(sheet -> sheet[at]).filter(value -> value != Totals.EMPTY).toArray();
			if (values.length > 0) {
				amounts[place] = switch (place) {
					case 0, 1, 6, 7 -> Arrays.stream(values).sum();
					case 2 -> Arrays.stream(values).min().orElseThrow();
					case 3 -> Arrays.stream(values).max().orElseThrow();
					case 4 -> weighted(sheets);
					default -> Totals.EMPTY;
				};
			}
		}
		return amounts;
	}

	private static long weighted(List<long[]> sheets) {
		BigInteger products = BigInteger.ZERO;
		BigInteger weights = BigInteger.ZERO;
		for (long[] sheet : sheets) {
			if (sheet[4] != Totals.EMPTY && sheet[0] != Totals.EMPTY) {
				products = products.add(BigInteger.valueOf(sheet[4]).multiply(BigInteger.valueOf(sheet[0])));
				weights = weights.add(BigInteger.valueOf(sheet[0]));
			}
		}
		return weights.signum() == 0 ? Totals.EMPTY : new BigDecimal(products).divide(new BigDecimal(weights), 0, RoundingMode.HALF_UP).longValueExact();
	}

	/** Of what P01 weighs, the sum of P01 where both are there: sheets that lack one of them weigh nothing. */
	static long[] weights(List<long[]> sheets) {
		long[] weights = emptied();
		for (int place : List.of(4, 5)) {
			long[] weighing = sheets.stream().filter(sheet -> sheet[place] != Totals.EMPTY && sheet[0] != Totals.EMPTY).mapToLong(sheet -> sheet[0]).toArray();
			weights[place] = weighing.length == 0 ? Totals.EMPTY : Arrays.stream(weighing).sum();
		}
		return weights;
	}

	static int[] counts(List<long[]> sheets) {
		int[] counts = new int[PLACES];
		sheets.forEach(sheet -> Arrays.setAll(counts, place -> counts[place] + (sheet[place] == Totals.EMPTY ? 0 : 1)));
		return counts;
	}

	static long[] emptied() {
		long[] amounts = new long[PLACES];
		Arrays.fill(amounts, Totals.EMPTY);
		return amounts;
	}

}
