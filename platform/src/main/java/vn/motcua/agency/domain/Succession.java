package vn.motcua.agency.domain;

import java.time.LocalDate;

/**
 * A unit that ended and one that answers for it from a day on (<i>đơn vị kế thừa</i>).
 *
 * @param share whether the whole unit went there or only a part of it
 */
public record Succession(int from, int to, LocalDate on, Kind kind, Share share, Sureness sure) {

	public enum Kind {
		/** Went into a unit together with others. */
		MERGED,
		/** Was divided among several. */
		SPLIT,
		/** One unit became one unit under another name. */
		RENAMED
	}

	public enum Share {
		WHOLE, PART
	}

}
