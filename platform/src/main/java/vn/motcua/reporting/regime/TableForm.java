package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;

/**
 * A table as the designer's page sends it: a heading for each column, a name for each row, and in each cell {@code LD0301[SEX=F]}, {@code LD0301 = formula},
 * {@code = formula}, {@code +} for an indicator of its own, or nothing.
 */
public final class TableForm {

	private static final int MOST_ROWS = 300;

	private static final int MOST_COLUMNS = 60;

	private static final Pattern CELL = Pattern.compile("([A-Z][A-Z0-9_]{1,23})?\\s*(?:\\[([^\\]]{1,80})])?\\s*(?:=\\s*(.{1,2000}))?");

	private static final Pattern NUMBER = Pattern.compile("[RC](\\d{1,6})");

	private final MultiValueMap<String, String> values;

	private final OwnCodes codes;

	private final Map<IndicatorCode, FormTables.NewIndicator> made = new LinkedHashMap<>();

	private final List<String> wrong = new ArrayList<>();

	TableForm(MultiValueMap<String, String> values, OwnCodes codes) {
		this.values = values;
		this.codes = codes;
	}

	List<FormTables.NewIndicator> made() {
		return List.copyOf(made.values());
	}

	/** Cells that say nothing a table understands, as they were written. */
	List<String> wrong() {
		return wrong;
	}

	Template.Table table(String code) {
		List<Template.Column> columns = new ArrayList<>();
		List<Template.Row> rows = new ArrayList<>();
		List<Integer> across = new ArrayList<>();
		List<Integer> down = new ArrayList<>();
		for (int at = 0; at < count("so-cot", MOST_COLUMNS); at++) {
			if (!value("cot-" + at).isEmpty()) {
				columns.add(new Template.Column(code("ma-cot-" + at, "C", columns.stream().map(Template.Column::code).toList()), path(at), kind(at), List.of(), decimals(at)));
				across.add(at);
			}
		}
		for (int at = 0; at < count("so-dong", MOST_ROWS); at++) {
			if (!value("dong-" + at).isEmpty()) {
				rows.add(new Template.Row(code("ma-dong-" + at, "R", rows.stream().map(Template.Row::code).toList()), maybe(value("dong-" + at + "-so")),
						new LocalizedText(value("dong-" + at), value("dong-" + at + "-en")), depth(at)));
				down.add(at);
			}
		}
		List<Template.TableCell> cells = new ArrayList<>();
		for (int row = 0; row < rows.size(); row++) {
			for (int column = 0; column < columns.size(); column++) {
				Template.TableCell cell = cell(value("o-" + down.get(row) + "-" + across.get(column)), code, rows.get(row), columns.get(column));
				if (cell != null) {
					cells.add(cell);
				}
			}
		}
		String title = value("ten").isEmpty() ? code : value("ten");
		return new Template.Table(code, new LocalizedText(title, value("ten-en")), columns, rows, cells, rows.isEmpty() ? count("them", 500) : 0);
	}

	private Template.@Nullable TableCell cell(String text, String table, Template.Row row, Template.Column column) {
		if (text.isEmpty()) {
			return null;
		}
		if (text.equals("+")) {
			IndicatorCode code = codes.of(table.replace("B0", "B") + row.code() + column.code());
			made.put(code, new FormTables.NewIndicator(code, row.name().vi() + " – " + column.path().getLast().vi(), FigureNames.UNIT, false));
			return new Template.TableCell(row.code(), column.code(), code, Breakdown.WHOLE, null, false);
		}
		Matcher cell = CELL.matcher(text);
		if (cell.matches() && (cell.group(1) != null || cell.group(2) == null && cell.group(3) != null)) {
			try {
				Breakdown breakdown = new Breakdown(cell.group(2) == null ? "" : cell.group(2).replace(" ", ""));
				boolean required = value("bat-buoc").equals("1") && cell.group(3) == null;
				return new Template.TableCell(row.code(), column.code(), cell.group(1) == null ? null : new IndicatorCode(cell.group(1)), breakdown, maybe(cell.group(3)), required);
			}
			catch (IllegalArgumentException malformed) {
				// said below
			}
		}
		wrong.add(text.length() > 40 ? text.substring(0, 40) + "…" : text);
		return null;
	}

	/** Headings of a column from the top down; in English empty where it says the same. */
	public static String path(Template.Column column, boolean english) {
		String path = column.path().stream().map(english ? LocalizedText::en : LocalizedText::vi).collect(Collectors.joining(" / "));
		return english && path.equals(path(column, false)) ? "" : path;
	}

	/** Both languages in one line. */
	public static String line(LocalizedText text) {
		return RegimeForms.line(text);
	}

	/** What a cell of the page shows, by its row and column. */
	public static String written(Template.Table table, int row, int column) {
		if (row >= table.rows().size() || column >= table.columns().size()) {
			return "";
		}
		return table.cells().stream().filter(cell -> cell.row().equals(table.rows().get(row).code()) && cell.column().equals(table.columns().get(column).code())).findFirst()
			.map(TableForm::written).orElse("");
	}

	private static String written(Template.TableCell cell) {
		String figure = cell.indicator() == null ? "" : cell.indicator() + (cell.breakdown().whole() ? "" : "[" + cell.breakdown() + "]");
		return cell.formula() == null ? figure : (figure + " = " + cell.formula()).strip();
	}

	private List<LocalizedText> path(int at) {
		String[] vi = value("cot-" + at).split("\\s+/\\s+");
		String[] en = value("cot-" + at + "-en").split("\\s+/\\s+");
		List<LocalizedText> path = new ArrayList<>();
		for (int level = 0; level < vi.length && level < 5; level++) {
			path.add(new LocalizedText(vi[level], en.length == vi.length ? en[level] : ""));
		}
		return path;
	}

	private String kind(int at) {
		String kind = value("cot-" + at + "-kieu");
		return List.of("text", "number", "date").contains(kind) ? kind : "number";
	}

	private int decimals(int at) {
		String decimals = value("cot-" + at + "-le");
		return decimals.matches("[0-6]") ? Integer.parseInt(decimals) : 2;
	}

	private int depth(int at) {
		String depth = value("dong-" + at + "-lui");
		return depth.matches("[0-3]") ? Integer.parseInt(depth) : 0;
	}

	/** The code it had, or the next number that is free. */
	private String code(String field, String letter, List<String> taken) {
		String had = value(field);
		if (had.matches("[A-Za-z][A-Za-z0-9-]{0,19}") && !taken.contains(had)) {
			return had;
		}
		int most = taken.stream().map(NUMBER::matcher).filter(Matcher::matches).mapToInt(number -> Integer.parseInt(number.group(1))).max().orElse(0);
		for (int at = 0; at < MOST_ROWS; at++) {
			Matcher later = NUMBER.matcher(value((letter.equals("R") ? "ma-dong-" : "ma-cot-") + at));
			most = later.matches() ? Math.max(most, Integer.parseInt(later.group(1))) : most;
		}
		return letter + (most + 1);
	}

	private int count(String field, int most) {
		String count = value(field);
		return count.matches("\\d{1,4}") ? Math.min(Integer.parseInt(count), most) : 0;
	}

	private String value(String field) {
		String value = values.getFirst(field);
		return value == null ? "" : value.strip();
	}

	private static @Nullable String maybe(@Nullable String text) {
		return text == null || text.isBlank() ? null : text.strip();
	}

}
