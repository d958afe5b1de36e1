package vn.motcua.reporting.burden;

import java.time.LocalDate;

/**
 * How hours of reporting are measured and what an hour is worth. Income of an hour is that of the standard cost model: a year's income per head over the working hours of a
 * year. Data, by {@code ./motcua load}.
 *
 * @param validFrom the first day it holds on
 * @param idleMinutes what lies further apart than this was not worked through
 * @param leastReports of fewer nothing is said
 * @param mostReports the last ones sent, no more of them are looked at
 * @param months periods that begin longer ago are left out
 * @param source where income and hours of a year come from, {@code unverified} when nobody confirmed them
 */
public record BurdenRule(LocalDate validFrom, int idleMinutes, int leastReports, int mostReports, int months, long yearlyIncomeVnd, int hoursInYear, String source) {

	public BurdenRule {
		within("idle_minutes", idleMinutes, 1, 240);
		within("least_reports", leastReports, 1, 1_000);
		within("most_reports", mostReports, leastReports, 5_000);
		within("months", months, 1, 60);
		within("yearly_income_vnd", yearlyIncomeVnd, 1, 100_000_000_000L);
		within("hours_in_year", hoursInYear, 1, 8_784);
	}

	public long hourVnd() {
		return yearlyIncomeVnd / hoursInYear;
	}

	private static void within(String name, long number, long least, long most) {
		if (number < least || number > most) {
			throw new IllegalArgumentException(name + " is from " + least + " to " + most);
		}
	}

}
