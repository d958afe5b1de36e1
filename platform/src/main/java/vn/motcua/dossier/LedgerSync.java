package vn.motcua.dossier;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;

/** The ledger's door for agencies' own one-stop systems. */
public interface LedgerSync {

	/**
	 * A line as it arrived: read, or what is wrong with it; one that was read may be wrong for its sender all the same.
	 *
	 * @param sent the line as sent, for the list of what was rejected
	 */
	record Arrived(@Nullable SyncedLine line, @Nullable FieldProblem problem, byte[] sent) {

		private static final int LONGEST_TEXT = 8_000;

		/** The line as it is kept for its sender, cut. */
		public String text() {
			String text = new String(sent, 0, Math.min(sent.length, 4 * LONGEST_TEXT), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
			return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
		}

	}

	/**
	 * Records a batch in one transaction, durable when it returns. Lines of a dossier are taken in the order of their own time,
	 * whatever their order in the batch; a line that was recorded before has no second effect; a line that comes after later ones
	 * is kept as history and moves no status back.
	 * @param sender the system, at its agency: it speaks for that agency and those under it
	 * @param receipt what the caller keeps of the batch
	 * @return one outcome for each line, in the order of the batch
	 */
	List<SyncOutcome> take(Actor sender, List<Arrived> batch, Receipt receipt);

	/**
	 * What {@link #take} would answer to a batch at this moment; records nothing.
	 * @return one for each line, in the order of the batch
	 */
	List<Tried> tryOut(Actor sender, List<Arrived> batch);

	/** @param findings everything that is wrong with a line that was read, not only what {@link #take} would name */
	record Tried(SyncOutcome outcome, List<FieldProblem> findings) {
	}

	/** Written in the transaction of the batch: it stands when, and only when, what the batch brought does. May be called again after a rollback. */
	@FunctionalInterface
	interface Receipt {

		void keep(List<SyncOutcome> outcomes);

	}

}
