package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Drop-downs of a form: columns of tables that grow take their choices, tables of figures have no place for words. */
final class FormChoices {

	private FormChoices() {
	}

	/** Says which columns of a table that grows have their choices from the form, and which lists could not be read. */
	static void taken(FormSheet sheet, FormRecognition found, List<FormFinding> findings) {
		for (int column : found.data()) {
			@Nullable FormEntry entry = sheet.entry(found.first(), column);
			if (entry != null && entry.list()) {
				String where = sheet.where(found.first(), column);
				findings.add(entry.choices() == null ? FormFinding.warning(where, "list-lost", "formula", entry.formula())
						: FormFinding.warning(where, "list-taken", "choices", String.join("; ", entry.choices())));
			}
		}
	}

	/**
	 * The table without columns in which one only chooses among words.
	 *
	 * @param asking lines that ask for something
	 */
	static FormRecognition withoutWords(FormSheet sheet, FormRecognition found, Set<Integer> asking, List<FormFinding> findings) {
		List<Integer> figures = new ArrayList<>();
		List<FormFinding> left = new ArrayList<>();
		for (int column : found.data()) {
			List<@Nullable FormEntry> entries = asking.stream().map(line -> sheet.entry(line, column)).toList();
			if (!entries.isEmpty() && entries.stream().allMatch(entry -> entry != null && entry.words())) {
				left.add(new FormFinding(sheet.where(found.header(), column), "list-column", Map.of("column", sheet.text(found.header(), column), "choices", String.join("; ", entries.getFirst().choices())), true));
			}
			else {
				figures.add(column);
			}
		}
		if (figures.isEmpty()) {
			return found;
		}
		findings.addAll(left);
		return found.in(figures);
	}

	/** Whether a cell of a table of figures has words to choose from. */
	static boolean words(FormSheet sheet, int line, int column, List<FormFinding> findings) {
		@Nullable FormEntry entry = sheet.entry(line, column);
		if (entry == null || !entry.words()) {
			return false;
		}
		findings.add(FormFinding.warning(sheet.where(line, column), "list-words", "choices", String.join("; ", entry.choices())));
		return true;
	}

}
