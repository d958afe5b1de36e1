package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.regime.FormRows.Line;
import vn.motcua.reporting.regime.FormSections.Section;
import vn.motcua.reporting.regime.FormSheet.FormCell;

/** Makes tables of a template from the sheets of an Excel form. What has no tag and no known name becomes an indicator of the regime's own. */
final class FormTables {

	/**
	 * What a form asks for.
	 *
	 * @param indicators those that do not exist yet
	 * @param sections rows that may only head others
	 */
	record Taken(List<Template.Table> tables, List<NewIndicator> indicators, List<Section> sections) {
	}

	/** @param ways how its values become one, over units and over time */
	record NewIndicator(IndicatorCode code, String name, String unit, Ways ways) {

		/** A share that nothing computes again from other indicators, because its formula reads parts or is none of the platform's. */
		NewIndicator notComputed() {
			return ways.overUnits() == Aggregation.RATIO_OF_SUMS ? new NewIndicator(code, name, unit, new Ways(Aggregation.NONE, Aggregation.NONE)) : this;
		}

	}

	/** Most names that one finding holds. */
	private static final int MOST_NAMED = 3;

	/** Most rows that who reports may add, until the officer says otherwise. */
	private static final int GROWING_ROWS = 100;

	private final OwnCodes codes;

	private final FigureNames names;

	private final List<FormFinding> findings;

	private final Map<IndicatorCode, NewIndicator> made = new LinkedHashMap<>();

	private final List<Section> sections = new ArrayList<>();

	/** @param prefix beginning of the codes of new indicators */
	FormTables(String prefix, FigureNames names, List<FormFinding> findings) {
		this.codes = new OwnCodes(prefix, names::known);
		this.names = names;
		this.findings = findings;
	}

	Taken take(List<FormSheet> sheets) {
		List<Template.Table> tables = new ArrayList<>();
		for (FormSheet sheet : sheets) {
			List<FormRecognition> found = FormRecognition.all(sheet);
			if (found.isEmpty()) {
				findings.add(FormFinding.warning(sheet.name(), "no-table", "sheet", sheet.name()));
			}
			FormHidden.in(sheet, found, findings);
			found.forEach(one -> tables.add(table(sheet, one, "B" + String.format("%02d", tables.size() + 1))));
		}
		Set<IndicatorCode> again = OwnIndicators.formulas(tables).keySet();
		List<NewIndicator> indicators = made.values().stream().map(one -> again.contains(one.code()) ? one : one.notComputed()).toList();
		List<String> alone = indicators.stream().filter(one -> one.ways().overUnits() == Aggregation.NONE).map(NewIndicator::name).toList();
		if (!alone.isEmpty()) {
			findings.add(new FormFinding("", "not-summed", Map.of("n", alone.size(), "names", alone.stream().limit(MOST_NAMED).collect(Collectors.joining("; ")) + (alone.size() > MOST_NAMED ? "; …" : "")), true));
		}
		return new Taken(tables, indicators, List.copyOf(sections));
	}

	/**
	 * A table that is being read.
	 *
	 * @param lines its rows by the line of the sheet
	 * @param placed cells so far, by line × {@link FormSheet#WIDTH} + column
	 */
	private record Reading(FormSheet sheet, FormRecognition found, FormUnits units, String code, List<Template.Column> columns, Map<Integer, Line> lines,
			Map<Integer, Template.TableCell> placed) {
	}

