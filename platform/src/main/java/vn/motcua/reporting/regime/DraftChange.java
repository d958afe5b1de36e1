package vn.motcua.reporting.regime;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import vn.motcua.site.Page;

/**
 * One change of a draft.
 *
 * @param edition of the draft after it
 * @param part {@link #CONTENTS}, {@link #WORDS}, {@link #INDICATORS}, {@link #TABLES} for all of them, or the code of one table
 * @param fields of the contents that became others
 */
public record DraftChange(int edition, String part, List<String> fields, String by, Instant at) {

	static final String CONTENTS = "contents";

	static final String WORDS = "words";

	/** Its own, which are kept beside the draft. */
	static final String INDICATORS = "indicators";

	static final String TABLES = "tables";

	/** Whether it is about what a part says. */
	boolean touches(String other) {
		return part.equals(other) || part.equals(TABLES) && table(other) || table(part) && other.equals(TABLES);
	}

	public String words(Page page) {
		String what = switch (part) {
			case CONTENTS -> page.t("reporting.design.changed.contents", "fields", fields.stream().map(field -> page.t(RegimeForms.label(field))).distinct().collect(Collectors.joining(", ")));
			case WORDS -> page.t("reporting.design.changed.words");
			case INDICATORS -> page.t("reporting.design.changed.indicators");
			case TABLES -> page.t("reporting.design.changed.tables");
			default -> page.t("reporting.design.changed.table", "code", part);
		};
		return page.t("reporting.design.changed.by", "by", by, "at", page.dateTime(at), "what", what);
	}

	private static boolean table(String part) {
		return !part.equals(CONTENTS) && !part.equals(WORDS) && !part.equals(INDICATORS);
	}

}
