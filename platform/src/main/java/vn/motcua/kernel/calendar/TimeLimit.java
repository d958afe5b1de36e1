package vn.motcua.kernel.calendar;

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

	public TimeLimit {
		if (amount < 0 || amount > 3660) {
			throw new IllegalArgumentException("a time limit is 0 to 3660 units");
		}
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
