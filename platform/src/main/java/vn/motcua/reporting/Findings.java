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
	 * @param cellOfWords code of the words in a table that it is about, {@code B1.R2.C4}; {@code null} when it is about none
	 * @param section code of a narrative section or table it is about
	 * @param explanation what the reporter says to a warning
	 */
	record Finding(String code, boolean warning, LocalizedText words, @Nullable Integer position, @Nullable String cellOfWords, @Nullable String section, @Nullable String explanation) {

		/** The same about words. */
		public Finding at(@Nullable String cell, @Nullable String named) {
			return new Finding(code, warning, words, position, cell, named, explanation);
		}

		/** The same with what the reporter says to it. */
		public Finding explained(@Nullable String said) {
			return new Finding(code, warning, words, position, cellOfWords, section, said);
		}

		/** Whether it keeps the report from being sent. */
		public boolean blocks() {
			return !warning || explanation == null;
		}

	}

	/** Errors first, at most 500. */
	List<Finding> of(SheetKey key);

}
