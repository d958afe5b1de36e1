package vn.motcua.reporting.analysis;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.PeriodType;

/** Names of periods, how long ones are made of short ones, and days as questions write them. A period is of the long one in which it begins. */
final class Spans {

	private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})(?:-(\\d{2}))?|Q([1-4])|H([12])))?");

	private Spans() {
	}

	/** First day of the long period that a short one is of; {@code null} when no long period holds it. */
	static @Nullable LocalDate bucket(PeriodType type, LocalDate starts) {
		int month = starts.getMonthValue();
		return switch (type) {
			case DAY, WEEK, TEN_DAYS, WINDOW, SCHOOL_YEAR -> starts;
			case MONTH -> starts.withDayOfMonth(1);
			case QUARTER -> LocalDate.of(starts.getYear(), (month - 1) / 3 * 3 + 1, 1);
			case HALF -> LocalDate.of(starts.getYear(), month <= 6 ? 1 : 7, 1);
			case NINE_MONTHS -> month <= 9 ? LocalDate.of(starts.getYear(), 1, 1) : null;
			case YEAR -> LocalDate.of(starts.getYear(), 1, 1);
		};
	}

	/** Last day of the long period that a day is in; the day itself where there is no longer one. */
	static LocalDate end(PeriodType type, LocalDate day) {
		LocalDate starts = bucket(type, day);
		return starts == null ? day : switch (type) {
			case DAY, WEEK, TEN_DAYS, WINDOW, SCHOOL_YEAR -> day;
			case MONTH -> starts.plusMonths(1).minusDays(1);
			case QUARTER -> starts.plusMonths(3).minusDays(1);
			case HALF -> starts.plusMonths(6).minusDays(1);
			case NINE_MONTHS -> starts.plusMonths(9).minusDays(1);
			case YEAR -> starts.plusYears(1).minusDays(1);
		};
	}

	/** Whether periods of one type can be made of those of another. */
	static boolean madeOf(PeriodType asked, PeriodType reported) {
		if (asked == reported) {
			return true;
		}
		return switch (asked) {
			case DAY, WEEK, TEN_DAYS, WINDOW, SCHOOL_YEAR -> false;
			case MONTH -> reported == PeriodType.DAY || reported == PeriodType.WEEK || reported == PeriodType.TEN_DAYS;
			case QUARTER, NINE_MONTHS -> madeOf(PeriodType.MONTH, reported) || reported == PeriodType.QUARTER && asked == PeriodType.NINE_MONTHS;
			case HALF -> madeOf(PeriodType.QUARTER, reported);
			case YEAR -> madeOf(PeriodType.HALF, reported);
		};
	}

	/** The year that a period counts in: a week in the one that its code names (ISO 8601), all others in the one they begin in. */
	static int year(PeriodType type, LocalDate starts) {
		return type == PeriodType.WEEK ? starts.get(IsoFields.WEEK_BASED_YEAR) : starts.getYear();
	}

	/** First day of the same period a year before; {@code null} for a fifty-third week, which the year before has none of. */
	static @Nullable LocalDate yearBefore(PeriodType type, LocalDate starts) {
		if (type != PeriodType.WEEK) {
			return starts.minusYears(1);
		}
		LocalDate before = starts.with(IsoFields.WEEK_BASED_YEAR, year(type, starts) - 1);
		return before.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == starts.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) ? before : null;
	}

	/** The written code of a period, as {@link vn.motcua.reporting.ReportPeriod} says. */
	static String code(PeriodType type, LocalDate starts) {
		return switch (type) {
			case DAY -> starts.toString();
			case WEEK -> "%04d-W%02d".formatted(starts.get(IsoFields.WEEK_BASED_YEAR), starts.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
			case TEN_DAYS -> YearMonth.from(starts) + "-D" + Math.min(3, (starts.getDayOfMonth() - 1) / 10 + 1);
			case MONTH -> YearMonth.from(starts).toString();
			case QUARTER -> starts.getYear() + "-Q" + ((starts.getMonthValue() - 1) / 3 + 1);
			case HALF -> starts.getYear() + "-H" + (starts.getMonthValue() <= 6 ? 1 : 2);
			case NINE_MONTHS -> starts.getYear() + "-9M";
			case YEAR -> Integer.toString(starts.getYear());
			case SCHOOL_YEAR -> starts.getYear() + "-SY";
			case WINDOW -> "W" + starts;
		};
	}

	/** A period by its code: its type, and the first and last day in which it can begin. */
	record Named(PeriodType type, LocalDate from, LocalDate to) {
	}

	/** Reads what {@link #code} writes. */
	static Optional<Named> named(String code) {
		try {
			if (code.matches("\\d{4}-W\\d{2}")) {
				LocalDate monday = LocalDate.parse(code + "-1", java.time.format.DateTimeFormatter.ISO_WEEK_DATE);
				return Optional.of(new Named(PeriodType.WEEK, monday, monday));
			}
			if (code.matches("\\d{4}-\\d{2}-D[123]")) {
				LocalDate starts = LocalDate.parse(code.substring(0, 7) + "-01").plusDays(10L * (code.charAt(9) - '1'));
				return Optional.of(new Named(PeriodType.TEN_DAYS, starts, starts));
			}
			if (code.matches("\\d{4}-(9M|SY)")) {
				LocalDate starts = LocalDate.of(Integer.parseInt(code.substring(0, 4)), 1, 1);
				return Optional.of(new Named(code.endsWith("9M") ? PeriodType.NINE_MONTHS : PeriodType.SCHOOL_YEAR, starts, starts.plusYears(1).minusDays(1)));
			}
			if (code.matches("W\\d{4}-\\d{2}-\\d{2}")) {
				LocalDate starts = LocalDate.parse(code.substring(1));
				return Optional.of(new Named(PeriodType.WINDOW, starts, starts));
			}
		}
		catch (DateTimeException noDay) {
			return Optional.empty();
		}
		PeriodType type = code.length() == 4 ? PeriodType.YEAR : code.length() == 10 ? PeriodType.DAY : code.contains("Q") ? PeriodType.QUARTER
				: code.contains("H") ? PeriodType.HALF : PeriodType.MONTH;
		return first(code).flatMap(first -> last(code).map(last -> new Named(type, first, last)));
	}

	/** First day of what is written: a day, a month, a quarter, a half, a year. */
	static Optional<LocalDate> first(String written) {
		Matcher match = WRITTEN.matcher(written);
		if (!match.matches()) {
			return Optional.empty();
		}
		try {
			int year = Integer.parseInt(match.group(1));
			if (match.group(4) != null) {
				return Optional.of(LocalDate.of(year, Integer.parseInt(match.group(4)) * 3 - 2, 1));
			}
			if (match.group(5) != null) {
				return Optional.of(LocalDate.of(year, Integer.parseInt(match.group(5)) * 6 - 5, 1));
			}
			int month = match.group(2) == null ? 1 : Integer.parseInt(match.group(2));
			return Optional.of(LocalDate.of(year, month, match.group(3) == null ? 1 : Integer.parseInt(match.group(3))));
		}
		catch (DateTimeException noDay) {
			return Optional.empty();
		}
	}

	/** Last day of what is written. */
	static Optional<LocalDate> last(String written) {
		return first(written).map(first -> {
			Matcher match = WRITTEN.matcher(written);
			match.matches();
			int months = match.group(4) != null ? 3 : match.group(5) != null ? 6 : match.group(3) != null ? 0 : match.group(2) != null ? 1 : 12;
			return months == 0 ? first : first.plusMonths(months).minusDays(1);
		});
	}

}
