package vn.motcua.reporting.burden;

import java.time.LocalDate;

import vn.motcua.kernel.LocalizedText;

/**
 * How hours of reporting are measured and what an hour is worth. Income of an hour is that of the standard cost model: a year's income per head over the working hours of a
 * year. Data, by {@code ./motcua load}.
 *
 * @param validFrom the first day it holds on
 * @param idleMinutes what lies further apart than this was not worked through
 * @param leastReports of fewer nothing is said
 * @param mostReports the last ones sent, no more of them are looked at
 * @param months periods that begin longer ago are left out
 * @param source where income and hours of a year come from, {@code Vietnamese | English}; {@code unverified} when nobody said
 */
public record BurdenRule(LocalDate validFrom, int idleMinutes, int leastReports, int mostReports, int months, long yearlyIncomeVnd, int hoursInYear, String source) {

	private static final int LONGEST_SOURCE = 500;

	public BurdenRule {
		within("idle_minutes", idleMinutes, 1, 240);
		within("least_reports", leastReports, 1, 1_000);
		within("most_reports", mostReports, leastReports, 5_000);
		within("months", months, 1, 60);
		within("yearly_income_vnd", yearlyIncomeVnd, 1, 100_000_000_000L);
		within("hours_in_year", hoursInYear, 1, 8_784);
		if (source.isBlank() || source.strip().startsWith("|") || source.length() > LONGEST_SOURCE) {
			throw new IllegalArgumentException("source is Vietnamese | English, at most " + LONGEST_SOURCE + " signs");
		}
	}

	public long hourVnd() {
		return yearlyIncomeVnd / hoursInYear;
	}

	/** The source in both languages; one that is written in one only is the same in both. */
	public LocalizedText sourceWords() {
		String[] parts = source.split(" \\| ", 2);
		return new LocalizedText(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
	}

	private static void within(String name, long number, long least, long most) {
		if (number < least || number > most) {
			throw new IllegalArgumentException(name + " is from " + least + " to " + most);
		}
	}

}
