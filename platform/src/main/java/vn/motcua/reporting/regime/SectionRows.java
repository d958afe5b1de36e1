package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.Template.TableCell;

/** What the officer says of rows that a form left open: whether they only head others, or have figures as the rows below them. */
final class SectionRows {

	private final OwnCodes codes;

	private final Function<IndicatorCode, Optional<Indicator>> indicators;

	private final Map<IndicatorCode, FormTables.NewIndicator> made = new LinkedHashMap<>();

	SectionRows(OwnCodes codes, Function<IndicatorCode, Optional<Indicator>> indicators) {
		this.codes = codes;
		this.indicators = indicators;
	}

	List<FormTables.NewIndicator> made() {
		return List.copyOf(made.values());
	}

	/** @param row code of a row; one that the table has not changes nothing */
	Template.Table said(Template.Table table, String row, boolean heads) {
		boolean has = table.cells().stream().anyMatch(cell -> cell.row().equals(row));
		int at = table.rows().stream().map(Template.Row::code).toList().indexOf(row);
		if (at < 0 || has != heads) {
			return table;
		}
		List<TableCell> cells = new ArrayList<>(table.cells());
		if (heads) {
			cells.removeIf(cell -> cell.row().equals(row));
		}
		else {
			cells.addAll(figures(table, at));
		}
		return new Template.Table(table.code(), table.title(), table.columns(), table.rows(), cells, table.growing());
	}

	private List<TableCell> figures(Template.Table table, int at) {
		Template.Row row = table.rows().get(at);
		Map<String, TableCell> alike = new LinkedHashMap<>();
		for (Template.Column column : table.columns()) {
			like(table, at, column).ifPresent(cell -> alike.put(column.code(), cell));
		}
		boolean single = table.columns().stream().filter(column -> !column.words()).count() == 1
				|| alike.values().stream().filter(cell -> cell.indicator() != null).count() > 1 && alike.values().stream().map(TableCell::indicator).filter(Objects::nonNull).distinct().count() == 1;
		List<TableCell> cells = new ArrayList<>();
		for (Template.Column column : table.columns()) {
			@Nullable TableCell model = alike.get(column.code());
			if (model != null && column.words()) {
				cells.add(TableCell.words(row.code(), column.code(), model.required()));
			}
			else if (model != null && model.indicator() != null) {
				IndicatorCode code = indicator(table, row, single ? null : column, model.indicator());
				cells.add(new TableCell(row.code(), column.code(), code, model.breakdown(), null, false));
			}
		}
		return cells;
	}

	/** The next cell below in a column. */
	private static Optional<TableCell> like(Template.Table table, int at, Template.Column column) {
		return table.rows().stream().skip(at + 1L).flatMap(row -> table.cells().stream().filter(cell -> cell.row().equals(row.code()) && cell.column().equals(column.code()))).findFirst();
	}

	/** The one that the row had before when it is still called so. */
	private IndicatorCode indicator(Template.Table table, Template.Row row, Template.@Nullable Column column, IndicatorCode model) {
		String place = table.code().replace("B0", "B") + row.code() + (column == null ? "" : column.code());
		String name = row.name().vi() + (column == null ? "" : FormTables.named(column));
		Optional<IndicatorCode> had = codes.at(place).filter(code -> indicators.apply(code).filter(one -> one.name().vi().equals(name)).isPresent());
		if (had.isPresent()) {
			return had.get();
		}
		IndicatorCode code = codes.of(place);
		String unit = indicators.apply(model).map(Indicator::unit).orElse(Indicator.NO_UNIT);
		made.putIfAbsent(code, new FormTables.NewIndicator(code, name, unit, Ways.of(name, null, unit)));
		return code;
	}

}
