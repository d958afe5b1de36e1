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

	public TimeLimit {
		if (amount < 0 || amount > 3660) {
			throw new IllegalArgumentException("a time limit is 0 to 3660 units");
		}
	}

}
