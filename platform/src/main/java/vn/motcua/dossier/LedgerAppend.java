package vn.motcua.dossier;

import java.util.Collection;

/**
 * Appends many events at once: for agencies' own systems, for history that is loaded, for measuring. The same fold as for
 * single steps; the lifecycle is not asked, because what happened elsewhere has happened.
 */
public interface LedgerAppend {

	/**
	 * Appends events of many dossiers in one transaction. Events of a dossier follow each other in the collection, with
	 * {@code seq} from the dossier's last one onwards; {@code number} and {@code recordedAt} are given here. Nobody is told.
	 * @throws IllegalStateException when a sequence does not go on from what is recorded; nothing is appended then
	 */
	void append(Collection<DossierEvent> events);

}
