package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Places of bars and lines in a drawing of 1,000 units' width, reckoned by the server: pictures need no script. */
public final class Charts {

	public static final int WIDTH = 1000;

	public static final int HEIGHT = 360;

	private static final int LABEL = 240;

	private static final int VALUE = 170;

	/** @param x where it begins: bars stand on zero, those below it to the left */
	public record Bar(Answer.Row row, double x, double width) {

		public String left() {
			return decimal(x);
		}

		public String wide() {
			return decimal(Math.max(1, width));
		}

		public String end() {
			return decimal(x + width + 8);
		}

	}

	/** @param points as an SVG path; broken where there is no figure @param endY where its name stands */
	public record Line(Answer.Row row, String points, int endY, int last) {
	}

	private Charts() {
	}

	public static List<Bar> bars(List<Answer.Row> rows, int column) {
		double most = Math.max(0, rows.stream().mapToDouble(row -> value(row, column)).max().orElse(0));
		double least = Math.min(0, rows.stream().mapToDouble(row -> value(row, column)).min().orElse(0));
		double scale = most == least ? 0 : (WIDTH - LABEL - VALUE) / (most - least);
		double zero = LABEL - least * scale;
		return rows.stream().map(row -> {
			double length = value(row, column) * scale;
			return new Bar(row, length < 0 ? zero + length : zero, Math.abs(length));
		}).toList();
	}

	public static List<Line> lines(List<Answer.Row> rows, int columns) {
		double most = Double.NEGATIVE_INFINITY;
		double least = 0;
		for (Answer.Row row : rows) {
			for (int c = 0; c < columns; c++) {
				if (row.value(c) != null) {
					most = Math.max(most, value(row, c));
					least = Math.min(least, value(row, c));
				}
			}
		}
		List<Line> lines = new ArrayList<>();
		for (Answer.Row row : rows) {
			lines.add(line(row, columns, least, most));
		}
		return lines;
	}

	public static int x(int column, int columns) {
		return columns <= 1 ? 20 : 20 + column * (WIDTH - LABEL - 20) / (columns - 1);
	}

	private static Line line(Answer.Row row, int columns, double least, double most) {
		StringBuilder path = new StringBuilder();
		boolean open = false;
		int last = -1;
		int endY = HEIGHT;
		for (int c = 0; c < columns; c++) {
			if (row.value(c) == null) {
				open = false;
				continue;
			}
			endY = (int) Math.round(most == least ? HEIGHT / 2.0 : 20 + (most - value(row, c)) / (most - least) * (HEIGHT - 50));
			path.append(open ? " L" : " M").append(x(c, columns)).append(' ').append(endY);
			open = true;
			last = c;
		}
		return new Line(row, path.toString().strip(), endY, last);
	}

	private static double value(Answer.Row row, int column) {
		BigDecimal value = row.value(column);
		return value == null ? 0 : value.doubleValue();
	}

	private static String decimal(double number) {
		return String.format(Locale.ROOT, "%.1f", number);
	}

}
