package vn.motcua.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.problem.FieldProblem;

/** Whether a date exists and lies between {@code x-min} and {@code x-max} of its question, which may be another date of the form. */
final class DateRule {

	/** {@code today}, {@code today - 14 years}, {@code stay.from + 1 day} (another date of the form), {@code 2010-01-01}. */
	static final Pattern BOUND = Pattern.compile("([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*)(?: ([+-]) (\\d{1,4}) (day|month|year)s?)?|(\\d{4}-\\d{2}-\\d{2})");

	static final String TODAY = "today";

	/** Where days have names. */
	interface Days {

		/** {@code today}, or the answer of a date question; {@code null} while it has none. */
		@Nullable LocalDate day(String name);

	}

	private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

	private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

	private DateRule() {
	}

	static void check(JsonNode schema, JsonNode answer, Days days, boolean yearEnough, String pointer, Consumer<FieldProblem> problems) {
		String text = answer.asString("");
		if (yearEnough && text.matches("\\d{4}")) {
			int year = Integer.parseInt(text);
			LocalDate max = bound(schema, "x-max", days);
			LocalDate min = bound(schema, "x-min", days);
			within(LocalDate.of(year, 1, 1), min == null ? null : min.withDayOfYear(1), max, pointer, problems);
			return;
		}
		LocalDate date = date(text);
		if (date == null) {
			problems.accept(FieldProblem.of(pointer, "form.date"));
			return;
		}
		within(date, bound(schema, "x-min", days), bound(schema, "x-max", days), pointer, problems);
	}

	private static void within(LocalDate date, @Nullable LocalDate min, @Nullable LocalDate max, String pointer, Consumer<FieldProblem> problems) {
		LocalDate earliest = min == null ? EARLIEST : min;
		LocalDate latest = max == null ? LATEST : max;
		if (date.isBefore(earliest)) {
			problems.accept(FieldProblem.of(pointer, "form.date-too-early", "min", earliest));
		}
		else if (date.isAfter(latest)) {
			problems.accept(FieldProblem.of(pointer, "form.date-too-late", "max", latest));
		}
	}

	static @Nullable LocalDate date(String text) {
		try {
			return text.length() == 10 ? LocalDate.parse(text) : null;
		}
		catch (DateTimeException noSuchDay) {
			return null;
		}
	}

	/** The question whose answer is the bound, {@code null} where none is. */
	static @Nullable String other(JsonNode bound) {
		Matcher read = BOUND.matcher(bound.asString(""));
		return read.matches() && read.group(1) != null && !read.group(1).equals(TODAY) ? read.group(1) : null;
	}

	private static @Nullable LocalDate bound(JsonNode schema, String name, Days days) {
		Matcher bound = BOUND.matcher(schema.path(name).asString(""));
		if (!bound.matches()) {
			return null;
		}
		if (bound.group(5) != null) {
			return date(bound.group(5));
		}
		LocalDate from = days.day(bound.group(1));
		return from == null || bound.group(2) == null ? from : from.plus(shift(bound));
	}

	private static Period shift(Matcher bound) {
		int amount = Integer.parseInt(bound.group(3)) * (bound.group(2).equals("-") ? -1 : 1);
		return switch (bound.group(4)) {
			case "day" -> Period.ofDays(amount);
			case "month" -> Period.ofMonths(amount);
			default -> Period.ofYears(amount);
		};
	}

}