	private Template.Table table(FormSheet sheet, FormRecognition found, String code) {
		if (found.grows()) {
			return growing(sheet, found, code);
		}
		Map<Integer, Line> lines = FormRows.of(sheet, found);
		boolean tagged = tagged(sheet, found);
		Map<Integer, Section> heading = tagged ? Map.of() : FormSections.of(sheet, found, lines, code);
		sections.addAll(heading.values());
		Set<Integer> heads = heading.keySet().stream().filter(line -> heading.get(line).heads()).collect(Collectors.toSet());
		Set<Integer> asking = lines.keySet().stream().filter(line -> tagged || lines.get(line).figures() && !heads.contains(line)).collect(Collectors.toCollection(LinkedHashSet::new));
		if (!tagged && names.agencies(sheet.text(found.header(), found.name()), lines.values().stream().map(Line::name).toList())) {
			findings.add(FormFinding.warning(sheet.where(found.header(), found.name()), "rows-are-agencies", "column", sheet.text(found.header(), found.name())));
		}
		FormWords words = FormWords.of(sheet, found, new FormHeadings(sheet, found, names), asking, findings);
		FormRecognition figures = words.figures();
		FormHeadings headings = new FormHeadings(sheet, figures, names);
		List<Template.Column> columns = headings.columns();
		List<Template.TableCell> cells = new ArrayList<>(cells(new Reading(sheet, figures, new FormUnits(sheet, figures, headings, names, heads), code, columns, lines, new LinkedHashMap<>()), asking));
		cells.addAll(words.cells(lines, asking, cells.stream().map(Template.TableCell::row).collect(Collectors.toSet())));
		return new Template.Table(code, LocalizedText.same(headings.title()), words.among(columns), lines.values().stream().map(Line::row).toList(), cells, 0);
	}

	private Template.Table growing(FormSheet sheet, FormRecognition found, String code) {
		FormHeadings headings = new FormHeadings(sheet, found, names);
		findings.add(FormFinding.warning(sheet.where(found.header(), found.name()), "growing", "title", headings.title()));
		FormChoices.taken(sheet, found, findings);
		return new Template.Table(code, LocalizedText.same(headings.title()), headings.columns(), List.of(), List.of(), GROWING_ROWS);
	}

	/** @param asking lines with figures */
	private List<Template.TableCell> cells(Reading table, Set<Integer> asking) {
		boolean tagged = tagged(table.sheet(), table.found());
		List<FormParts.@Nullable Part> parts = FormParts.of(table.columns(), names);
		table.lines().forEach((line, row) -> {
			for (int at = 0; at < parts.size() && asking.contains(line); at++) {
				int place = table.found().data().get(at);
				Template.@Nullable TableCell cell = tagged ? tag(table.sheet(), line, place, row.row(), table.columns().get(at)) : plain(table, line, at, parts.get(at));
				if (cell != null) {
					table.placed().put(line * FormSheet.WIDTH + place, cell);
				}
			}
		});
		return new FormFormulas(table.sheet(), table.placed(), findings).translate();
	}

	private Template.@Nullable TableCell tag(FormSheet sheet, int line, int column, Template.Row row, Template.Column head) {
		FormCell cell = sheet.cell(line, column);
		if (cell == null) {
			return null;
		}
		Matcher tag = FormRecognition.TAG.matcher(cell.text());
		if (!tag.find()) {
			return cell.formula() == null ? null : new Template.TableCell(row.code(), head.code(), null, Breakdown.WHOLE, null, false);
		}
		try {
			IndicatorCode indicator = new IndicatorCode(tag.group(1));
			Breakdown breakdown = new Breakdown(tag.group(2) == null ? "" : tag.group(2).replace(" ", ""));
			Optional<UnknownPart> unknown = names.unknown(breakdown);
			if (unknown.isPresent()) {
				findings.add(new FormFinding(sheet.where(line, column), "part", unknown.get().values(), true));
				return null;
			}
			if (!names.known(indicator)) {
				made.putIfAbsent(indicator, new NewIndicator(indicator, row.name().vi() + named(head), Indicator.NO_UNIT, Ways.of(row.name().vi() + named(head))));
			}
			return new Template.TableCell(row.code(), head.code(), indicator, breakdown, null, true);
		}
		catch (IllegalArgumentException malformed) {
			findings.add(FormFinding.warning(sheet.where(line, column), "tag", "tag", tag.group()));
			return null;
		}
	}

