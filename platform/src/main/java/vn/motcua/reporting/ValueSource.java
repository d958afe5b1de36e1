package vn.motcua.reporting;

/** How a value came in (<i>nguồn số liệu</i>). */
public enum ValueSource {
	/** Typed into the page by a clerk. */
	TYPED,
	/** Read from a spreadsheet. */
	FILE,
	/** Read from a spreadsheet that an agency above filled in for the one that owes the report (<i>nhập thay</i>). */
	ON_BEHALF,
	/** Sent by an agency's system. */
	API,
	/** Counted from the ledger of dossiers. */
	COUNTED,
	/** Changed after the report was closed. */
	CORRECTED
}
