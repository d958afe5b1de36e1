package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.regime.FormSheet.FormCell;

/** Makes tables of a template from the sheets of an Excel form. What has no tag and no known name becomes an indicator of the regime's own. */
final class FormTables {

	/**
	 * What a form asks for.
	 *
	 * @param indicators those that do not exist yet
	 */
	record Taken(List<Template.Table> tables, List<NewIndicator> indicators) {
	}

	record NewIndicator(IndicatorCode code, String name, String unit, boolean ratio) {
	}

	private static final Pattern LEADING_MARK = Pattern.compile("^([IVXLC]{1,6}|\\d{1,3}(?:\\.\\d{1,3}){0,3}|[a-zđ])[.)]\\s+(.+)");

	private final OwnCodes codes;

	private final FigureNames names;

	private final List<FormFinding> findings;

	private final Map<IndicatorCode, NewIndicator> made = new LinkedHashMap<>();

	/** @param prefix beginning of the codes of new indicators */
	FormTables(String prefix, FigureNames names, List<FormFinding> findings) {
		this.codes = new OwnCodes(prefix, names::known);
		this.names = names;
		this.findings = findings;
	}

	Taken take(List<FormSheet> sheets) {
		List<Template.Table> tables = new ArrayList<>();
		for (FormSheet sheet : sheets) {
			@Nullable FormRecognition found = FormRecognition.of(sheet);
			if (found == null) {
				findings.add(FormFinding.warning(sheet.name(), "no-table", "sheet", sheet.name()));
			}
			else {
				tables.add(table(sheet, found, "B" + String.format("%02d", tables.size() + 1)));
			}
		}
		return new Taken(tables, List.copyOf(made.values()));
	}

	private Template.Table table(FormSheet sheet, FormRecognition found, String code) {
		List<Template.Column> columns = new ArrayList<>();
		for (int at = 0; at < found.data().size(); at++) {
			columns.add(new Template.Column("C" + (at + 1), path(sheet, found, found.data().get(at)), "number", List.of(), 2));
		}
		List<Template.Row> rows = new ArrayList<>();
		Map<Integer, Template.Row> byLine = new HashMap<>();
		for (int line = found.first(); line <= found.last(); line++) {
			if (!sheet.own(line, found.name()).isEmpty()) {
				Template.Row row = row(sheet, found, line, "R" + (rows.size() + 1));
				rows.add(row);
				byLine.put(line, row);
			}
		}
		List<Template.TableCell> cells = cells(sheet, found, code, columns, byLine);
		return new Template.Table(code, LocalizedText.same(title(sheet, found)), columns, rows, cells, 0);
	}

