package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import vn.motcua.kernel.DossierCode;

/**
 * Reads the ledger onwards like {@link LedgerReader}, for who needs to know only when and how late lines of agencies' own systems came: in sums, a hundred times
 * fewer than events, counted where they lie.
 */
public interface LedgerPulse {

	/** Class of lines that came more than 30 days after they happened: history that was loaded. */
	int HISTORY = -1;

	/** Another node is reading: nobody here knows whether there is more. */
	int ANOTHER_READS = -1;

	/**
	 * Lines of one agency and day in the code that were recorded in one hour about equally late.
	 *
	 * @param agency agency part of the dossier codes
	 * @param lagClass {@link #HISTORY}, or k for 2^(k/4) to 2^((k+1)/4) seconds and one less
	 * @param lastRecordedAt when the last of them was recorded
	 */
	record Beat(String agency, LocalDate day, Instant hour, int lagClass, long lines, Instant lastRecordedAt) {

		/** Seconds that lines of a class came late at most. */
		public static long mostSeconds(int lagClass) {
			return Math.round(Math.pow(2, (lagClass + 1) / 4.0) - 1);
		}

	}

	/** A line that came later than most of its agency in its hour; at most ten are told for each agency and hour of a read. */
	record SlowLine(String agency, Instant hour, DossierCode code, int seq, Instant at, Instant recordedAt) {
	}

	record Pulse(List<Beat> beats, List<SlowLine> slowest) {
	}

	/**
	 * Sums the next events up for a consumer and moves its checkpoint in the same transaction.
	 * @param most at most so many events are summed up, 1 to 10,000
	 * @return events summed up; 0 when there is nothing new, {@link #ANOTHER_READS} while another node is reading
	 */
	int read(String consumer, int most, Consumer<Pulse> taker);

}
