package vn.motcua.reporting.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as DHIS2 clients write them, {@code 20200819}, {@code 2020W34}, {@code 202008}, {@code 2020Q3}, {@code 2020S1}, as our codes. */
final class DhisPeriods {

	private static final Pattern DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	private static final Pattern MONTH = Pattern.compile("(\\d{4})(\\d{2})");

	private static final Pattern WEEK = Pattern.compile("(\\d{4})W(\\d{1,2})");

	private static final Pattern QUARTER = Pattern.compile("(\\d{4})Q([1-4])");

	private static final Pattern HALF = Pattern.compile("(\\d{4})S([12])");

	private DhisPeriods() {
	}

	static Optional<String> code(String written) {
		if (written.length() > 10) {
			return Optional.empty();
		}
		Matcher day = DAY.matcher(written);
		if (day.matches()) {
			return Optional.of(day.group(1) + "-" + day.group(2) + "-" + day.group(3));
		}
		Matcher month = MONTH.matcher(written);
		if (month.matches()) {
			return Optional.of(month.group(1) + "-" + month.group(2));
		}
		Matcher week = WEEK.matcher(written);
		if (week.matches()) {
			return Optional.of("%s-W%02d".formatted(week.group(1), Integer.parseInt(week.group(2))));
		}
		Matcher quarter = QUARTER.matcher(written);
		if (quarter.matches()) {
			return Optional.of(quarter.group(1) + "-Q" + quarter.group(2));
		}
		Matcher half = HALF.matcher(written);
		return half.matches() ? Optional.of(half.group(1) + "-H" + half.group(2)) : Optional.empty();
	}

	/** Our code as those clients write it; a period that they do not know stays as it is. */
	static String written(String code) {
		if (code.matches("\\d{4}-\\d{2}(-\\d{2})?")) {
			return code.replace("-", "");
		}
		return code.matches("\\d{4}-(W\\d{2}|Q[1-4]|H[12])") ? code.replace("-", "").replace('H', 'S').replace("W0", "W") : code;
	}

}
