package vn.motcua.kernel.calendar;

import java.util.Locale;

/** A time limit as a procedure states it (<i>thời hạn giải quyết</i>), for example 10 working days. */
public record TimeLimit(int amount, Unit unit) {

	public enum Unit {
		/** Hours in which agencies work. */
		WORKING_HOUR,
		/** Eight working hours; skips weekends and holidays. */
		WORKING_DAY,
		/** Days of the calendar; a due moment that falls on a day off moves to the next working day. */
		CALENDAR_DAY,
		/** Months of the calendar; moves like {@link #CALENDAR_DAY}. */
		MONTH
	}

	private static final int WORKING_DAY_HOURS = 8;

	private static final int SHORTEST_MONTH_DAYS = 28;

	private static final int LONGEST_MONTH_DAYS = 31;

	private static final int MONTHS_OF_A_YEAR = 12;

	private static final int DAYS_OF_A_YEAR = 365;

	private static final int DAYS_OF_A_WEEK = 7;

	private static final int WORKING_DAYS_OF_A_WEEK = 5;

	public TimeLimit {
		if (amount < 0 || amount > 3660) {
			throw new IllegalArgumentException("a time limit is 0 to 3660 units");
		}
	}

	/** Reads {@code 10 working-day}, also {@code working-days}. */
	public static TimeLimit of(String written) {
		String[] parts = written.strip().split(" ");
		if (parts.length != 2) {
			throw new IllegalArgumentException("a time limit reads like \"10 working-day\"");
		}
		String unit = parts[1].endsWith("s") ? parts[1].substring(0, parts[1].length() - 1) : parts[1];
		return new TimeLimit(Integer.parseInt(parts[0]), Unit.valueOf(unit.toUpperCase(Locale.ROOT).replace('-', '_')));
	}

	/**
	 * Whether this limit is never longer than another, whenever it begins. Working time and time of the calendar cannot be
	 * compared and answer false.
	 */
	public boolean within(TimeLimit most) {
		if (working() != most.working()) {
			return false;
		}
		if (unit == most.unit) {
			return amount <= most.amount;
		}
		return working() ? hours() <= most.hours() : days(LONGEST_MONTH_DAYS) <= most.days(SHORTEST_MONTH_DAYS);
	}

	/** Working hours it holds at least, in weeks without holidays. */
	public int workingHours() {
		if (working()) {
			return hours();
		}
		int days = unit == Unit.MONTH ? amount / MONTHS_OF_A_YEAR * DAYS_OF_A_YEAR + amount % MONTHS_OF_A_YEAR * SHORTEST_MONTH_DAYS : amount;
		int rest = days % DAYS_OF_A_WEEK;
		return WORKING_DAY_HOURS * (days / DAYS_OF_A_WEEK * WORKING_DAYS_OF_A_WEEK + (rest == 0 ? 0 : Math.max(1, rest - 2)));
	}

	private boolean working() {
		return unit == Unit.WORKING_HOUR || unit == Unit.WORKING_DAY;
	}

	private int hours() {
		return unit == Unit.WORKING_DAY ? amount * WORKING_DAY_HOURS : amount;
	}

	private int days(int monthDays) {
		return unit == Unit.MONTH ? amount * monthDays : amount;
	}

}
