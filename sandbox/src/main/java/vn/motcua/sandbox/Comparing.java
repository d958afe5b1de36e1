package vn.motcua.sandbox;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import vn.motcua.sdk.Connection;
import vn.motcua.sdk.DigestTree;
import vn.motcua.sdk.Reconciliation;
import vn.motcua.sdk.SyncLine;

/** Holds the vendor's days against the ledger's by digest, sends again what the ledger lacks, and tells it what this system holds. */
public final class Comparing {

	private static final int MOST_TOLD = 31;

	private final VendorStore store;

	private final Reconciliation ledger;

	Comparing(VendorStore store, Connection ledger) {
		this.store = store;
		this.ledger = new Reconciliation(ledger);
	}

	/**
	 * What a comparison found.
	 *
	 * @param days how many days
	 * @param same of how many both sides hold the same
	 * @param again lines that the ledger lacks, which go again
	 * @param other lines that the ledger has otherwise, or that only it has
	 */
	public record Compared(int days, int same, int again, List<String> other) {

		/** Whether both sides hold the same. */
		public boolean equal() {
			return days == same;
		}

	}

	/** Compares every day of agencies of which something went out. */
	Compared compare(List<String> agencies) throws IOException, InterruptedException {
		int days = 0;
		int same = 0;
		int again = 0;
		List<String> other = new ArrayList<>();
		List<Reconciliation.Held> held = new ArrayList<>();
		for (String agency : agencies) {
			for (LocalDate day : store.days(agency)) {
				DigestTree own = tree(agency, day);
				Reconciliation.Comparison compared = ledger.compare(agency, day, own);
				held.add(new Reconciliation.Held(agency, day, own.day()));
				days++;
				same += compared.own().digest().equals(compared.theirs().digest()) ? 1 : 0;
				for (Reconciliation.Difference difference : compared.differences()) {
					if (difference.healsBySending()) {
						store.again(difference.code(), difference.seq());
						again++;
					}
					else {
						other.add(difference.code() + " " + difference.seq());
					}
				}
			}
		}
		tell(held);
		return new Compared(days, same, again, List.copyOf(other));
	}

	private DigestTree tree(String agency, LocalDate day) {
		DigestTree tree = new DigestTree();
		for (Pending step : store.sent(agency, day)) {
			SyncLine line = Lines.of(step);
			tree.add(line.code(), line.seq(), line.digest());
		}
		return tree;
	}

	/** The ledger shows the last days on a page of its own; of older ones it is asked only. */
	private void tell(List<Reconciliation.Held> days) throws IOException, InterruptedException {
		List<Reconciliation.Held> last = days.subList(Math.max(0, days.size() - MOST_TOLD), days.size());
		if (!last.isEmpty()) {
			ledger.tell(last);
		}
	}

}
