package vn.motcua.exchange.centre;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How this ledger stands beside the centre's.
 *
 * @param waiting events that are still to be told, at most {@link #MOST_COUNTED}
 * @param lagSeconds how long the first of them waits
 * @param toldAt when the centre last took something, {@code null} since this node started
 * @param trouble why the last attempt failed, {@code null} when it did not
 * @param refused lines that the centre did not take
 * @param latest the latest of them
 * @param days days that were compared, and how many of them are not the same on both sides
 */
public record CentreStanding(URI centre, long waiting, long lagSeconds, @Nullable Instant toldAt, @Nullable String trouble, long refused, List<CentreRefusal> latest, long days,
		long differing, @Nullable Instant comparedAt) {

	public static final int MOST_COUNTED = 100_000;

	/** The trouble that nobody answers. */
	public static final String UNREACHABLE = "";

	/** For who has no business with other agencies' dossiers. */
	public CentreStanding withoutLines() {
		return new CentreStanding(centre, waiting, lagSeconds, toldAt, trouble, refused, List.of(), days, differing, comparedAt);
	}

}
