package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Places of bars and lines in drawings of 1,000 units' width, reckoned by the server: pictures need no script. */
public final class Charts {

	public static final int WIDTH = 1000;

	public static final int HEIGHT = 360;

	/** Names with their last figures at the end of lines. */
	private static final int LINE_LABEL = 320;

	/** So that names of lines that end beside each other do not lie over each other. */
	private static final int BETWEEN_LABELS = 20;

	/** So that periods under the axis stand apart, also in the larger letters of a phone. */
	private static final int BETWEEN_PERIODS = 110;

	private static final int TOP = 20;

	private static final int BOTTOM = HEIGHT - 30;

	/** With more periods, points lie too close to be pointed at. */
	private static final int MOST_POINTS = 120;

	/** @param x where it begins: bars stand on zero, those below it to the left */
	public record Bar(Answer.Row row, double x, double width) {

		public String left() {
			return decimal(x);
		}

		public String wide() {
			return decimal(Math.max(1, width));
		}

	}

	/** @param points as an SVG path; broken where there is no figure @param labelY where its name stands @param dots that say their figure when they are pointed at */
	public record Line(Answer.Row row, String points, int labelY, int last, List<Dot> dots) {
	}

	public record Dot(int column, int x, int y) {
	}

	/** A figure beside the axis. */
	public record Mark(BigDecimal value, int y) {
	}

	private Charts() {
	}

	public static List<Bar> bars(List<Answer.Row> rows, int column) {
		double most = Math.max(0, rows.stream().mapToDouble(row -> value(row, column)).max().orElse(0));
		double least = Math.min(0, rows.stream().mapToDouble(row -> value(row, column)).min().orElse(0));
		double scale = most == least ? 0 : WIDTH / (most - least);
		double zero = -least * scale;
		return rows.stream().map(row -> {
			double length = value(row, column) * scale;
			return new Bar(row, length < 0 ? zero + length : zero, Math.abs(length));
		}).toList();
	}

	public static List<Line> lines(List<Answer.Row> rows, int columns) {
		double[] range = range(rows, columns);
		List<Line> lines = new ArrayList<>(rows.stream().map(row -> line(row, columns, range)).filter(line -> line.last() >= 0).toList());
		Integer[] order = IntStream.range(0, lines.size()).boxed().sorted(Comparator.comparing(at -> lines.get(at).labelY())).toArray(Integer[]::new);
		int lowest = TOP - BETWEEN_LABELS;
		for (int i = 0; i < order.length; i++) {
			Line line = lines.get(order[i]);
			lowest = Math.clamp(line.labelY(), lowest + BETWEEN_LABELS, Math.max(lowest + BETWEEN_LABELS, BOTTOM - (order.length - 1 - i) * BETWEEN_LABELS));
			lines.set(order[i], new Line(line.row(), line.points(), lowest, line.last(), line.dots()));
		}
		return lines;
	}

	/** Figures at the ends of the axis: what the highest and the lowest place stand for. */
	public static List<Mark> marks(List<Answer.Row> rows, int columns) {
		double[] range = range(rows, columns);
		return range[0] == range[1] ? List.of() : List.of(new Mark(rounded(range[1]), TOP), new Mark(rounded(range[0]), BOTTOM));
	}

	public static int x(int column, int columns) {
		return columns <= 1 ? TOP : TOP + column * (WIDTH - LINE_LABEL - TOP) / (columns - 1);
	}

	/** Whether the period of a column is written under it: the first, the last, and between them as many as stand clear of each other. */
	public static boolean labelled(int column, int columns) {
		if (column == 0 || column == columns - 1) {
			return true;
		}
		int each = Math.ceilDiv(BETWEEN_PERIODS, Math.max(1, x(1, columns) - x(0, columns)));
		return column % each == 0 && x(column, columns) - x(0, columns) > BETWEEN_PERIODS && x(columns - 1, columns) - x(column, columns) >= BETWEEN_PERIODS;
	}

	/** From zero, or the least figure below it, to the greatest. */
	private static double[] range(List<Answer.Row> rows, int columns) {
		double most = 0;
		double least = 0;
		for (Answer.Row row : rows) {
			for (int c = 0; c < columns; c++) {
				most = Math.max(most, value(row, c));
				least = Math.min(least, value(row, c));
			}
		}
		return new double[] { least, most };
	}

	private static Line line(Answer.Row row, int columns, double[] range) {
		StringBuilder path = new StringBuilder();
		List<Dot> dots = new ArrayList<>();
		boolean open = false;
		for (int c = 0; c < columns; c++) {
			if (row.value(c) == null) {
				open = false;
				continue;
			}
			int y = (int) Math.round(range[0] == range[1] ? BOTTOM : TOP + (range[1] - value(row, c)) / (range[1] - range[0]) * (BOTTOM - TOP));
			path.append(open ? " L" : " M").append(x(c, columns)).append(' ').append(y);
			dots.add(new Dot(c, x(c, columns), y));
			open = true;
		}
		int last = dots.isEmpty() ? -1 : dots.getLast().column();
		return new Line(row, path.toString().strip(), dots.isEmpty() ? BOTTOM : dots.getLast().y(), last, columns > MOST_POINTS ? List.of() : dots);
	}

	private static BigDecimal rounded(double value) {
		return new BigDecimal(value, new MathContext(4, RoundingMode.HALF_UP)).stripTrailingZeros();
	}

	private static double value(Answer.Row row, int column) {
		BigDecimal value = row.value(column);
		return value == null ? 0 : value.doubleValue();
	}

	private static String decimal(double number) {
		return String.format(Locale.ROOT, "%.1f", number);
	}

}
