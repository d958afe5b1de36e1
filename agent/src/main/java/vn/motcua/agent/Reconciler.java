package vn.motcua.agent;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import vn.motcua.sdk.Connection;
import vn.motcua.sdk.DigestTree;
import vn.motcua.sdk.Outbox;
import vn.motcua.sdk.Reconciliation;
import vn.motcua.sdk.SyncLine;

/** Compares day by day what was sent with what the ledger holds, and puts into the outbox again what it lacks. */
final class Reconciler {

	private static final DigestTree.Part NOTHING = new DigestTree().day();

	private static final int LINES_AT_ONCE = 1_000;

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

	/** One day in the codes of one agency. */
	private record Day(LocalDate day, String agency) {
	}

	/** Every day since then, also one of which only the ledger has dossiers. */
	List<Compared> since(LocalDate first, LocalDate last) throws IOException, InterruptedException {
		TreeSet<String> agencies = new TreeSet<>();
		taken().forEach(day -> agencies.add(day.agency()));
		return compare(first.datesUntil(last.plusDays(1)).flatMap(day -> agencies.stream().map(agency -> new Day(day, agency))).toList());
	}

	/** Days of which the ledger took something: it may not know the agency of those that it rejected whole. */
	private List<Day> taken() {
		List<Day> taken = new ArrayList<>();
		for (String[] day : state.days()) {
			AtomicBoolean any = new AtomicBoolean();
			state.day(day[0], day[1], (key, line) -> any.compareAndSet(false, !line.rejected()));
			if (any.get()) {
				taken.add(new Day(LocalDate.parse(day[1]), day[0]));
			}
		}
		return taken;
	}

	/** How many days before then the ledger took something of. */
	long before(LocalDate first) {
		return taken().stream().filter(day -> day.day().isBefore(first)).count();
	}

	/** Every day from the first to the last of which the agent has sent something that was taken, also one between of which only the ledger has dossiers. */
	List<Compared> all() throws IOException, InterruptedException {
		TreeSet<LocalDate> days = new TreeSet<>();
		taken().forEach(day -> days.add(day.day()));
		return days.isEmpty() ? List.of() : since(days.first(), days.last());
	}

	/** Month by month: what the ledger holds of many days is asked for at once, only those that differ are gone into, and what is held here is told many at once. */
	private List<Compared> compare(List<Day> days) throws IOException, InterruptedException {
		TreeSet<Day> left = new TreeSet<>(Comparator.comparing(Day::day).thenComparing(Day::agency));
		left.addAll(days);
		List<Compared> compared = new ArrayList<>();
		Telling telling = new Telling();
		while (!left.isEmpty()) {
			LocalDate last = left.first().day().plusDays(Reconciliation.MOST_DAYS - 1L);
			List<Day> month = left.stream().takeWhile(day -> !day.day().isAfter(last)).toList();
			Map<Day, DigestTree.Part> theirs = theirs(month);
			for (Day day : month) {
				compared.add(compare(day, theirs.getOrDefault(day, NOTHING), telling));
			}
			left.removeAll(month);
		}
		telling.end();
		return compared;
	}

	private Map<Day, DigestTree.Part> theirs(List<Day> days) throws IOException, InterruptedException {
		List<String> agencies = days.stream().map(Day::agency).distinct().sorted().toList();
		Map<Day, DigestTree.Part> theirs = new HashMap<>();
		for (int from = 0; from < agencies.size(); from += Reconciliation.MOST_AGENCIES) {
			List<String> some = agencies.subList(from, Math.min(agencies.size(), from + Reconciliation.MOST_AGENCIES));
			Patience.with(() -> reconciliation.held(some, days.get(0).day(), days.get(days.size() - 1).day()))
				.forEach(held -> theirs.put(new Day(held.day(), held.agency()), held.part()));
		}
		return theirs;
	}

	private Compared compare(Day day, DigestTree.Part theirs, Telling telling) throws IOException, InterruptedException {
		String agency = day.agency();
		DigestTree tree = new DigestTree();
		state.day(agency, day.day().toString(), (key, line) -> {
			if (!line.rejected()) {
				tree.add(StoredLine.code(key), StoredLine.seq(key), line.digest());
			}
		});
		DigestTree.Part own = tree.day();
		Reconciliation.Comparison comparison = own.digest().equals(theirs.digest()) ? new Reconciliation.Comparison(own, theirs, List.of())
				: Patience.with(() -> reconciliation.compare(agency, day.day(), tree));
		List<Reconciliation.Difference> left = comparison.differences().stream().filter(difference -> !difference.healsBySending()).toList();
		Compared compared = new Compared(agency, day.day().toString(), comparison.own().lines(), comparison.theirs().lines(), again(day, comparison), left);
		telling.add(day, comparison, compared);
		return compared;
	}

	/** Puts into the outbox again what the ledger lacks; how many lines. */
	private int again(Day day, Reconciliation.Comparison comparison) throws IOException {
		Set<String> lacking = comparison.differences().stream().filter(Reconciliation.Difference::healsBySending)
			.map(line -> StoredLine.dossierKey(line.code()) + String.format(Locale.ROOT, "%07d", line.seq())).collect(Collectors.toSet());
		if (lacking.isEmpty()) {
			return 0;
		}
		List<SyncLine> again = new ArrayList<>();
		state.day(day.agency(), day.day().toString(), (key, line) -> {
			if (lacking.contains(key)) {
				again.add(SyncLine.parse(line.json()));
			}
		});
		for (int from = 0; from < again.size(); from += LINES_AT_ONCE) {
			outbox.put(again.subList(from, Math.min(again.size(), from + LINES_AT_ONCE)));
		}
		return again.size();
	}

	/** Tells the ledger what is held here, as many days at once as it takes, and keeps what comparing them came to. */
	private final class Telling {

		private final List<Reconciliation.Held> held = new ArrayList<>();

		private final List<Compared> results = new ArrayList<>();

		private void add(Day day, Reconciliation.Comparison comparison, Compared result) throws IOException, InterruptedException {
			if (result.own() > 0 || result.theirs() > 0) {
				held.add(new Reconciliation.Held(day.agency(), day.day(), comparison.own()));
				results.add(result);
			}
			if (held.size() == Reconciliation.MOST_DAYS) {
				end();
			}
		}

		private void end() throws IOException, InterruptedException {
			if (!held.isEmpty()) {
				Patience.with(() -> {
					reconciliation.tell(held);
					return held;
				});
				state.compared(results);
				held.clear();
				results.clear();
			}
		}

	}

}
