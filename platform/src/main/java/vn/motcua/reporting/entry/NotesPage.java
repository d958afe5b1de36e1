package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Sheets;

/**
 * Notes of the cells of a report and the history of one of them, or of words.
 *
 * @param position cell that is shown, {@code null} for none
 * @param said words that are shown, {@code null} for none
 * @param typed text in the box
 * @param problem message key
 */
public record NotesPage(ReportForm form, boolean editable, @Nullable Integer position, @Nullable SaidHistory said, @Nullable ReportText note, String typed, @Nullable String problem,
		List<Sheets.Change> history, List<ReportText> written) {

	public String href() {
		return "/bao-cao/nhap/" + form.address().path();
	}

	/** The note of somebody else that stands where the typed one was not taken. */
	public List<Meanwhile> meanwhile() {
		return note == null || !NotesController.CHANGED.equals(problem) ? List.of() : List.of(Meanwhile.of(note));
	}

	/** What has a history: figures, words in tables and sections of the outline, by the name that is asked for. */
	public Map<String, String> choices(Locale language) {
		Map<String, String> choices = new LinkedHashMap<>();
		Map<Integer, ReportForm.CellName> names = form.names();
		form.byPlace().keySet().forEach(place -> choices.put(place.toString(), names.get(place).in(language)));
		form.words().forEach((code, cell) -> choices.put(EntryInput.prefix(ReportText.Kind.WORDS) + code, cell.name().in(language)));
		form.template().narratives().forEach(section -> choices.put(EntryInput.prefix(ReportText.Kind.NARRATIVE) + section.code(), section.heading().in(language)));
		return choices;
	}

	public String chosen() {
		return said != null ? said.field() : position == null ? "" : position.toString();
	}

	public static String words(@Nullable BigDecimal amount, Locale language) {
		return amount == null ? "–" : Amounts.words(amount, language);
	}

}