	/** @param part which part of a figure the column is of, {@code null} where each column has figures of its own */
	private Template.@Nullable TableCell plain(Reading table, int line, int at, FormParts.@Nullable Part part) {
		FormSheet sheet = table.sheet();
		int place = table.found().data().get(at);
		FormSheet.@Nullable Merge merge = sheet.merge(line, place);
		if (merge != null && (merge.row() != line || merge.column() != place)) {
			findings.add(FormFinding.warning(sheet.where(line, place), "merged-cells", "cell", sheet.where(merge.row(), merge.column())));
			return null;
		}
		Line row = table.lines().get(line);
		@Nullable FormCell cell = sheet.cell(line, place);
		if (cell != null && cell.formula() == null && cell.text().strip().matches("[xX-]") || FormChoices.words(sheet, line, place, findings)) {
			return null;
		}
		@Nullable Line whole = table.lines().get(row.of());
		Template.@Nullable TableCell partOf = whole == null ? null : partOf(table.placed(), row.of() * FormSheet.WIDTH + place, row);
		return partOf != null ? partOf : figure(table, row, at, part, whole, new Found(cell, table.units().of(line, place)));
	}

	/** What stands in a cell of the form. */
	private record Found(@Nullable FormCell cell, String unit) {
	}

	private Template.TableCell figure(Reading table, Line row, int at, FormParts.@Nullable Part part, @Nullable Line whole, Found found) {
		Template.Column column = table.columns().get(at);
		boolean single = table.columns().size() == 1 || part != null && part.whole() == null;
		Template.Column of = part == null || part.whole() == null ? column : part.whole();
		String name = (whole == null ? "" : whole.name() + " – ") + row.name() + (single ? "" : named(of));
		String own = table.code().replace("B0", "B") + row.row().code() + (single ? "" : of.code());
		@Nullable IndicatorCode known = known(name, own, single);
		IndicatorCode indicator = known != null ? known : codes.of(own);
		if (known == null) {
			made.putIfAbsent(indicator, new NewIndicator(indicator, name, found.unit(), Ways.of(name, found.cell(), found.unit())));
		}
		return new Template.TableCell(row.row().code(), column.code(), indicator, part == null ? Breakdown.WHOLE : part.breakdown(), null, false);
	}

	/** <i>Trong đó: nữ</i> is a part of the figure above where its name is an item of a dimension, and the table has that part nowhere else. */
	private Template.@Nullable TableCell partOf(Map<Integer, Template.TableCell> placed, int above, Line row) {
		Template.@Nullable TableCell whole = placed.get(above);
		Breakdown item = names.breakdown(row.name());
		if (whole == null || whole.indicator() == null || item.whole() || whole.breakdown().value().contains(item.value().substring(0, item.value().indexOf('=') + 1))) {
			return null;
		}
		Breakdown both = whole.breakdown().whole() ? item : new Breakdown(whole.breakdown() + "," + item);
		boolean twice = placed.values().stream().anyMatch(cell -> whole.indicator().equals(cell.indicator()) && both.equals(cell.breakdown()));
		return twice ? null : new Template.TableCell(row.row().code(), whole.column(), whole.indicator(), both, null, false);
	}

	/**
	 * The indicator that this place of an earlier version of the form was, when it is still called the same; else the one that is called so, where a row is
	 * several only one of the regime's own.
	 */
	private @Nullable IndicatorCode known(String name, String place, boolean single) {
		@Nullable IndicatorCode before = codes.at(place).filter(code -> names.called(code, name)).orElse(null);
		if (before != null) {
			return before;
		}
		@Nullable IndicatorCode called = names.called(name);
		return called != null && (single || codes.own(called)) ? called : null;
	}

	static String named(Template.Column column) {
		return " – " + String.join(", ", column.path().stream().map(LocalizedText::vi).toList());
	}

	private static boolean tagged(FormSheet sheet, FormRecognition found) {
		for (int line = found.first(); line <= found.last(); line++) {
			for (int column : found.data()) {
				if (FormRecognition.TAG.matcher(sheet.own(line, column)).find()) {
					return true;
				}
			}
		}
		return false;
	}

}
