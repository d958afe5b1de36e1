package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import vn.motcua.kernel.DossierCode;

/**
 * What the ledger holds of an agency's own lines, in digests from the day down to the line, so that both sides find what differs without sending it. Lines that
 * were applied and lines that came late count. The rule is in {@code docs/schema/sync-digest.json}.
 */
public interface LedgerDigests {

	/** @param digest 64 hex digits */
	record Part(long dossiers, long lines, String digest) {
	}

	/** @param buckets those that have dossiers, by the first two hex digits of the SHA-256 of their codes */
	record Day(Part whole, SortedMap<String, Part> buckets) {
	}

	record DossierPart(DossierCode code, int lines, String digest) {
	}

	/** All dossiers whose code carries an agency and a day: one pass in the order of their codes, at constant memory. */
	Day day(String agency, LocalDate day);

	/** Dossiers of one bucket in the order of their codes, from above a code on; empty text for the first. */
	List<DossierPart> bucket(String agency, LocalDate day, String bucket, String after, int limit);

	/** Digests of a dossier's lines by their number; empty when the ledger has none. */
	SortedMap<Integer, String> lines(DossierCode code);

	/** As {@link #lines(DossierCode)} of several dossiers in one query; those of which the ledger has none are left out. */
	Map<DossierCode, SortedMap<Integer, String>> lines(Collection<DossierCode> codes);

	/** The digest of a dossier out of those of its lines. */
	String ofDossier(SortedMap<Integer, String> lines);

}
