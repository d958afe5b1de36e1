package vn.motcua.catalogue.linked;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.calendar.TimeLimit;

/**
 * Time limits as durations of ISO 8601, which knows no working days: five of them are a week. The profile calls the value an
 * estimate; the legal limit stands beside it in words.
 */
final class Durations {

	private static final int WORKING_DAYS_A_WEEK = 5;

	private Durations() {
	}

	/** {@code null} when the limits differ. */
	static @Nullable String common(Collection<TimeLimit> limits) {
		List<TimeLimit> different = new ArrayList<>(limits.stream().distinct().toList());
		return different.size() == 1 ? of(different.getFirst()) : null;
	}

	static String of(TimeLimit limit) {
		return switch (limit.unit()) {
			case WORKING_HOUR -> "PT" + limit.amount() + "H";
			case WORKING_DAY -> "P" + (limit.amount() / WORKING_DAYS_A_WEEK * 7 + limit.amount() % WORKING_DAYS_A_WEEK) + "D";
			case CALENDAR_DAY -> "P" + limit.amount() + "D";
			case MONTH -> "P" + limit.amount() + "M";
		};
	}

}
