package vn.motcua.sandbox.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * How busy a desk is on a day: Mondays more than Fridays, January and September more than other months, nothing while the country
 * celebrates Tết, a rush before it and after it, and little in the weeks of April 2020 in which people were asked to stay at home.
 */
public final class Season {

	/** First days of the lunar year. */
	private static final Map<Integer, MonthDay> TET = Map.ofEntries(at(2016, 2, 8), at(2017, 1, 28), at(2018, 2, 16), at(2019, 2, 5), at(2020, 1, 25), at(2021, 2, 12),
			at(2022, 2, 1), at(2023, 1, 22), at(2024, 2, 10), at(2025, 1, 29), at(2026, 2, 17), at(2027, 2, 6), at(2028, 1, 26), at(2029, 2, 13), at(2030, 2, 3));

	private static final Set<MonthDay> HOLIDAYS = Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

	private static final double[] MONTHS = { 1.15, 0.95, 1.05, 1, 1, 0.95, 0.95, 1, 1.25, 1.05, 1, 1.05 };

	private static final double[] WEEKDAYS = { 1.25, 1.1, 1, 0.95, 0.9, 0.08, 0 };

	private static final LocalDate HOME_FROM = LocalDate.of(2020, 4, 1);

	private static final LocalDate HOME_UNTIL = LocalDate.of(2020, 4, 22);

	private Season() {
	}

	/** Whether offices work on a day. */
	public static boolean working(LocalDate day) {
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday(day);
	}

	/** How much comes on a day, 1 for an ordinary working day. */
	public static double weight(LocalDate day) {
		boolean home = !day.isBefore(HOME_FROM) && !day.isAfter(HOME_UNTIL);
		double after = day.getYear() == HOME_FROM.getYear() && day.getMonth() == HOME_FROM.getMonth() ? 0.6 : 1;
		return usual(day) * (home ? 0.3 : after);
	}

	/** The same without what no year before knew. */
	static double usual(LocalDate day) {
		return holiday(day) ? 0 : WEEKDAYS[day.getDayOfWeek().getValue() - 1] * MONTHS[day.getMonthValue() - 1] * aroundTet(day);
	}

	private static double aroundTet(LocalDate day) {
		Long days = daysAfterTet(day);
		if (days == null || days < -14 || days > 20) {
			return 1;
		}
		return days < -7 ? 1.2 : days < 0 ? 0.6 : days < 10 ? 0.6 : 1.15;
	}

	private static boolean holiday(LocalDate day) {
		Long days = daysAfterTet(day);
		return HOLIDAYS.contains(MonthDay.from(day)) || days != null && days >= -1 && days <= 5;
	}

	private static @org.jspecify.annotations.Nullable Long daysAfterTet(LocalDate day) {
		MonthDay first = TET.get(day.getYear());
		return first == null ? null : ChronoUnit.DAYS.between(first.atYear(day.getYear()), day);
	}

	private static Map.Entry<Integer, MonthDay> at(int year, int month, int day) {
		return Map.entry(year, MonthDay.of(month, day));
	}

}
