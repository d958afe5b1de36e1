package vn.motcua.exchange.centre;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.dossier.SyncedLine;
import vn.motcua.sdk.Outcome;

/** Writes down what became of lines at the centre: a refused one stays listed until it is taken. */
@Component
class CentreOutcomes {

	private final CentreStore store;

	private final TransactionTemplate transaction;

	private final MeterRegistry meters;

	private final Clock clock;

	CentreOutcomes(CentreStore store, TransactionTemplate transaction, MeterRegistry meters, Clock clock) {
		this.store = store;
		this.transaction = transaction;
		this.meters = meters;
		this.clock = clock;
	}

	void keep(List<SyncedLine> lines, List<Outcome> outcomes) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<String> codes = new ArrayList<>();
		List<Integer> seqs = new ArrayList<>();
		transaction.executeWithoutResult(_ -> {
			for (int i = 0; i < outcomes.size(); i++) {
				Outcome outcome = outcomes.get(i);
				SyncedLine line = lines.get(i);
				if (outcome.result() == Outcome.Result.REJECTED) {
					store.refused(new CentreRefusal(line.code().value(), line.seq(), said(outcome.pointer()), said(outcome.rule()), now));
				}
				else {
					codes.add(line.code().value());
					seqs.add(line.seq());
				}
			}
			store.taken(codes, seqs);
		});
		outcomes.forEach(outcome -> meters.counter("exchange.centre.lines", "result", outcome.result().name().toLowerCase(Locale.ROOT)).increment());
	}

	private static String said(@Nullable String word) {
		return word == null ? "" : word;
	}

}
