package vn.motcua.reporting;

/** How a value came in (<i>nguồn số liệu</i>). */
public enum ValueSource {
	/** Typed into the page by a clerk. */
	TYPED,
	/** Read from a spreadsheet. */
	FILE,
	/** Sent by an agency's system. */
	API,
	/** Counted from the ledger of dossiers. */
	COUNTED,
	/** Changed after the report was closed. */
	CORRECTED
}
