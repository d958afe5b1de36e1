package vn.motcua.reporting.entry;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Template;
import vn.motcua.site.Page;

/**
 * History of words in a table or of a section of the outline.
 *
 * @param field name on the clerk's page, {@code w.B1.R2.C4} or {@code t.N1}
 * @param column where the words stand, {@code null} for a section
 * @param now what stands there, {@code null} where nothing was written yet
 * @param next before which version the next ones are, {@code null} after the last
 */
public record SaidHistory(String field, String name, Template.@Nullable Column column, @Nullable ReportText now, List<TextPassage> passages, @Nullable Integer next) {

	/** Kind and code of what is asked for; {@code null} when it names neither a cell of words nor a section of this form. */
	static @Nullable Place place(ReportForm form, String field, Locale language) {
		String code = field.length() < 2 ? "" : field.substring(2);
		if (field.startsWith(EntryInput.prefix(ReportText.Kind.WORDS))) {
			ReportForm.WordsCell cell = form.words().get(code);
			return cell == null ? null : new Place(ReportText.Kind.WORDS, code, cell.name().in(language), cell.column());
		}
		return !field.startsWith(EntryInput.prefix(ReportText.Kind.NARRATIVE)) ? null : form.template().narratives().stream().filter(section -> section.code().equals(code)).findFirst()
			.map(section -> new Place(ReportText.Kind.NARRATIVE, code, section.heading().in(language), null)).orElse(null);
	}

	record Place(ReportText.Kind kind, String code, String name, Template.@Nullable Column column) {
	}

	/** Days and choices are read whole, of text what was changed in it. */
	public TextPassage.Shown shown(TextPassage passage, Page page) {
		return column == null || column.kind().equals("text") ? passage.shown()
				: new TextPassage.Shown("", passage.before() == null ? "" : RowWords.value(column, passage.before(), page), RowWords.value(column, passage.after(), page), "");
	}

	/** What stands there now, as people read it. */
	public String standing(Page page) {
		String content = now == null ? "" : now.content();
		return column == null || column.kind().equals("text") ? content : RowWords.value(column, content, page);
	}

}