	private List<Template.TableCell> cells(FormSheet sheet, FormRecognition found, String code, List<Template.Column> columns, Map<Integer, Template.Row> byLine) {
		boolean tagged = tagged(sheet, found);
		List<Breakdown> parts = columns.stream().map(column -> names.breakdown(column.path().getLast().vi())).toList();
		boolean byParts = !tagged && columns.size() > 1 && parts.stream().filter(Breakdown::whole).count() <= 1;
		Map<Integer, Template.TableCell> placed = new LinkedHashMap<>();
		byLine.keySet().stream().sorted().forEach(line -> {
			Template.Row row = byLine.get(line);
			String unit = unit(sheet, found, line);
			for (int at = 0; at < columns.size(); at++) {
				int place = found.data().get(at);
				Template.@Nullable TableCell cell = tagged ? tag(sheet, line, place, row, columns.get(at))
						: plain(sheet, line, place, code, row, columns, at, byParts ? parts.get(at) : null, unit);
				if (cell != null) {
					placed.put(line * FormSheet.WIDTH + place, cell);
				}
			}
		});
		return new FormFormulas(sheet, placed, findings).translate();
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
			if (!names.known(indicator)) {
				made.putIfAbsent(indicator, new NewIndicator(indicator, row.name().vi() + named(head), FigureNames.UNIT, false));
			}
			return new Template.TableCell(row.code(), head.code(), indicator, new Breakdown(tag.group(2) == null ? "" : tag.group(2).replace(" ", "")), null, true);
		}
		catch (IllegalArgumentException malformed) {
			findings.add(FormFinding.warning(sheet.where(line, column), "tag", "tag", tag.group()));
			return null;
		}
	}

	private Template.@Nullable TableCell plain(FormSheet sheet, int line, int place, String table, Template.Row row, List<Template.Column> columns, int at,
			@Nullable Breakdown part, String unit) {
		FormSheet.@Nullable Merge merge = sheet.merge(line, place);
		if (merge != null && (merge.row() != line || merge.column() != place)) {
			findings.add(FormFinding.warning(sheet.where(line, place), "merged-cells", "cell", sheet.where(merge.row(), merge.column())));
			return null;
		}
		FormCell cell = sheet.cell(line, place);
		if (cell != null && cell.formula() == null && cell.text().strip().matches("[xX-]")) {
			return null;
		}
		boolean single = columns.size() == 1 || part != null;
		String name = single ? row.name().vi() : row.name().vi() + named(columns.get(at));
		String own = table.replace("B0", "B") + row.code() + (single ? "" : columns.get(at).code());
		@Nullable IndicatorCode known = known(name, own, single);
		IndicatorCode indicator = known != null ? known : codes.of(own);
		boolean ratio = cell != null && cell.formula() != null && cell.formula().contains("/") || unit.equals("percent");
		if (known == null) {
			made.putIfAbsent(indicator, new NewIndicator(indicator, name, single ? unit : names.unit(columns.get(at).path().getLast().vi(), unit), ratio));
		}
		return new Template.TableCell(row.code(), columns.get(at).code(), indicator, part == null ? Breakdown.WHOLE : part, null, false);
	}

	/**
	 * The indicator that this place of an earlier version of the form was, when it is still called the same; else the one that is called so, where a row is
	 * several only one of the regime's own.
	 */
	private @Nullable IndicatorCode known(String name, String place, boolean single) {
		IndicatorCode before = codes.at(place);
		if (names.called(before, name)) {
			return before;
		}
		@Nullable IndicatorCode called = names.called(name);
		return called != null && (single || codes.own(called)) ? called : null;
	}

	private static String named(Template.Column column) {
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

	private static List<LocalizedText> path(FormSheet sheet, FormRecognition found, int column) {
		List<LocalizedText> path = new ArrayList<>();
		for (int row = found.header(); row < found.first(); row++) {
			String text = sheet.text(row, column);
			boolean ordinal = text.matches("\\(?([A-E]|\\d{1,2})\\)?(\\s*=.*)?");
			if (!text.isEmpty() && !ordinal && (path.isEmpty() || !path.getLast().vi().equals(text))) {
				path.add(LocalizedText.same(text));
			}
		}
		return path.isEmpty() ? List.of(LocalizedText.same(FormSheet.letters(column))) : path;
	}

	private static Template.Row row(FormSheet sheet, FormRecognition found, int line, String code) {
		String name = sheet.own(line, found.name());
		String mark = found.mark() < 0 ? "" : sheet.own(line, found.mark()).replaceFirst("\\.0$", "");
		Matcher leading = LEADING_MARK.matcher(name);
		if (mark.isEmpty() && leading.matches()) {
			mark = leading.group(1);
			name = leading.group(2);
		}
		String plain = name.replaceFirst("^[-+–•]\\s*", "");
		int depth = (int) mark.chars().filter(sign -> sign == '.').count() + (plain.length() < name.length() ? 1 : 0);
		return new Template.Row(code, mark.isEmpty() ? null : mark, LocalizedText.same(plain.isEmpty() ? name : plain), Math.min(depth, 3));
	}

	private String unit(FormSheet sheet, FormRecognition found, int line) {
		String of = found.unit() >= 0 ? sheet.text(line, found.unit()) : sheet.own(line, found.name());
		return names.unit(of, names.unit(title(sheet, found) + " " + above(sheet, found), FigureNames.UNIT));
	}

	/** Everything above the heading that says which unit figures are in. */
	private static String above(FormSheet sheet, FormRecognition found) {
		StringBuilder above = new StringBuilder();
		for (int row = 0; row < found.header(); row++) {
			for (int column = 0; column < sheet.columns(); column++) {
				String text = sheet.own(row, column);
				if (RegimeController.folded(text).contains("don vi")) {
					above.append(' ').append('(').append(text.replaceFirst(".*:", "").strip().replaceAll("[()]", "")).append(')');
				}
			}
		}
		return above.toString();
	}

	/** The longest text above the heading that is no unit and no address. */
	private static String title(FormSheet sheet, FormRecognition found) {
		String title = "";
		for (int row = 0; row < found.header(); row++) {
			for (int column = 0; column < sheet.columns(); column++) {
				String text = sheet.own(row, column);
				if (text.length() > title.length() && !RegimeController.folded(text).matches("(don vi|cong hoa|doc lap|\\(?ban hanh|kem theo|ky bao cao).*")) {
					title = text;
				}
			}
		}
		return title.isEmpty() ? sheet.name() : title;
	}

}
