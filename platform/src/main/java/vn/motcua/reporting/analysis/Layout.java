package vn.motcua.reporting.analysis;

import java.util.Arrays;

/**
 * Where the units of an answer, and those that make them up, have their places in a grid.
 *
 * @param parts by unit of the answer and period; one where all periods have the same
 * @param numbers of the units that figures are read of, in their order
 * @param leaf which of them are leaves; a number may stand twice, as both
 * @param places as the parts: their places among the numbers
 */
record Layout(Parts.Of[][] parts, int[] numbers, boolean[] leaf, int[][][] places) {

	static Layout of(Parts.Of[][] parts) {
		long[] read = unitsRead(parts);
		int[] numbers = new int[read.length];
		boolean[] leaf = new boolean[read.length];
		for (int i = 0; i < read.length; i++) {
			numbers[i] = (int) (read[i] >> 1);
			leaf[i] = (read[i] & 1) == 1;
		}
		return new Layout(parts, numbers, leaf, places(parts, numbers));
	}

	/** Numbers of the units that figures are read of, in their order; the lowest bit tells a leaf. */
	private static long[] unitsRead(Parts.Of[][] of) {
		long[] units = new long[of.length];
		int size = 0;
		for (Parts.Of[] unit : of) {
			for (int p = 0; p < unit.length; p++) {
				for (int i = 0; (p == 0 || unit[p] != unit[p - 1]) && i < unit[p].units().length; i++) {
					units = size < units.length ? units : Arrays.copyOf(units, size * 2);
					units[size++] = (long) unit[p].units()[i] << 1 | (unit[p].leaves()[i] ? 1 : 0);
				}
			}
		}
		Arrays.sort(units, 0, size);
		int distinct = 0;
		for (int i = 0; i < size; i++) {
			if (i == 0 || units[i] != units[i - 1]) {
				units[distinct++] = units[i];
			}
		}
		return Arrays.copyOf(units, distinct);
	}

	private static int[][][] places(Parts.Of[][] of, int[] numbers) {
		int[][][] places = new int[of.length][][];
		for (int u = 0; u < of.length; u++) {
			places[u] = new int[of[u].length][];
			for (int p = 0; p < of[u].length; p++) {
				boolean again = p > 0 && of[u][p] == of[u][p - 1];
				places[u][p] = again ? places[u][p - 1] : places(of[u][p].units(), numbers);
			}
		}
		return places;
	}

	private static int[] places(int[] units, int[] numbers) {
		int[] places = new int[units.length];
		for (int i = 0; i < places.length; i++) {
			places[i] = Arrays.binarySearch(numbers, units[i]);
		}
		return places;
	}

}
