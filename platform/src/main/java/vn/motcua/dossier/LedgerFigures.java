package vn.motcua.dossier;

import java.time.Instant;
import java.util.Map;

/** Figures of the whole ledger, for pages that tell everybody how it goes. Counting reads many rows: never while a page is drawn. */
public interface LedgerFigures {

	/** Dossiers received, and finished, from a moment (inclusive) to another (exclusive). */
	Count count(Instant from, Instant until);

	/** The same by the agency that handles them, in one pass; agencies without any are left out. */
	Map<Integer, Count> countByAgency(Instant from, Instant until);

	/**
	 * @param finished dossiers whose result was ready in that time and that had a promised moment
	 * @param onTime those of them that were ready by the promised moment
	 */
	record Count(long received, long finished, long onTime) {
	}

}
