package vn.motcua.agency;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import vn.motcua.agency.CalendarStore.CalendarDay;
import vn.motcua.kernel.calendar.SessionCalendar.DayRule;

/**
 * A calendar as a file: {@code day,rule,name_vi,name_en,source} with rules {@code off}, {@code worked}, {@code morning}.
 *
 * @param findings what is wrong, each as {@code line N: rule}; with any, the days are not to be used
 */
record CalendarFile(List<CalendarDay> days, List<String> findings) {

	static final String HEADER = "day,rule,name_vi,name_en,source";

	private static final int MOST_LINES = 5_000;

	static boolean startsLikeOne(String firstLine) {
		return firstLine.strip().equals(HEADER);
	}

	static CalendarFile read(BufferedReader reader) throws IOException {
		List<CalendarDay> days = new ArrayList<>();
		List<String> findings = new ArrayList<>();
		Set<LocalDate> seen = new HashSet<>();
		String header = reader.readLine();
		if (header == null || !startsLikeOne(header)) {
			return new CalendarFile(List.of(), List.of("line 1: the first line must be " + HEADER));
		}
		int number = 1;
		for (String line = reader.readLine(); line != null && number <= MOST_LINES; line = reader.readLine()) {
			number++;
			if (!line.isBlank()) {
				read(line, number, days, findings, seen);
			}
		}
		return new CalendarFile(List.copyOf(days), List.copyOf(findings));
	}

	private static void read(String line, int number, List<CalendarDay> days, List<String> findings, Set<LocalDate> seen) {
		String[] columns = line.split(",", -1);
		if (columns.length != 5) {
			findings.add("line " + number + ": five columns are needed, " + columns.length + " stand there");
			return;
		}
		try {
			LocalDate day = LocalDate.parse(columns[0].strip());
			DayRule rule = DayRule.valueOf(columns[1].strip().toUpperCase(Locale.ROOT));
			if (!seen.add(day)) {
				findings.add("line " + number + ": " + day + " stands there twice");
			}
			days.add(new CalendarDay(day, rule, columns[2].strip(), columns[3].strip(), columns[4].strip()));
		}
		catch (DateTimeParseException notADay) {
			findings.add("line " + number + ": day must be a date YYYY-MM-DD");
		}
		catch (IllegalArgumentException notARule) {
			findings.add("line " + number + ": rule must be off, worked or morning");
		}
	}

}
