package vn.motcua.reporting.regime;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Drop-downs of a form: columns of tables that grow take their choices, a column of figures has no place for words; see {@link FormWords} for those of words. */
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
