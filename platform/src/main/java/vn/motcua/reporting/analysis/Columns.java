package vn.motcua.reporting.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.formula.Reference;

/**
 * Periods of an answer and of which periods of the regimes each is made.
 *
 * @param all with those before the first shown, which comparisons read
 * @param first place of the first shown
 * @param sources by regime and column: places of the regime's periods
 * @param yearToDate the same from the beginning of the column's year to its end
 */
record Columns(PeriodType type, List<Answer.Column> all, int first, Map<Integer, int[][]> sources, Map<Integer, int[][]> yearToDate) {

	static Columns of(PeriodType type, Map<Integer, List<Opening>> openings, Question question) {
		TreeMap<LocalDate, Map<Integer, List<Integer>>> made = new TreeMap<>();
		Map<LocalDate, LocalDate> ends = new HashMap<>();
		Set<LocalDate> open = new HashSet<>();
		openings.forEach((regime, periods) -> {
			for (int p = 0; p < periods.size(); p++) {
				Opening opening = periods.get(p);
				LocalDate bucket = opening.period().type() == type ? opening.period().starts() : Spans.bucket(type, opening.period().starts());
				if (bucket != null) {
					made.computeIfAbsent(bucket, starts -> new HashMap<>()).computeIfAbsent(regime, number -> new ArrayList<>()).add(p);
					if (opening.closedAt() == null) {
						open.add(bucket);
					}
					ends.merge(bucket, opening.period().to(), (one, other) -> one.isAfter(other) ? one : other);
				}
			}
		});
		List<Answer.Column> all = new ArrayList<>();
		int first = 0;
		LocalDate shownFrom = Spans.madeOf(type, PeriodType.MONTH) ? Spans.bucket(type, question.from()) : question.from();
		for (Map.Entry<LocalDate, Map<Integer, List<Integer>>> column : made.entrySet()) {
			first += shownFrom != null && column.getKey().isBefore(shownFrom) ? 1 : 0;
			all.add(new Answer.Column(Spans.code(type, column.getKey()), column.getKey(), ends.get(column.getKey()), !open.contains(column.getKey())));
		}
		Map<Integer, int[][]> sources = new HashMap<>();
		Map<Integer, int[][]> yearToDate = new HashMap<>();
		openings.keySet().forEach(regime -> {
			int[][] of = made.values().stream().map(column -> column.getOrDefault(regime, List.of()).stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
			sources.put(regime, of);
			yearToDate.put(regime, yearToDate(type, all, of));
		});
		return new Columns(type, all, first, sources, yearToDate);
	}

	List<Answer.Column> shown() {
		return all.subList(first, all.size());
	}

	/** Place of the same period a year before, -1 when it is not there. */
	int yearBefore(int column) {
		return yearBefore(type, all, column);
	}

	private static int yearBefore(PeriodType type, List<Answer.Column> all, int column) {
		@Nullable LocalDate starts = Spans.yearBefore(type, all.get(column).starts());
		for (int c = column - 1; c >= 0; c--) {
			if (all.get(c).starts().equals(starts)) {
				return c;
			}
		}
		return -1;
	}

	/** Place of the period that a formula reads for one, -1 when it is not there. */
	int before(int column, Reference.When when) {
		return before(type, all, column, when);
	}

	static int before(PeriodType type, List<Answer.Column> all, int column, Reference.When when) {
		return switch (when) {
			case NOW -> column;
			case PREVIOUS -> column - 1;
			case LAST_YEAR -> yearBefore(type, all, column);
			case BELOW -> -1;
		};
	}

	private static int[][] yearToDate(PeriodType type, List<Answer.Column> all, int[][] sources) {
		int[][] sums = new int[sources.length][];
		for (int c = 0; c < sums.length; c++) {
			boolean goesOn = c > 0 && Spans.year(type, all.get(c - 1).starts()) == Spans.year(type, all.get(c).starts());
			sums[c] = goesOn ? joined(sums[c - 1], sources[c]) : sources[c];
		}
		return sums;
	}

	private static int[] joined(int[] one, int[] other) {
		int[] both = java.util.Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, both, one.length, other.length);
		return both;
	}

}
