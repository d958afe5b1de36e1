package vn.motcua.agent;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

import vn.motcua.sdk.Connection;
import vn.motcua.sdk.DigestTree;
import vn.motcua.sdk.Outbox;
import vn.motcua.sdk.Reconciliation;
import vn.motcua.sdk.SyncLine;

/** Compares day by day what was sent with what the ledger holds, and puts into the outbox again what it lacks. */
final class Reconciler {

	private final Reconciliation reconciliation;

	private final AgentState state;

	private final Outbox outbox;

	Reconciler(Connection ledger, AgentState state, Outbox outbox) {
		this.reconciliation = new Reconciliation(ledger);
		this.state = state;
		this.outbox = outbox;
	}

	/**
	 * What comparing a day came to.
	 *
	 * @param sent lines that were put into the outbox again
	 * @param left lines that sending does not put right
	 */
	record Compared(String agency, String day, long own, long theirs, int sent, List<Reconciliation.Difference> left) {

		boolean equal() {
			return sent == 0 && left.isEmpty();
		}

		String text() {
			return own + "|" + theirs + "|" + sent + "|" + left.size();
		}

	}

	/** Every day since then, also one of which only the ledger has dossiers. */
	List<Compared> since(LocalDate first, LocalDate last) throws IOException, InterruptedException {
		TreeSet<String> agencies = new TreeSet<>();
		taken().forEach(day -> agencies.add(day[0]));
		List<Compared> compared = new ArrayList<>();
		for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
			for (String agency : agencies) {
				compared.add(compare(agency, day.toString()));
			}
		}
		return compared;
	}

	/** Days of which the ledger took something: it may not know the agency of those that it rejected whole. */
	private List<String[]> taken() {
		List<String[]> taken = new ArrayList<>();
		for (String[] day : state.days()) {
			AtomicBoolean any = new AtomicBoolean();
			state.day(day[0], day[1], (key, line) -> any.compareAndSet(false, !line.rejected()));
			if (any.get()) {
				taken.add(day);
			}
		}
		return taken;
	}

	/** How many days before then the ledger took something of. */
	long before(LocalDate first) {
		return taken().stream().filter(day -> LocalDate.parse(day[1]).isBefore(first)).count();
	}

	/** Every day of which the agent has sent something that was taken. */
	List<Compared> all() throws IOException, InterruptedException {
		List<Compared> compared = new ArrayList<>();
		for (String[] day : taken()) {
			compared.add(compare(day[0], day[1]));
		}
		return compared;
	}

	private Compared compare(String agency, String day) throws IOException, InterruptedException {
		DigestTree own = new DigestTree();
		state.day(agency, day, (key, line) -> {
			if (!line.rejected()) {
				own.add(StoredLine.code(key), StoredLine.seq(key), line.digest());
			}
		});
		Reconciliation.Comparison comparison = Patience.with(() -> reconciliation.compare(agency, LocalDate.parse(day), own));
		Map<String, Reconciliation.Difference> lacking = new LinkedHashMap<>();
		List<Reconciliation.Difference> left = new ArrayList<>();
		for (Reconciliation.Difference difference : comparison.differences()) {
			if (difference.healsBySending()) {
				lacking.put(StoredLine.dossierKey(difference.code()) + String.format(java.util.Locale.ROOT, "%07d", difference.seq()), difference);
			}
			else {
				left.add(difference);
			}
		}
		List<SyncLine> again = new ArrayList<>();
		state.day(agency, day, (key, line) -> {
			if (lacking.containsKey(key)) {
				again.add(SyncLine.parse(line.json()));
			}
		});
		for (int from = 0; from < again.size(); from += 1_000) {
			outbox.put(again.subList(from, Math.min(again.size(), from + 1_000)));
		}
		Compared compared = new Compared(agency, day, comparison.own().lines(), comparison.theirs().lines(), again.size(), left);
		if (compared.own() > 0 || compared.theirs() > 0) {
			List<Reconciliation.Held> held = List.of(new Reconciliation.Held(agency, LocalDate.parse(day), comparison.own()));
			Patience.with(() -> {
				reconciliation.tell(held);
				return held;
			});
			state.compared(agency, day, compared.text());
		}
		return compared;
	}

}
