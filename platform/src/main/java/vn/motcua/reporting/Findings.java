package vn.motcua.reporting;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/** What the check of a report finds: rules of its template, completeness, comparison with history and with the units below. */
public interface Findings {

	/**
	 * One thing that is wrong, or that needs a word of explanation.
	 *
	 * @param code stable within the report, for example {@code rule:total} or {@code outlier:12}; an explanation is kept under it
	 * @param warning whether the report may go on with an explanation
	 * @param words what is wrong, in both languages
	 * @param position cell it is about, {@code null} when it is about none or several
	 * @param section code of a narrative section or table it is about
	 * @param explanation what the reporter says to a warning
	 */
	record Finding(String code, boolean warning, LocalizedText words, @Nullable Integer position, @Nullable String section, @Nullable String explanation) {

		/** Begins the code of one about words in a table; what follows is their code, {@code words:B1.R2.C4}. */
		public static final String WORDS = "words:";

		/** Code of the words in a table that it is about, {@code null} when it is about none. */
		public @Nullable String cellOfWords() {
			return code.startsWith(WORDS) ? code.substring(WORDS.length()) : null;
		}

		/** Whether it keeps the report from being sent. */
		public boolean blocks() {
			return !warning || explanation == null;
		}

	}

	/** Errors first, at most 500. */
	List<Finding> of(SheetKey key);

}
