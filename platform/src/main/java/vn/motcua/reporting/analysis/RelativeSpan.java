package vn.motcua.reporting.analysis;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time that moves with today: {@code last-12-months} are this month and the eleven before it, {@code this-year} is the year of today to its end. A question with one
 * stays current however long it is kept.
 */
public record RelativeSpan(int count, Step step, String word) {

	/** Those that the form offers. */
	public static final List<String> OFFERED = List.of("this-year", "last-12-months", "last-2-years", "last-3-years", "last-5-years", "last-8-quarters", "last-30-days", "last-12-weeks");

	private static final Pattern FORM = Pattern.compile("last-([1-9]\\d{0,2})-(day|week|month|quarter|year)s|this-(month|quarter|year)");

	public enum Step {

		DAY, WEEK, MONTH, QUARTER, YEAR;

		private LocalDate begins(LocalDate day) {
			return switch (this) {
				case DAY -> day;
				case WEEK -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
				case MONTH -> day.withDayOfMonth(1);
				case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
				case YEAR -> day.withDayOfYear(1);
			};
		}

		private LocalDate plus(LocalDate day, int steps) {
			return switch (this) {
				case DAY -> day.plusDays(steps);
				case WEEK -> day.plusWeeks(steps);
				case MONTH -> day.plusMonths(steps);
				case QUARTER -> day.plusMonths(3L * steps);
				case YEAR -> day.plusYears(steps);
			};
		}

	}

	public static Optional<RelativeSpan> find(String word) {
		Matcher match = FORM.matcher(word);
		if (!match.matches()) {
			return Optional.empty();
		}
		String step = match.group(2) == null ? match.group(3) : match.group(2);
		int count = match.group(1) == null ? 1 : Integer.parseInt(match.group(1));
		return Arrays.stream(Step.values()).filter(each -> each.name().equals(step.toUpperCase(Locale.ROOT))).findFirst().map(each -> new RelativeSpan(count, each, word));
	}

	LocalDate from(LocalDate today) {
		return step.plus(step.begins(today), 1 - count);
	}

	LocalDate to(LocalDate today) {
		return step.plus(step.begins(today), 1).minusDays(1);
	}

}
