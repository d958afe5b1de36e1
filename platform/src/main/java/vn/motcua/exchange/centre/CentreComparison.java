package vn.motcua.exchange.centre;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.LedgerLines;
import vn.motcua.dossier.LedgerLines.Carrier;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.DigestTree;
import vn.motcua.sdk.Reconciliation;
import vn.motcua.sdk.Reconciliation.Comparison;
import vn.motcua.sdk.Reconciliation.Difference;
import vn.motcua.sdk.Reconciliation.Held;
import vn.motcua.site.Page;

/** Compares the last month with the centre by digests, a day at a time; what only the centre lacks is told again, and the centre is told what is held here. */
@Component
@ConditionalOnProperty("motcua.centre.url")
class CentreComparison {

	private static final int DAYS = 31;

	private static final int MOST_TOLD = 1_000;

	private final LedgerLines ledger;

	private final CentreReach reach;

	private final CentreStore store;

	private final Clock clock;

	CentreComparison(LedgerLines ledger, CentreReach reach, CentreStore store, Clock clock) {
		this.ledger = ledger;
		this.reach = reach;
		this.store = store;
		this.clock = clock;
	}

	private record Place(String code, int seq) {
	}

	void compare(Connection centre, Carrier again) throws IOException, InterruptedException {
		Reconciliation reconciliation = new Reconciliation(centre);
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		for (LocalDate day = today.minusDays(DAYS - 1); !day.isAfter(today); day = day.plusDays(1)) {
			compare(day, reconciliation, again);
		}
		store.forget(today.minusDays(DAYS));
	}

	private void compare(LocalDate day, Reconciliation reconciliation, Carrier again) throws IOException, InterruptedException {
		Map<String, DigestTree> held = held(day);
		Map<String, Comparison> compared = reconciliation.compare(day, held);
		Set<Place> lacking = new HashSet<>();
		compared.values().forEach(comparison -> comparison.differences().stream().filter(Difference::healsBySending)
			.forEach(line -> lacking.add(new Place(line.code(), line.seq()))));
		if (!lacking.isEmpty()) {
			heal(day, lacking, again);
			for (Map.Entry<String, Comparison> agency : compared.entrySet()) {
				if (!agency.getValue().differences().isEmpty()) {
					agency.setValue(reconciliation.compare(agency.getKey(), day, held.get(agency.getKey())));
				}
			}
		}
		if (!held.isEmpty()) {
			tell(day, reconciliation, compared);
		}
	}

	private Map<String, DigestTree> held(LocalDate day) {
		Map<String, DigestTree> held = new TreeMap<>();
		ledger.walk(day, reach::covers, lines -> lines.forEach(line -> held.computeIfAbsent(line.code().agency(), _ -> new DigestTree())
			.add(line.code().value(), line.seq(), CentreLine.of(line).digest())));
		return held;
	}

	private void heal(LocalDate day, Set<Place> lacking, Carrier again) throws IOException, InterruptedException {
		List<SyncedLine> lines = new ArrayList<>();
		ledger.walk(day, reach::covers, dossier -> dossier.stream().filter(line -> lacking.contains(new Place(line.code().value(), line.seq()))).forEach(lines::add));
		for (int from = 0; from < lines.size(); from += MOST_TOLD) {
			again.carry(lines.subList(from, Math.min(lines.size(), from + MOST_TOLD)));
		}
	}

	private void tell(LocalDate day, Reconciliation reconciliation, Map<String, Comparison> compared) throws IOException, InterruptedException {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<Held> statements = new ArrayList<>();
		for (Map.Entry<String, Comparison> agency : compared.entrySet()) {
			Comparison comparison = agency.getValue();
			store.compared(agency.getKey(), day, comparison.own().lines(), comparison.differences().size(), now);
			statements.add(new Held(agency.getKey(), day, comparison.own()));
			if (statements.size() == DAYS) {
				reconciliation.tell(statements);
				statements.clear();
			}
		}
		if (!statements.isEmpty()) {
			reconciliation.tell(statements);
		}
	}

}
