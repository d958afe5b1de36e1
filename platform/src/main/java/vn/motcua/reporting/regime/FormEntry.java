package vn.motcua.reporting.regime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.regime.FormSheet.Merge;

/**
 * What Excel lets one enter in some cells (data validation).
 *
 * @param kind {@code list}, {@code whole}, {@code decimal}, {@code date} and others of ECMA-376, 18.18.21
 * @param formula of a list: its texts, or where they stand
 * @param choices of a list that could be read, {@code null} for any other
 */
record FormEntry(List<Merge> ranges, String kind, String formula, @Nullable List<String> choices) {

	static final int MOST_CHOICES = 100;

	static final int LONGEST_CHOICE = 200;

	boolean list() {
		return kind.equals("list");
	}

	/** Whether one chooses among words, which no figure can be. */
	boolean words() {
		return choices != null && !choices.stream().allMatch(choice -> choice.matches("-?[\\d.,]+\\s*%?"));
	}

	FormEntry with(@Nullable List<String> others) {
		return new FormEntry(ranges, kind, formula, others);
	}

	/** What a column of a table that grows holds by this. */
	@Nullable String columnKind() {
		return switch (kind) {
			case "list" -> choices == null ? "text" : "choice";
			case "whole", "decimal" -> "number";
			case "date" -> "date";
			default -> null;
		};
	}

}
