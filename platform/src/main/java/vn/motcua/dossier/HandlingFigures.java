package vn.motcua.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/**
 * How dossiers were handled in a time, for the report on the control of procedures (Circular 02/2017/TT-VPCP, form II.06a). A dossier is received when the desk accepts it and
 * resolved when its result is ready, or when it is withdrawn or stopped; so what was received is what was resolved and what is in progress. Counted from how dossiers
 * stand now: a later correction changes the figures of the time it is about. Counting reads many rows: never while a page is drawn.
 */
public interface HandlingFigures {

	/** In the order of the form. */
	enum Figure {
		ONLINE, DESK_OR_POST, CARRIED_OVER, EARLY, ON_TIME, LATE, WITHIN_DUE, OVERDUE
	}

	/** @param agency number of the agency that handles them @param counts by {@link Figure#ordinal()} */
	record Handled(int agency, String procedure, long[] counts) {
	}

	/** From a moment (inclusive) to another (exclusive). */
	record Time(Instant from, Instant until) {
	}

	/** Takes what was handled in one of the times. */
	interface Taker {

		/** @param time its place in the list */
		void take(int time, Handled handled);

	}

	/** Of several times, by agency and procedure, in one pass over the ledger's states; those without any are left out. At most 500,000 of each time. */
	void handled(List<Time> times, Taker taker);

	/**
	 * The dossiers behind a figure by their codes.
	 * @param others whether all procedures but these are meant
	 */
	Slice<DossierCode> lines(Figure figure, Collection<Integer> agencies, Collection<String> procedures, boolean others, Instant from, Instant until, Limit limit, @Nullable String after);

	/** Number of the last line of the ledger: while it is the same nothing has changed. */
	long lastLine();

}
