package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;

/**
 * A table as a file writes it: rows and columns each say what they add to a cell, an indicator, a part of a breakdown or a formula, and cells stand
 * where a row and a column together name a figure. A column of text, dates or choices has a cell for words in every row with a figure, or in every row
 * where the table has none.
 */
record WrittenTable(String code, LocalizedText title, @Nullable List<Axis> columns, @Nullable List<Axis> rows, int growing) {

	/** {@code LD0301{}} in a formula of a row or column: the indicator with the breakdown of the cell; {@code LD0301{SEX=F}}: and with that part. */
	private static final Pattern OWN = Pattern.compile("([A-Z][A-Z0-9_]{1,23})\\{([^}]*)}");

	/**
	 * One row or column.
	 *
	 * @param path headings of a column from the top down; {@code name} when it has only one
	 * @param formula over other figures; {@code @} stands for the indicator of the cell
	 * @param skip codes of columns (or rows) that it has no cell in
	 */
	record Axis(String code, @Nullable String mark, int depth, @Nullable LocalizedText name, @Nullable List<LocalizedText> path, @Nullable String indicator,
			@Nullable String breakdown, @Nullable String formula, @Nullable Boolean required, @Nullable List<String> skip, @Nullable String kind,
			@Nullable List<LocalizedText> choices, int decimals) {

		List<LocalizedText> headings() {
			return path != null ? path : List.of(Stream.ofNullable(name).findFirst().orElseThrow(() -> new IllegalArgumentException("column " + code + " has no name")));
		}

		boolean words() {
			return kind != null && !kind.equals("number");
		}

		boolean skips(Axis other) {
			return skip != null && skip.contains(other.code);
		}

	}

	Template.Table table() {
		List<Axis> across = columns == null ? List.of() : columns;
		List<Axis> down = rows == null ? List.of() : rows;
		List<Template.TableCell> cells = new ArrayList<>();
		for (Axis row : down) {
			for (Axis column : across) {
				if (!row.skips(column) && !column.skips(row) && !column.words()) {
					Stream.ofNullable(cell(row, column)).forEach(cells::add);
				}
			}
		}
		Set<String> asking = cells.stream().map(Template.TableCell::row).collect(Collectors.toSet());
		for (Axis row : down) {
			if (asking.isEmpty() || asking.contains(row.code())) {
				across.stream().filter(column -> column.words() && !row.skips(column) && !column.skips(row))
					.forEach(column -> cells.add(Template.TableCell.words(row.code(), column.code(), Boolean.TRUE.equals(column.required()))));
			}
		}
		return new Template.Table(code, title, across.stream().map(WrittenTable::column).toList(), down.stream().map(WrittenTable::row).toList(), cells, growing);
	}

	private static Template.@Nullable TableCell cell(Axis row, Axis column) {
		@Nullable String indicator = column.indicator() != null ? column.indicator() : row.indicator();
		Breakdown breakdown = joined(row.breakdown(), column.breakdown());
		@Nullable String formula = formula(column.formula(), row.formula(), indicator, breakdown);
		if (indicator == null && formula == null) {
			return null;
		}
		boolean required = formula == null && (row.required() == null || row.required()) && (column.required() == null || column.required());
		return new Template.TableCell(row.code(), column.code(), indicator == null ? null : new IndicatorCode(indicator), breakdown, formula, required);
	}

	/** The column's before the row's, unless it needs an indicator that the cell has not. */
	private static @Nullable String formula(@Nullable String column, @Nullable String row, @Nullable String indicator, Breakdown breakdown) {
		@Nullable String written = column == null || column.contains("@") && indicator == null ? row : column;
		if (written == null || written.contains("@") && indicator == null) {
			return null;
		}
		String named = indicator == null ? written : written.replace("@", indicator);
		return OWN.matcher(named).replaceAll(own -> Matcher.quoteReplacement(own.group(1) + part(joined(breakdown.value(), own.group(2)))));
	}

	private static String part(Breakdown breakdown) {
		return breakdown.whole() ? "" : "[" + breakdown + "]";
	}

	private static Breakdown joined(@Nullable String one, @Nullable String other) {
		return new Breakdown(Stream.of(one, other).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(",")));
	}

	private static Template.Column column(Axis axis) {
		return new Template.Column(axis.code(), axis.headings(), axis.kind() == null ? "number" : axis.kind(), axis.choices() == null ? List.of() : axis.choices(),
				axis.decimals());
	}

	private static Template.Row row(Axis axis) {
		LocalizedText name = axis.name();
		if (name == null) {
			throw new IllegalArgumentException("row " + axis.code() + " has no name");
		}
		return new Template.Row(axis.code(), axis.mark(), name, axis.depth());
	}

}
