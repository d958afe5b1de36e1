package vn.motcua.dossier;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The ledger in the words of its sync interface, for an installation that takes part in another one (<i>kết nối lên trung tâm</i>). Every event that says something outside
 * the agency is a line; its number is the event's place within the dossier, so it is the same whenever it is told. Who holds a dossier and what other agencies are
 * asked stays inside. Telephone numbers and addresses of applicants are left out: who handles a dossier tells its applicant.
 */
public interface LedgerLines {

	/** Takes lines to where they are recorded; what it returns from has arrived. */
	@FunctionalInterface
	interface Carrier {

		/** @param lines each dossier's in their order */
		void carry(List<SyncedLine> lines) throws IOException, InterruptedException;

	}

	/**
	 * Hands on what comes after a consumer's checkpoint, and moves it once that was carried. Nothing is held on the way, which may be slow; where it breaks, or
	 * another node goes it too, the same lines come again.
	 * @param most at most so many events, 1 to 10,000
	 * @param agency whether dossiers with this agency in their code go
	 * @return events that were passed, lines or not; 0 when there is nothing new
	 */
	int carry(String consumer, int most, Predicate<String> agency, Carrier carrier) throws IOException, InterruptedException;

	/** Lines of all dossiers whose code carries a day, a dossier at a time, in one pass at constant memory. */
	void walk(LocalDate day, Predicate<String> agency, Consumer<List<SyncedLine>> taker);

	/**
	 * What a consumer has not passed yet.
	 * @param most counted up to here
	 */
	Waiting waiting(String consumer, int most);

	/** @param oldest when the first of them was recorded, {@code null} for none */
	record Waiting(long events, @Nullable Instant oldest) {
	}

}
