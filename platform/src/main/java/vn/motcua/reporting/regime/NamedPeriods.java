package vn.motcua.reporting.regime;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.PeriodType;

/**
 * The periods of a type as they are named, by their first day; what days their data are of is for the {@link CutOff} to say. Windows have dates of
 * their own and no place here.
 */
final class NamedPeriods {

	/** A school year is named from September to August. */
	private static final Month SCHOOL_STARTS = Month.SEPTEMBER;

	private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");

	private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

	private static final Pattern PART = Pattern.compile("(\\d{4})(?:-(\\d{2}))?-([DQH])(\\d)");

	private static final Pattern YEAR = Pattern.compile("(\\d{4})(-9M|-SY)?");

	private NamedPeriods() {
	}

	/** First day of the period that a day lies in; the nine months of a year are also what October to December lie in. */
	static LocalDate containing(PeriodType type, LocalDate day) {
		return switch (type) {
			case DAY, WINDOW -> day;
			case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
			case TEN_DAYS -> day.withDayOfMonth(Math.min((day.getDayOfMonth() - 1) / 10, 2) * 10 + 1);
			case MONTH -> day.withDayOfMonth(1);
			case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
			case HALF -> LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
			case NINE_MONTHS, YEAR -> day.withDayOfYear(1);
			case SCHOOL_YEAR -> LocalDate.of(day.getYear() - (day.getMonth().compareTo(SCHOOL_STARTS) < 0 ? 1 : 0), SCHOOL_STARTS, 1);
		};
	}

	static LocalDate next(PeriodType type, LocalDate starts) {
		return switch (type) {
			case DAY, WINDOW -> starts.plusDays(1);
			case WEEK -> starts.plusWeeks(1);
			case TEN_DAYS -> starts.getDayOfMonth() < 21 ? starts.plusDays(10) : starts.withDayOfMonth(1).plusMonths(1);
			case MONTH -> starts.plusMonths(1);
			case QUARTER -> starts.plusMonths(3);
			case HALF -> starts.plusMonths(6);
			case NINE_MONTHS, YEAR, SCHOOL_YEAR -> starts.plusYears(1);
		};
	}

	/** Last day of the period as it is named. */
	static LocalDate last(PeriodType type, LocalDate starts) {
		return type == PeriodType.NINE_MONTHS ? starts.plusMonths(9).minusDays(1) : next(type, starts).minusDays(1);
	}

	/** As {@link vn.motcua.reporting.ReportPeriod} says codes are written. */
	static String code(PeriodType type, LocalDate starts) {
		int year = starts.getYear();
		return switch (type) {
			case DAY -> starts.toString();
			case WEEK -> String.format(Locale.ROOT, "%04d-W%02d", starts.get(IsoFields.WEEK_BASED_YEAR), starts.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
			case TEN_DAYS -> String.format(Locale.ROOT, "%04d-%02d-D%d", year, starts.getMonthValue(), starts.getDayOfMonth() / 10 + 1);
			case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, starts.getMonthValue());
			case QUARTER -> year + "-Q" + starts.get(IsoFields.QUARTER_OF_YEAR);
			case HALF -> year + "-H" + (starts.getMonthValue() < 7 ? 1 : 2);
			case NINE_MONTHS -> year + "-9M";
			case YEAR -> Integer.toString(year);
			case SCHOOL_YEAR -> year + "-SY";
			case WINDOW -> "W" + starts;
		};
	}

	/** First day of the period with a code; empty when no period of the type is written so. */
	static Optional<LocalDate> parse(PeriodType type, String code) {
		try {
			return Optional.ofNullable(first(type, code)).filter(starts -> containing(type, starts).equals(starts) && code(type, starts).equals(code));
		}
		catch (DateTimeException | NumberFormatException none) {
			return Optional.empty();
		}
	}

	private static @Nullable LocalDate first(PeriodType type, String code) {
		return switch (type) {
			case DAY -> LocalDate.parse(code);
			case WINDOW -> code.startsWith("W") ? LocalDate.parse(code.substring(1)) : null;
			case WEEK -> {
				Matcher week = WEEK.matcher(code);
				yield week.matches() ? containing(type, LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)).plusWeeks(Integer.parseInt(week.group(2)) - 1L) : null;
			}
			case MONTH -> {
				Matcher month = MONTH.matcher(code);
				yield month.matches() ? LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1) : null;
			}
			case TEN_DAYS, QUARTER, HALF -> {
				Matcher part = PART.matcher(code);
				yield part.matches() ? part(part) : null;
			}
			case NINE_MONTHS, YEAR, SCHOOL_YEAR -> {
				Matcher year = YEAR.matcher(code);
				yield year.matches() ? LocalDate.of(Integer.parseInt(year.group(1)), type == PeriodType.SCHOOL_YEAR ? SCHOOL_STARTS.getValue() : 1, 1) : null;
			}
		};
	}

	private static LocalDate part(Matcher part) {
		int year = Integer.parseInt(part.group(1));
		int number = Integer.parseInt(part.group(4));
		return switch (part.group(3)) {
			case "D" -> LocalDate.of(year, Integer.parseInt(part.group(2)), (number - 1) * 10 + 1);
			case "Q" -> LocalDate.of(year, (number - 1) * 3 + 1, 1);
			default -> LocalDate.of(year, (number - 1) * 6 + 1, 1);
		};
	}

}
