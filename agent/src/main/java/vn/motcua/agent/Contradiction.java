package vn.motcua.agent;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import vn.motcua.agent.source.Finding;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/**
 * Two lines of a dossier of which the later cannot follow the earlier, by their own moments. The ledger would take the earlier and refuse the right ones for ever,
 * so that the earlier is the one to look at first.
 *
 * @param sent whether the ledger has the earlier one already
 */
record Contradiction(StoredLine earlier, StoredLine later, boolean sent) {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

	/** By which the ledger refuses a step that cannot follow. */
	static final String RULE = "dossier.sync.move";

	/** A line that happened, in the order in which the ledger takes them. */
	private record Step(StoredLine stored, SyncLine line) {

		private static final Comparator<Step> ORDER = Comparator.comparing((Step step) -> step.line().at()).thenComparing(step -> step.line().seq());

		private static List<Step> of(Collection<StoredLine> lines) {
			return lines.stream().filter(line -> !line.rejected()).map(line -> new Step(line, SyncLine.parse(line.json()))).sorted(ORDER).toList();
		}

	}

	/**
	 * Those of a dossier between lines that are to be sent, the first first. What cannot follow a line that was sent goes on its way: the ledger may have been corrected since.
	 * @param known what was sent; what happened before the latest of it is late for the ledger, and history
	 * @param fresh what is to be sent
	 */
	static List<Contradiction> of(Collection<StoredLine> known, Collection<StoredLine> fresh) {
		List<Step> before = Step.of(known);
		Step latest = before.isEmpty() ? null : before.get(before.size() - 1);
		List<Contradiction> found = new ArrayList<>();
		boolean sent = latest != null;
		for (Step step : Step.of(fresh)) {
			if (latest != null && Step.ORDER.compare(step, latest) < 0) {
				continue;
			}
			Status from = latest == null ? Status.SUBMITTED : latest.line().status();
			if (latest != null && !from.leadsTo(step.line().status(), step.line().note() != null)) {
				if (!sent) {
					found.add(new Contradiction(latest.stored(), step.stored(), false));
				}
			}
			else {
				latest = step;
				sent = false;
			}
		}
		return found;
	}

	/** The latest line that the ledger has from before one that it refused. */
	static Optional<Contradiction> of(Collection<StoredLine> known, StoredLine refused) {
		Step later = new Step(refused, SyncLine.parse(refused.json()));
		return Step.of(known).stream().filter(step -> Step.ORDER.compare(step, later) < 0).reduce((one, next) -> next).map(earlier -> new Contradiction(earlier.stored(), refused, true));
	}

	/** At the row that is to be looked at first. */
	Finding suspect() {
		return sent ? finding(later, "order-sent") : finding(earlier, "order-first");
	}

	/** At a row of the dossier, with the dossier and both steps. */
	Finding finding(StoredLine line, String rule) {
		return new Finding(line.origin().source(), line.origin().row(), "", rule, told());
	}

	/** The dossier and both steps. */
	String told() {
		SyncLine one = SyncLine.parse(earlier.json());
		SyncLine other = SyncLine.parse(later.json());
		return one.code() + ": " + step(one, earlier) + " → " + step(other, later);
	}

	private static String step(SyncLine line, StoredLine stored) {
		Instant at = line.at();
		return line.status().number() + " " + MOMENT.format(at) + (stored.origin().row() == 0 ? "" : " (" + stored.origin().source() + ":" + stored.origin().row() + ")");
	}

}
