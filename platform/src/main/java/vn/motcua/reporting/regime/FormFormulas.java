package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Template;
import vn.motcua.reporting.regime.FormSheet.FormCell;

/** Excel's formulas between the cells of one table in the platform's own language: sums, the four operations, {@code MIN MAX ABS ROUND}, and quotients guarded against nothing below the line. */
final class FormFormulas {

	private static final Pattern FUNCTION = Pattern.compile("\\b(SUM|MIN|MAX|ABS|ROUND)\\(");

	/** A range, or one cell. */
	private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,4})(?::\\$?([A-Z]{1,3})\\$?(\\d{1,4}))?(?![A-Za-z0-9_(])");

	private static final Pattern ALLOWED = Pattern.compile("[-+*/(),;.:$0-9 A-Z]+%?");

	/** {@code B6%} is a hundredth. */
	private static final Pattern PERCENT = Pattern.compile("(\\$?[A-Z]{1,3}\\$?\\d{1,4}|(?<![\\w.$])\\d+(?:\\.\\d+)?)%");

	private static final Pattern LITERAL = Pattern.compile("(?<![\\w.])\\d");

	private final FormSheet sheet;

	private final Map<Integer, Template.TableCell> placed;

	private final List<FormFinding> findings;

	FormFormulas(FormSheet sheet, Map<Integer, Template.TableCell> placed, List<FormFinding> findings) {
		this.sheet = sheet;
		this.placed = placed;
		this.findings = findings;
	}

	List<Template.TableCell> translate() {
		List<Template.TableCell> cells = new ArrayList<>();
		placed.forEach((place, cell) -> {
			FormCell written = sheet.cells().get(place);
			@Nullable String formula = written == null || written.formula() == null ? null : shown(written, formula(written.formula()));
			String where = sheet.where(place / FormSheet.WIDTH, place % FormSheet.WIDTH);
			if (written != null && written.formula() != null) {
				findings.add(formula == null ? FormFinding.warning(where, "formula-lost", "formula", written.formula()) : FormFinding.warning(where, "formula-taken", "formula", formula));
			}
			if (formula != null || cell.indicator() != null) {
				cells.add(formula == null ? cell : new Template.TableCell(cell.row(), cell.column(), cell.indicator(), cell.breakdown(), formula, false));
			}
		});
		return cells;
	}

	/** As Excel shows it: with a format of per cent a quotient a hundredfold; what else would have to be so many times larger cannot be told. */
	private static @Nullable String shown(FormCell written, @Nullable String formula) {
		if (formula == null || !written.percent() || !written.divides()) {
			return formula != null && written.percent() && LITERAL.matcher(formula).find() ? null : formula;
		}
		return "(" + formula + ") * 100";
	}

	/** {@code null} when it says something the language has not. */
	private @Nullable String formula(String excel) {
		String written = PERCENT.matcher(GuardedDivision.plain(excel.strip())).replaceAll("($1/100)");
		if (written.isEmpty() || !ALLOWED.matcher(written).matches() || written.endsWith("%")) {
			return null;
		}
		StringBuilder functions = new StringBuilder();
		Matcher function = FUNCTION.matcher(written.replace(';', ','));
		while (function.find()) {
			function.appendReplacement(functions, function.group(1).toLowerCase(java.util.Locale.ROOT) + "(");
		}
		function.appendTail(functions);
		@Nullable String all = replaced(functions.toString().replaceAll("\\s*([-+*/])\\s*", " $1 ").replaceAll("\\s*,\\s*", ", "), ADDRESS, this::figures);
		return all == null || Pattern.compile("\\b(?!sum|min|max|abs|round)[a-z]+\\b").matcher(all).find() ? null : all.replaceAll("\\s+", " ").strip();
	}

	/** Lines of the sheet that its formulas read a single cell of, as a sum of sums does. */
	static Set<Integer> linesRead(FormSheet sheet) {
		Set<Integer> lines = new HashSet<>();
		for (FormCell cell : sheet.cells().values()) {
			for (Matcher address = ADDRESS.matcher(cell.formula() == null ? "" : cell.formula()); address.find();) {
				if (address.group(4) == null) {
					lines.add(Integer.parseInt(address.group(2)) - 1);
				}
			}
		}
		return lines;
	}

	private interface Replacement {

		@Nullable String of(Matcher match);

	}

	private static @Nullable String replaced(String text, Pattern pattern, Replacement replacement) {
		StringBuilder replaced = new StringBuilder();
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			@Nullable String by = replacement.of(matcher);
			if (by == null) {
				return null;
			}
			matcher.appendReplacement(replaced, Matcher.quoteReplacement(by));
		}
		return matcher.appendTail(replaced).toString();
	}

	private @Nullable String figures(Matcher address) {
		int firstRow = Integer.parseInt(address.group(2)) - 1;
		int firstColumn = FormSheet.column(address.group(1));
		int lastRow = address.group(4) == null ? firstRow : Math.min(Integer.parseInt(address.group(4)) - 1, FormSheet.MOST_ROWS);
		int lastColumn = address.group(3) == null ? firstColumn : Math.min(FormSheet.column(address.group(3)), FormSheet.WIDTH);
		Set<String> figures = new LinkedHashSet<>();
		for (int row = firstRow; row <= lastRow; row++) {
			for (int column = firstColumn; column <= lastColumn; column++) {
				@Nullable String figure = figure(row, column);
				if (figure != null) {
					figures.add(figure);
				}
			}
		}
		return figures.isEmpty() ? null : String.join(", ", figures);
	}

	private @Nullable String figure(int row, int column) {
		Template.TableCell cell = placed.get(row * FormSheet.WIDTH + column);
		if (cell == null || cell.indicator() == null) {
			return null;
		}
		return cell.breakdown().whole() ? cell.indicator().value() : cell.indicator() + "[" + cell.breakdown() + "]";
	}

}
