package vn.motcua.reporting.entry;

import java.time.Instant;

/**
 * Words of a report.
 *
 * @param code place of the cell, code of the finding or of the section; of words in a table its code, the row's and the column's: {@code B1.R2.C4}
 * @param version 0 where nothing was written yet
 */
public record ReportText(Kind kind, String code, String content, int version, String by, Instant at) {

	public enum Kind {
		NOTE(1_000), EXPLANATION(2_000), NARRATIVE(20_000),
		/** In a cell of a table. */
		WORDS(2_000);

		private final int most;

		Kind(int most) {
			this.most = most;
		}

		/** Most characters. */
		public int most() {
			return most;
		}
	}

	/** @param seenVersion version the writer saw, 0 for none */
	public record Change(Kind kind, String code, String content, int seenVersion) {

		/** The database keeps no zero sign. */
		public Change {
			content = content.replace("\0", "");
		}

	}

}
