package vn.motcua.exchange.sent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.motcua.site.Page;

/** Period of a statistic: a month {@code 2026-11}, a quarter {@code 2026-Q4} or a year {@code 2026}. */
record StatisticPeriod(LocalDate from, LocalDate until) {

	private static final Pattern FORM = Pattern.compile("(20\\d\\d)(?:-(0[1-9]|1[0-2])|-Q([1-4]))?");

	static boolean isWellFormed(String written) {
		return FORM.matcher(written).matches();
	}

	static StatisticPeriod of(String written) {
		Matcher matcher = FORM.matcher(written);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(written + " is no period");
		}
		int year = Integer.parseInt(matcher.group(1));
		if (matcher.group(2) != null) {
			LocalDate first = LocalDate.of(year, Integer.parseInt(matcher.group(2)), 1);
			return new StatisticPeriod(first, first.plusMonths(1));
		}
		if (matcher.group(3) != null) {
			LocalDate first = LocalDate.of(year, 3 * Integer.parseInt(matcher.group(3)) - 2, 1);
			return new StatisticPeriod(first, first.plusMonths(3));
		}
		return new StatisticPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
	}

	Instant begins() {
		return from.atStartOfDay(Page.ZONE).toInstant();
	}

	/** The first moment after it. */
	Instant ends() {
		return until.atStartOfDay(Page.ZONE).toInstant();
	}

}
