package vn.motcua.dossier;

import java.time.Instant;
import java.util.Collection;

/** Figures of the whole ledger, for pages that tell everybody how it goes. Counting reads many rows: never while a page is drawn. */
public interface LedgerFigures {

	/** Dossiers received, and finished, from a moment (inclusive) to another (exclusive). */
	Count count(Instant from, Instant until);

	/** The same, of dossiers that these agencies handle. */
	Count count(Instant from, Instant until, Collection<Integer> agencies);

	/**
	 * @param finished dossiers whose result was ready in that time and that had a promised moment
	 * @param onTime those of them that were ready by the promised moment
	 */
	record Count(long received, long finished, long onTime) {
	}

}
