package vn.motcua.reporting.entry;

import java.time.Instant;
import java.util.Map;

import vn.motcua.site.Page;

/**
 * What somebody else wrote since a clerk looked: shown where the clerk wrote nothing, and beside what was not taken where the clerk wrote too.
 *
 * @param field name it has on the page, see {@link EntryInput}
 * @param text of words, empty for a row
 * @param values of a row, by the code of the column
 * @param version to write over it
 */
public record Meanwhile(String field, String text, Map<String, String> values, int version, String by, Instant at) {

	static Meanwhile of(ReportText text) {
		return new Meanwhile(EntryInput.prefix(text.kind()) + text.code(), text.content(), Map.of(), text.version(), text.by(), text.at());
	}

	static Meanwhile of(GrowingRow row, String by, Instant at) {
		return new Meanwhile(row.field(), "", row.values(), row.version(), by, at);
	}

	/** Table of a row, empty for words. */
	String table() {
		return field.startsWith("g.") ? field.split("\\.", 3)[1] : "";
	}

	/** As the interface names it: kind and code of words, table and id of a row. */
	String lost() {
		String rest = field.substring(2);
		return switch (field.charAt(0)) {
			case 't' -> ReportText.Kind.NARRATIVE + " " + rest;
			case 'x' -> ReportText.Kind.EXPLANATION + " " + rest;
			case 'n' -> ReportText.Kind.NOTE + " " + rest;
			case 'w' -> ReportText.Kind.WORDS + " " + rest;
			default -> rest.replaceFirst("\\.", " ");
		};
	}

	/** Who wrote it, and when. */
	public String who(Page page) {
		return page.t("reporting.entry.meanwhile", "by", by, "at", page.dateTime(at));
	}

	/** What stands there. */
	public String words(ReportForm form, Page page) {
		ReportForm.WordsCell cell = field.startsWith("w.") ? form.words().get(field.substring(2)) : null;
		return cell == null ? text + RowWords.of(form, table(), values, page) : RowWords.value(cell.column(), text, page);
	}

}
