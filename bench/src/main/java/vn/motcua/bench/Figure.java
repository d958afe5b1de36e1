package vn.motcua.bench;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param ratio this figure over the one it is compared with in the same run, {@code null} for none
 * @param of what it is a ratio of
 * @param promise what the figure must reach, in words, {@code null} for none
 */
record Figure(String name, double value, String unit, @Nullable Double ratio, @Nullable String of, @Nullable String promise) {

	static Figure of(String name, double value, String unit) {
		return new Figure(name, value, unit, null, null, null);
	}

	Figure ratio(double other, String of) {
		return new Figure(name, value, unit, value / other, of, promise);
	}

	Figure promise(String promise) {
		return new Figure(name, value, unit, ratio, of, promise);
	}

	/** As it is printed. */
	String line() {
		String compared = ratio == null ? "" : String.format(Locale.ROOT, "  = %.2f of %s", ratio, of);
		return String.format(Locale.ROOT, "  %-72s %12.1f %-13s%s%s", name, value, unit, compared, promise == null ? "" : "  (promise: " + promise + ")");
	}

}
