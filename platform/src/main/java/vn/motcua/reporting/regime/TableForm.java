package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/**
 * A table as the designer's page sends it: a heading for each column, a name for each row, and in each cell {@code LD0301[SEX=F]}, {@code LD0301 = formula},
 * {@code = formula}, {@code +} for an indicator of its own, or nothing; {@code *} after a figure that must be filled in. Columns say what they hold; one of words
 * has a cell in every row with a figure, {@code x} for none, {@code +} where there would be none, {@code *} where they must be filled in.
 */
public final class TableForm {

	private static final int MOST_ROWS = 300;

	private static final int MOST_COLUMNS = 60;

	/** What a column may hold. */
	public static final List<String> KINDS = List.of("text", "number", "date", "choice");

	private static final Pattern CELL = Pattern.compile("([A-Z][A-Z0-9_]{1,23})?\\s*(?:\\[([^\\]]{1,80})])?\\s*(\\*)?\\s*(?:=\\s*(.{1,2000}))?");

	private static final Pattern AXIS_CODE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,19}");

	private static final Pattern FIELD = Pattern.compile("(cot|dong|o)-(\\d{1,3})(|-ma|-chon|-\\d{1,3})");

	private static final Pattern NUMBER = Pattern.compile("[RC](\\d{1,6})");

	private final MultiValueMap<String, String> values;

	private final OwnCodes codes;

	private final Kept kept;

	private final List<Dimension> dimensions;

	private final Map<IndicatorCode, FormTables.NewIndicator> made = new LinkedHashMap<>();

	private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

	/** To be drawn. */
	TableForm(MultiValueMap<String, String> values) {
		this(values, new OwnCodes("", code -> false), Kept.NOTHING, List.of());
	}

	/** @param dimensions all there are: a cell asks for no other part */
	TableForm(MultiValueMap<String, String> values, OwnCodes codes, Kept kept, List<Dimension> dimensions) {
		this.values = values;
		this.codes = codes;
		this.kept = kept;
		this.dimensions = dimensions;
	}

	/** Codes of rows and columns that published versions of the table have: they stay what they are, since reports are kept by them. */
	record Kept(Set<String> rows, Set<String> columns) {

		static final Kept NOTHING = new Kept(Set.of(), Set.of());

	}

	List<FormTables.NewIndicator> made() {
		return List.copyOf(made.values());
	}

	boolean sound() {
		return problems.isEmpty();
	}

	public List<FieldError> lines(Page page) {
		return problems.entrySet().stream().map(problem -> new FieldError(problem.getKey(),
				page.t("reporting.design.field", "label", label(page, problem.getKey()), "problem", page.problem(problem.getValue())))).toList();
	}

	/** As its input is called. */
	private static String label(Page page, String field) {
		Matcher named = FIELD.matcher(field);
		if (!named.matches()) {
			return field;
		}
		int number = Integer.parseInt(named.group(2)) + 1;
		return switch (named.group(1) + named.group(3)) {
			case "cot" -> page.t("reporting.design.table.column", "n", number);
			case "cot-ma" -> page.t("reporting.design.table.column-code", "n", number);
			case "cot-chon" -> page.t("reporting.design.table.choices", "n", number);
			case "dong" -> page.t("reporting.design.table.row-n", "n", number);
			case "dong-ma" -> page.t("reporting.design.table.row-code", "n", number);
			default -> page.t("reporting.design.table.cell", "row", number, "column", Integer.parseInt(named.group(3).substring(1)) + 1);
		};
	}

	public boolean wrong(String field) {
		return problems.containsKey(field);
	}

	public @Nullable String problem(Page page, String field) {
		FieldProblem problem = problems.get(field);
		return problem == null ? null : page.problem(problem);
	}

	public int columns() {
		return count("so-cot", MOST_COLUMNS);
	}

	public int rows() {
		return count("so-dong", MOST_ROWS);
	}

	/** Whether any column holds something else than figures. */
	public boolean says() {
		return IntStream.range(0, columns()).mapToObj(at -> value("cot-" + at + "-kieu")).anyMatch(kind -> !kind.isEmpty() && !kind.equals("number"));
	}

	public boolean grows() {
		return !value("them").isEmpty();
	}

	/** What the page says; with problems it is of no use. */
	Template.Table table(String code) {
		List<Template.Row> rows = new ArrayList<>();
		List<Integer> down = new ArrayList<>();
		for (int at = 0; at < rows(); at++) {
			if (!value("dong-" + at).isEmpty()) {
				rows.add(new Template.Row(code("dong-", at, "R", kept.rows(), rows.stream().map(Template.Row::code).toList()), maybe(value("dong-" + at + "-so")),
						new LocalizedText(value("dong-" + at), value("dong-" + at + "-en")), digit("dong-" + at + "-lui", 3, 0)));
				down.add(at);
			}
		}
		List<Template.Column> columns = new ArrayList<>();
		List<Integer> across = new ArrayList<>();
		for (int at = 0; at < columns(); at++) {
			if (!value("cot-" + at).isEmpty()) {
				columns.add(column(at, columns.stream().map(Template.Column::code).toList()));
				across.add(at);
			}
		}
		List<Template.TableCell> cells = new ArrayList<>();
		for (int row = 0; row < rows.size(); row++) {
			for (int column = 0; column < columns.size(); column++) {
				Template.TableCell cell = columns.get(column).words() ? null : cell("o-" + down.get(row) + "-" + across.get(column), code, rows.get(row), columns.get(column));
				if (cell != null) {
					cells.add(cell);
				}
			}
		}
		Set<String> filled = cells.stream().map(Template.TableCell::row).collect(Collectors.toSet());
		for (int row = 0; row < rows.size(); row++) {
			for (int column = 0; column < columns.size(); column++) {
				if (columns.get(column).words() && says("o-" + down.get(row) + "-" + across.get(column), filled.isEmpty() || filled.contains(rows.get(row).code()))) {
					cells.add(Template.TableCell.words(rows.get(row).code(), columns.get(column).code(), value("o-" + down.get(row) + "-" + across.get(column)).endsWith("*")));
				}
			}
		}
		int growing = rows.isEmpty() ? count("them", 500) : 0;
		if (columns.isEmpty()) {
			wrong("cot-0", "columns", Map.of());
		}
		else if (rows.isEmpty() && growing == 0) {
			wrong("dong-0", "rows", Map.of());
		}
		String title = value("ten").isEmpty() ? code : value("ten");
		return new Template.Table(code, new LocalizedText(title, value("ten-en")), columns, rows, cells, growing);
	}

	/** Whether words belong in a cell. @param asking whether they do where nothing is said */
	private boolean says(String field, boolean asking) {
		String text = value(field);
		if (!text.matches("(\\+?\\s*\\*?|[xX-])")) {
			wrong(field, "words-cell", Map.of("text", text.length() > 40 ? text.substring(0, 40) + "…" : text));
		}
		return text.isEmpty() ? asking : !text.matches("[xX-]");
	}

	private Template.Column column(int at, List<String> taken) {
		String kind = KINDS.contains(value("cot-" + at + "-kieu")) ? value("cot-" + at + "-kieu") : "number";
		List<LocalizedText> choices = !kind.equals("choice") ? List.of()
				: value("cot-" + at + "-chon").lines().map(String::strip).filter(line -> !line.isEmpty()).map(RegimeForm::twoLanguages).distinct().toList();
		if (kind.equals("choice") && (choices.isEmpty() || choices.size() > FormEntry.MOST_CHOICES || choices.stream().anyMatch(choice -> choice.vi().length() > FormEntry.LONGEST_CHOICE))) {
			wrong("cot-" + at + "-chon", "choices", Map.of("max", FormEntry.MOST_CHOICES, "length", FormEntry.LONGEST_CHOICE));
		}
		return new Template.Column(code("cot-", at, "C", kept.columns(), taken), path(at), kind, choices, digit("cot-" + at + "-le", 6, 2));
	}

	private Template.@Nullable TableCell cell(String field, String table, Template.Row row, Template.Column column) {
		String text = value(field);
		if (text.isEmpty()) {
			return null;
		}
		if (text.matches("\\+\\s*\\*?")) {
			IndicatorCode code = codes.of(table.replace("B0", "B") + row.code() + column.code());
			String name = row.name().vi() + " – " + column.path().getLast().vi();
			made.put(code, new FormTables.NewIndicator(code, name, Indicator.NO_UNIT, Ways.of(name)));
			return new Template.TableCell(row.code(), column.code(), code, Breakdown.WHOLE, null, text.endsWith("*"));
		}
		Matcher cell = CELL.matcher(text);
		if (cell.matches() && (cell.group(1) != null || cell.group(2) == null && cell.group(3) == null && cell.group(4) != null)) {
			try {
				Breakdown breakdown = new Breakdown(cell.group(2) == null ? "" : cell.group(2).replace(" ", ""));
				UnknownPart.of(breakdown, dimensions).ifPresent(part -> wrong(field, "part", part.values()));
				return new Template.TableCell(row.code(), column.code(), cell.group(1) == null ? null : new IndicatorCode(cell.group(1)), breakdown, maybe(cell.group(4)),
						cell.group(3) != null && cell.group(4) == null);
			}
			catch (IllegalArgumentException malformed) {
				// said below
			}
		}
		wrong(field, "cell", Map.of("text", text.length() > 40 ? text.substring(0, 40) + "…" : text));
		return null;
	}

	private void wrong(String field, String rule, Map<String, Object> values) {
		problems.putIfAbsent(field, new FieldProblem("/" + field, "reporting.design." + rule, values));
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

	private int digit(String field, int most, int otherwise) {
		String digit = value(field);
		return digit.matches("[0-9]") && Integer.parseInt(digit) <= most ? Integer.parseInt(digit) : otherwise;
	}

	/** The code that is written, else the one it had, else the next number that is free. */
	private String code(String axis, int at, String letter, Set<String> published, List<String> taken) {
		String had = value("ma-" + axis + at);
		String typed = value(axis + at + "-ma");
		if (!typed.isEmpty()) {
			String rule = !AXIS_CODE.matcher(typed).matches() ? "axis-code" : taken.contains(typed) ? "axis-code-twice" : typed.equals(had) ? "" : published.contains(had) ? "axis-code-kept"
					: published.contains(typed) ? "axis-code-given" : "";
			if (rule.isEmpty()) {
				return typed;
			}
			wrong(axis + at + "-ma", rule, Map.of("code", typed, "had", had));
		}
		return AXIS_CODE.matcher(had).matches() && !taken.contains(had) ? had : letter + (highest(axis, published, taken) + 1);
	}

	private int highest(String axis, Set<String> published, List<String> taken) {
		Stream<String> written = IntStream.range(0, MOST_ROWS).boxed().flatMap(other -> Stream.of(value("ma-" + axis + other), value(axis + other + "-ma")));
		return Stream.of(taken.stream(), published.stream(), written).flatMap(codes -> codes).map(NUMBER::matcher).filter(Matcher::matches)
			.mapToInt(number -> Integer.parseInt(number.group(1))).max().orElse(0);
	}

	private int count(String field, int most) {
		String count = value(field);
		return count.matches("\\d{1,4}") ? Math.min(Integer.parseInt(count), most) : 0;
	}

	public String value(String field) {
		String value = values.getFirst(field);
		return value == null ? "" : value.strip();
	}

	private static @Nullable String maybe(@Nullable String text) {
		return text == null || text.isBlank() ? null : text.strip();
	}

}
