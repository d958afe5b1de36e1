package vn.motcua.agency.domain;

/** How well a day on which something began or ended is known. */
public enum Sureness {

	/** Stated by a resolution or by the file that was imported. */
	EXACT,
	/** Between two dated lists, or from general knowledge; the day itself is a guess. */
	APPROXIMATE,
	/** Already so when the record opens, or not ended yet. */
	OPEN

}
