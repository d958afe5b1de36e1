package vn.motcua.reporting.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Template;

/**
 * A table of a template as it is drawn: headings over each other, rows of cells with their places in the sheet.
 *
 * @param unit unit of measure that all its figures share, else {@code null}
 */
public record FormTable(Template.Table table, List<List<Heading>> head, List<FormRow> rows, @Nullable String unit) {

	/** A heading over columns. @param column place of the column from 0 when it is the lowest over one column, else -1 */
	public record Heading(LocalizedText text, int across, int down, int column) {
	}

	/** @param unit unit that the figures of this row share when those of the table do not */
	public record FormRow(Template.Row row, int number, List<FormCell> cells, @Nullable String unit) {

		/** Whether a name has the words of the unit in its last brackets: {@code Đăng ký khai tử (vụ, ca)}. */
		public static boolean tells(String name, @Nullable String unit) {
			return unit == null || name.endsWith(")") && name.indexOf(unit, Math.max(0, name.lastIndexOf('('))) > 0;
		}

	}

	/**
	 * What stands in a row and column.
	 *
	 * @param cell {@code null} where nothing belongs
	 * @param place its place in the sheet; {@code null} for a computed cell that is no indicator, and for words
	 * @param words under which code its words are kept, {@code null} where figures belong
	 */
	public record FormCell(Template.@Nullable TableCell cell, int row, int column, @Nullable Cell place, @Nullable Indicator indicator, @Nullable String words) {

		public boolean blank() {
			return cell == null || words == null && cell.formula() == null && place == null;
		}

		public boolean computed() {
			return cell != null && formula() != null;
		}

		/** A figure that is typed in. */
		public boolean typed() {
			return !blank() && !computed() && words == null;
		}

		public @Nullable String formula() {
			return cell == null ? null : cell.computedBy(indicator);
		}

		public int decimals() {
			return place == null ? 2 : place.decimals();
		}

	}

	static FormTable of(Template.Table table, int regime, Cells cells, Indicators indicators) {
		Map<String, Template.TableCell> standing = new HashMap<>();
		table.cells().forEach(cell -> standing.put(cell.row() + "\n" + cell.column(), cell));
		List<FormRow> rows = new ArrayList<>();
		for (Template.Row row : table.rows()) {
			List<FormCell> drawn = new ArrayList<>();
			for (int column = 0; column < table.columns().size(); column++) {
				Template.TableCell cell = standing.get(row.code() + "\n" + table.columns().get(column).code());
				drawn.add(cell != null && table.columns().get(column).words() ? words(table, cell, rows.size(), column) : cell(cell, rows.size(), column, regime, cells, indicators));
			}
			rows.add(new FormRow(row, rows.size(), drawn, ofRow(drawn)));
		}
		String unit = shared(rows.stream().flatMap(row -> row.cells().stream()).toList());
		return new FormTable(table, head(table.columns()), rows, unit);
	}

	public boolean grows() {
		return table.growing() > 0;
	}

	/** Whether any cell of it takes words. */
	boolean says() {
		return rows.stream().anyMatch(row -> row.cells().stream().anyMatch(cell -> cell.words() != null));
	}

	private static FormCell cell(Template.@Nullable TableCell cell, int row, int column, int regime, Cells cells, Indicators indicators) {
		if (cell == null || cell.indicator() == null) {
			return new FormCell(cell, row, column, null, null, null);
		}
		Breakdown breakdown = Optional.ofNullable(cell.breakdown()).orElse(Breakdown.WHOLE);
		return new FormCell(cell, row, column, cells.find(regime, cell.indicator(), breakdown).orElse(null), indicators.find(cell.indicator()).orElse(null), null);
	}

	private static FormCell words(Template.Table table, Template.TableCell cell, int row, int column) {
		return new FormCell(cell, row, column, null, null, String.join(".", table.code(), cell.row(), cell.column()));
	}

	/** What is typed in says what a row counts; shares beside it have a unit of their own. */
	private static @Nullable String ofRow(List<FormCell> cells) {
		List<FormCell> typed = cells.stream().filter(FormCell::typed).toList();
		return shared(typed.isEmpty() ? cells : typed);
	}

	/** {@code null} also where nobody said one. */
	private static @Nullable String shared(List<FormCell> cells) {
		List<String> units = cells.stream().map(FormCell::indicator).filter(Objects::nonNull).map(Indicator::unit).distinct().limit(2).toList();
		return units.size() == 1 && !units.getFirst().equals(Indicator.NO_UNIT) ? units.getFirst() : null;
	}

	/** One list for each level, from the top; a heading goes down as far as nothing stands under it. */
	private static List<List<Heading>> head(List<Template.Column> columns) {
		int levels = columns.stream().mapToInt(column -> column.path().size()).max().orElse(1);
		List<List<Heading>> head = new ArrayList<>();
		for (int level = 0; level < levels; level++) {
			List<Heading> headings = new ArrayList<>();
			for (int from = 0; from < columns.size();) {
				List<LocalizedText> path = columns.get(from).path();
				int across = 1;
				boolean lowest = level == path.size() - 1;
				if (level < path.size()) {
					while (!lowest && from + across < columns.size() && starts(columns.get(from + across).path(), path.subList(0, level + 1))) {
						across++;
					}
					headings.add(new Heading(path.get(level), across, lowest ? levels - level : 1, lowest ? from : -1));
				}
				from += across;
			}
			head.add(headings);
		}
		return head;
	}

	private static boolean starts(List<LocalizedText> path, List<LocalizedText> beginning) {
		return path.size() > beginning.size() && path.subList(0, beginning.size()).equals(beginning);
	}

}
