package vn.motcua.dossier;

import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the ledger onwards for a consumer that keeps figures, tells people or hands dossiers on. Events come in the order
 * of the transactions that appended them and only once no older transaction is running, so an event that commits late is
 * neither missed nor read twice.
 */
public interface LedgerReader {

	/**
	 * Hands the next events to a consumer and moves its checkpoint in the same transaction: what the consumer writes to the
	 * database and the checkpoint are kept together or not at all. One node reads for a consumer at a time.
	 * @param consumer name of the checkpoint
	 * @param most at most so many events, 1 to 10,000
	 * @return events handed over; 0 when there is nothing new or another node is reading
	 */
	int read(String consumer, int most, Consumer<List<DossierEvent>> taker);

	/** Sends a consumer back to the first event. */
	void rewind(String consumer);

}
