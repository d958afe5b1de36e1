package vn.motcua.reporting.analysis;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;

/**
 * Puts what single agencies reported where it belongs in a grid. Readers of different periods or agencies may do so at once.
 *
 * @param periods places of the periods
 * @param numbers of the grid's units, in their order
 * @param leaf which of them are leaves
 */
record Leaves(Map<LocalDate, Integer> periods, int[] numbers, boolean[] leaf, Grid grid) {

	/** For one reading: agencies that stand as they stood in the period before are not looked for again. */
	FigureStore.Taker sheets() {
		return new FigureStore.Taker() {

			private int[] before = new int[0];

			private int[] units = new int[0];

			@Override
			public void take(LocalDate period, int[] agencies, long[][] amounts) {
				Integer at = periods.get(period);
				if (at != null) {
					units = Arrays.equals(before, agencies) ? units : inGrid(agencies);
					before = agencies;
					grid.sheets(at, units, amounts);
				}
			}
		};
	}

	FigureStore.TallyTaker tallies() {
		return (agency, period, tallies) -> {
			Integer at = periods.get(period);
			if (at != null) {
				grid.tallies(Arrays.binarySearch(numbers, agency), at, tallies);
			}
		};
	}

	/** Places of agencies in the grid, below 0 for those that are no leaves of it. */
	private int[] inGrid(int[] agencies) {
		int[] units = new int[agencies.length];
		for (int i = 0; i < units.length; i++) {
			int unit = Arrays.binarySearch(numbers, agencies[i]);
			units[i] = unit < 0 || leaf[unit] ? unit : -1;
		}
		return units;
	}

}
