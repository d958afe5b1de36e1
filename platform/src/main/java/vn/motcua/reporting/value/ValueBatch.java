package vn.motcua.reporting.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.SheetKey;

/**
 * Values of one request as plain arrays: some 26 bytes each, so that the most a request may hold takes a few tens of megabytes. Nothing of it is
 * written before all of it was read and found right.
 */
final class ValueBatch {

	static final int MOST_VALUES = 1_000_000;

	private static final int MOST_PROBLEMS = 1_000;

	private static final int PLACE_BITS = 11;

	private static final int INDEX_BITS = 20;

	private final List<SheetKey> sheets = new ArrayList<>();

	private final Map<SheetKey, Integer> numbers = new HashMap<>();

	private final List<ValueProblem> problems = new ArrayList<>();

	/** That were read, right or wrong. */
	private final BitSet lines = new BitSet();

	private int problemCount;

	/** By the number of the sheet. */
	private int[] firstLine = new int[256];

	private int[] sheet = new int[4096];

	private short[] place = new short[4096];

	private long[] amount = new long[4096];

	private int[] line = new int[4096];

	private int size;

	private long[] order = new long[0];

	/** Cells of one sheet, by place. */
	record Group(SheetKey key, short[] places, long[] amounts, int line) {
	}

	/**
	 * The number of a sheet in this batch.
	 *
	 * @param lineNumber that names it
	 */
	int sheet(int regime, java.time.LocalDate period, int agency, int lineNumber) {
		return numbers.computeIfAbsent(new SheetKey(regime, period, new AgencyId(agency)), key -> {
			if (sheets.size() == MOST_VALUES) {
				throw new ProblemException(ReportingProblem.TOO_MANY_VALUES, "max", MOST_VALUES);
			}
			if (sheets.size() == firstLine.length) {
				firstLine = Arrays.copyOf(firstLine, firstLine.length * 2);
			}
			firstLine[sheets.size()] = lineNumber;
			sheets.add(key);
			return sheets.size() - 1;
		});
	}

	void add(int sheetNumber, int position, long value, int lineNumber) {
		if (size == MOST_VALUES) {
			throw new ProblemException(ReportingProblem.TOO_MANY_VALUES, "max", MOST_VALUES);
		}
		if (size == sheet.length) {
			int room = Math.min(MOST_VALUES, size * 2);
			sheet = Arrays.copyOf(sheet, room);
			place = Arrays.copyOf(place, room);
			amount = Arrays.copyOf(amount, room);
			line = Arrays.copyOf(line, room);
		}
		sheet[size] = sheetNumber;
		place[size] = (short) position;
		amount[size] = value;
		line[size] = lineNumber;
		lines.set(lineNumber);
		size++;
	}

	/** Cells are named to be emptied: whatever values stand beside them. */
	void empty() {
		Arrays.fill(amount, 0, size, Amounts.EMPTY);
	}

	void problem(ValueProblem problem) {
		problemCount++;
		lines.set(problem.line());
		if (problems.size() < MOST_PROBLEMS) {
			problems.add(problem);
		}
	}

	int size() {
		return size;
	}

	/** How many lines were read, right or wrong. */
	int lines() {
		return lines.cardinality();
	}

	List<SheetKey> sheets() {
		return sheets;
	}

	List<ValueProblem> problems() {
		return problems;
	}

	/** So many are told that no more are; what is near to a mistyped word need not be looked for then. */
	boolean toldEnough() {
		return problems.size() == MOST_PROBLEMS;
	}

	int problemCount() {
		return problemCount;
	}

	/** Sorts by sheet, in the order of their keys, and place; a cell that stands there twice is a problem of the later line. */
	void sort() {
		int[] ranks = ranks();
		order = new long[size];
		for (int i = 0; i < size; i++) {
			order[i] = (long) ranks[sheet[i]] << PLACE_BITS + INDEX_BITS | (long) place[i] << INDEX_BITS | i;
		}
		Arrays.sort(order);
		for (int i = 1; i < size; i++) {
			if (order[i] >> INDEX_BITS == order[i - 1] >> INDEX_BITS) {
				problem(new ValueProblem(line[index(i)], FieldProblem.of("", "reporting.value-twice", "line", line[index(i - 1)])));
			}
		}
	}

	/** The first line that names a sheet, for what is wrong with the whole of it. */
	int firstLine(SheetKey key) {
		return firstLine[numbers.get(key)];
	}

	/** The next sheets from a place in the sorted values; {@code from} is where the last call ended. */
	int groups(int from, int most, List<Group> into) {
		int at = from;
		while (at < size && into.size() < most) {
			int end = at;
			int number = sheet[index(at)];
			while (end < size && sheet[index(end)] == number) {
				end++;
			}
			short[] places = new short[end - at];
			long[] amounts = new long[end - at];
			for (int i = at; i < end; i++) {
				places[i - at] = place[index(i)];
				amounts[i - at] = amount[index(i)];
			}
			into.add(new Group(sheets.get(number), places, amounts, line[index(at)]));
			at = end;
		}
		return at;
	}

	private int index(int sorted) {
		return (int) (order[sorted] & (1 << INDEX_BITS) - 1);
	}

	/** In the order everybody locks sheets in. */
	private int[] ranks() {
		Integer[] byKey = new Integer[sheets.size()];
		Arrays.setAll(byKey, i -> i);
		Arrays.sort(byKey, (one, other) -> {
			SheetKey a = sheets.get(one);
			SheetKey b = sheets.get(other);
			int byRegime = Integer.compare(a.regime(), b.regime());
			int byPeriod = byRegime != 0 ? byRegime : a.period().compareTo(b.period());
			return byPeriod != 0 ? byPeriod : a.agency().compareTo(b.agency());
		});
		int[] ranks = new int[byKey.length];
		for (int rank = 0; rank < byKey.length; rank++) {
			ranks[byKey[rank]] = rank;
		}
		return ranks;
	}

}
