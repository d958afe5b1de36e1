package vn.motcua.reporting.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Template;
import vn.motcua.reporting.Template.Table;
import vn.motcua.reporting.Template.TableCell;

/**
 * A check where it is looked at: once, or in each row of the table in which it asks for words.
 *
 * @param id code of the check, with the row's after it when there may be several: {@code K1:R2}
 * @param rule with the figures that {@code @C3} stands for
 * @param words code of the words that are asked for, {@code B1.R2.C4}; {@code null} for none
 * @param section code of the narrative section that is asked for; {@code null} for none
 */
public record PlacedCheck(Template.Check check, String id, String rule, @Nullable String words, @Nullable String section) {

	/** {@code @C3} in a rule: the figure that stands in that column in the row of the words. */
	private static final Pattern COLUMN = Pattern.compile("@([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)");

	/** @param findings takes what is wrong with where it asks for words */
	static List<PlacedCheck> of(Template template, Template.Check check, List<FormulaFinding> findings) {
		String asks = check.asks();
		if (asks == null) {
			return List.of(new PlacedCheck(check, check.code(), check.rule(), null, null));
		}
		if (template.narratives().stream().anyMatch(section -> section.code().equals(asks))) {
			return List.of(new PlacedCheck(check, check.code(), check.rule(), null, asks));
		}
		String[] parts = asks.split("\\.", -1);
		List<PlacedCheck> placed = new ArrayList<>();
		for (Table table : template.tables()) {
			if (parts.length >= 2 && parts.length <= 3 && table.code().equals(parts[0])) {
				placed.addAll(inTable(table, check, parts.length == 3 ? parts[1] : null, parts[parts.length - 1], findings));
			}
		}
		if (placed.isEmpty() && findings.isEmpty()) {
			findings.add(FormulaFinding.error(0, "asks", "place", asks));
		}
		return placed;
	}

	public static List<PlacedCheck> of(Template template, Template.Check check) {
		return of(template, check, new ArrayList<>());
	}

	/** @param only code of the one row, {@code null} for every row of the column */
	private static List<PlacedCheck> inTable(Table table, Template.Check check, @Nullable String only, String column, List<FormulaFinding> findings) {
		Set<String> words = table.columns().stream().filter(Template.Column::words).map(Template.Column::code).collect(Collectors.toSet());
		List<TableCell> asked = table.cells().stream().filter(cell -> words.contains(cell.column()) && cell.column().equals(column) && (only == null || only.equals(cell.row()))).toList();
		List<PlacedCheck> placed = new ArrayList<>();
		for (TableCell cell : asked) {
			String rule = rule(table, check.rule(), cell.row());
			if (rule != null) {
				placed.add(new PlacedCheck(check, only == null ? check.code() + ":" + cell.row() : check.code(), rule, String.join(".", table.code(), cell.row(), column), null));
			}
		}
		if (placed.isEmpty() && !asked.isEmpty()) {
			findings.add(FormulaFinding.error(0, "asks-column", "rule", check.rule()));
		}
		return placed;
	}

	/** {@code null} where the row has no figure in a column that the rule reads. */
	private static @Nullable String rule(Table table, String rule, String row) {
		Map<String, String> figures = new HashMap<>();
		table.cells().stream().filter(cell -> cell.row().equals(row) && cell.indicator() != null)
			.forEach(cell -> figures.put(cell.column(), new Reference(cell.indicator(), cell.breakdown(), Reference.When.NOW).toString()));
		Matcher columns = COLUMN.matcher(rule);
		if (columns.results().anyMatch(named -> figure(figures, named) == null)) {
			return null;
		}
		return columns.reset().replaceAll(named -> Matcher.quoteReplacement(figure(figures, named)));
	}

	/** What follows a hyphen belongs to the code, unless there is no such column: {@code @C3-10}. */
	private static @Nullable String figure(Map<String, String> figures, MatchResult named) {
		String code = named.group(1);
		for (int end = code.length(); end > 0; end = code.lastIndexOf('-', end - 1)) {
			String figure = figures.get(code.substring(0, end));
			if (figure != null) {
				return figure + code.substring(end);
			}
		}
		return null;
	}

}
