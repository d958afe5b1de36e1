package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Template;

/** Whether texts and rows of a report belong to its form and keep to their limits. */
final class Words {

	private static final int MOST_CHARACTERS = 2_000;

	private Words() {
	}

	static List<FieldProblem> problems(ReportForm form, EntryDesk.Changes changes) {
		List<FieldProblem> problems = new ArrayList<>();
		Map<String, ReportForm.WordsCell> cells = changes.words().isEmpty() ? Map.of() : form.words();
		for (ReportText.Change change : changes.words()) {
			String pointer = "/texts/" + change.kind().name().toLowerCase(java.util.Locale.ROOT) + "/" + change.code();
			if (!belongs(form, cells, change)) {
				problems.add(FieldProblem.of(pointer, "reporting.no-section"));
			}
			else if (change.content().length() > change.kind().most()) {
				problems.add(FieldProblem.of(pointer, "reporting.text-length", "max", change.kind().most()));
			}
			else if (change.kind() == ReportText.Kind.WORDS) {
				problem(cells.get(change.code()).column(), change.content()).ifPresent(rule -> problems.add(FieldProblem.of(pointer, rule)));
			}
		}
		for (GrowingRow row : changes.rows()) {
			Optional<Template.Table> table = form.template().tables().stream().filter(each -> each.code().equals(row.table()) && each.growing() > 0).findFirst();
			if (table.isEmpty() || row.place() < 0 || row.place() >= table.get().growing()) {
				problems.add(FieldProblem.of("/rows/" + row.table(), table.isEmpty() ? "reporting.no-section" : "reporting.rows", "max", table.map(Template.Table::growing).orElse(0)));
				continue;
			}
			row.values().forEach((code, value) -> problem(table.get(), code, value).ifPresent(rule -> problems.add(FieldProblem.of("/rows/" + row.table() + "/" + row.id() + "/" + code, rule))));
		}
		return problems;
	}

	/** Rule that a value of a growing row breaks. */
	static Optional<String> problem(Template.Table table, String code, String value) {
		Optional<Template.Column> column = table.columns().stream().filter(each -> each.code().equals(code)).findFirst();
		return column.isEmpty() ? Optional.of("reporting.no-section") : problem(column.get(), value);
	}

	/** Rule that what is written in a column breaks. */
	static Optional<String> problem(Template.Column column, String value) {
		if (value.isBlank()) {
			return Optional.empty();
		}
		return switch (column.kind()) {
			case "number" -> number(value, column.decimals()) ? Optional.empty() : Optional.of("reporting.number");
			case "date" -> date(value) ? Optional.empty() : Optional.of("reporting.date");
			case "choice" -> column.choices().stream().anyMatch(choice -> choice.vi().equals(value)) ? Optional.empty() : Optional.of("reporting.choice");
			default -> value.length() <= MOST_CHARACTERS ? Optional.empty() : Optional.of("reporting.cell-length");
		};
	}

	/** What a value is read as: what its column holds, or text where it was written while the column held something else. */
	static String kind(Template.Column column, String value) {
		return problem(column, value).isEmpty() ? column.kind() : "text";
	}

	private static boolean belongs(ReportForm form, Map<String, ReportForm.WordsCell> cells, ReportText.Change change) {
		return switch (change.kind()) {
			case NARRATIVE -> form.template().narratives().stream().anyMatch(section -> section.code().equals(change.code()));
			case NOTE -> change.code().matches("\\d{1,4}") && form.byPlace().containsKey(Integer.valueOf(change.code()));
			case EXPLANATION -> explained(form, change.code());
			case WORDS -> cells.containsKey(change.code());
		};
	}

	/** Whether a check of this form can have found something under a code. */
	private static boolean explained(ReportForm form, String code) {
		String[] parts = code.split(":", 2);
		return parts.length == 2 && switch (parts[0]) {
			case "missing", "twice", "negative", "outlier", "counted" -> parts[1].matches("\\d{1,4}") && form.byPlace().containsKey(Integer.valueOf(parts[1]));
			case "section" -> form.template().narratives().stream().anyMatch(section -> section.code().equals(parts[1]));
			case "rule" -> form.formulas().rules().containsKey(parts[1]);
			default -> false;
		};
	}

	private static boolean number(String value, int decimals) {
		BigDecimal amount = Amounts.read(value);
		return amount != null && amount.stripTrailingZeros().scale() <= decimals;
	}

	private static boolean date(String value) {
		try {
			LocalDate day = LocalDate.parse(value);
			return day.getYear() >= 1900 && day.getYear() <= 2100;
		}
		catch (DateTimeParseException none) {
			return false;
		}
	}

}
