package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Sheets;

/**
 * Notes of the cells of a report and the history of one of them.
 *
 * @param position cell that is shown, {@code null} for none
 * @param typed text in the box
 * @param problem message key
 */
public record NotesPage(ReportForm form, boolean editable, @Nullable Integer position, @Nullable ReportText note, String typed, @Nullable String problem,
		List<Sheets.Change> history, List<ReportText> written) {

	public String href() {
		return "/bao-cao/nhap/" + form.address().path();
	}

	/** The note of somebody else that stands where the typed one was not taken. */
	public List<Meanwhile> meanwhile() {
		return note == null || !NotesController.CHANGED.equals(problem) ? List.of() : List.of(Meanwhile.of(note));
	}

	public List<Map.Entry<Integer, ReportForm.CellName>> cells() {
		Map<Integer, ReportForm.CellName> names = form.names();
		return form.byPlace().keySet().stream().map(place -> Map.entry(place, names.get(place))).toList();
	}

	public static String words(@Nullable BigDecimal amount, Locale language) {
		return amount == null ? "–" : Amounts.words(amount, language);
	}

}
