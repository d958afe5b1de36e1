package vn.motcua.form.making;

import java.math.BigDecimal;

/**
 * Working hours of the steps of a new service. Examining takes four times as long as signing; together they fill the
 * shortest time limit and no more. Receiving comes before it begins and handing over after it ended.
 *
 * @param desk for receiving, and for handing over
 * @param examining for each step in between
 */
record NewHours(BigDecimal desk, BigDecimal examining, BigDecimal signing) {

	private static final int TENTHS = 10;

	private static final int LONGEST_SIGNING_HOURS = 16;

	private static final int DESK_HOURS = 4;

	/** @param limit working hours of the shortest time limit, at least one */
	static NewHours of(int limit, int examined) {
		int tenths = limit * TENTHS;
		int share = tenths / (4 * examined + 1);
		int signing = Math.min(share, LONGEST_SIGNING_HOURS * TENTHS);
		int examining = examined == 0 ? tenths - signing : (tenths - signing) / examined;
		return new NewHours(hours(Math.min(DESK_HOURS * TENTHS, tenths / 2)), hours(examining), hours(signing));
	}

	/** Whole hours, half an hour or tenths: as round as so little time allows, never more. */
	private static BigDecimal hours(int tenths) {
		int round = tenths >= TENTHS ? tenths / TENTHS * TENTHS : tenths >= TENTHS / 2 ? TENTHS / 2 : Math.max(1, tenths);
		return round % TENTHS == 0 ? BigDecimal.valueOf(round / TENTHS) : BigDecimal.valueOf(round, 1);
	}

}
