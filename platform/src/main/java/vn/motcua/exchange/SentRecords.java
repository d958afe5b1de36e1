package vn.motcua.exchange;

import java.util.List;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;

/** What agencies' systems sent beside events. */
public interface SentRecords {

	/** Post, payments and ratings of one dossier, in the order of their own time; at most 200. */
	List<SentRecord> of(DossierCode dossier);

	/** Of a kind, of the agencies a system speaks for or the one an officer acts for and those under them, newest first, from below a number. */
	List<SentRecord> list(Actor reader, SentRecord.Kind kind, int limit, long before);

	/** Statistics that an agency and those under it sent, latest period first, each beside the ledger's own count. */
	List<Statistics> statistics(AgencyId agency, int limit);

	/**
	 * What was sent for a period, and what the ledger itself counts for it.
	 *
	 * @param agencyName full name, as it was at the end of the period
	 * @param own {@code null} while it has not been counted
	 */
	record Statistics(SentRecord sent, vn.motcua.kernel.LocalizedText agencyName, String period, Figures figures, @org.jspecify.annotations.Nullable Figures own,
			java.time.@org.jspecify.annotations.Nullable Instant countedAt) {
	}

	record Figures(long received, long finished, long onTime) {
	}

}
