package vn.motcua.exchange.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.SyncedHistory;
import vn.motcua.exchange.quality.PulseStore.AgencyDay;

/**
 * Examines days that lines came for: all of a day's dossiers anew, from the ledger, in place of what was known of it. What is kept of a day follows from its lines
 * alone, so nothing is counted twice and reading the ledger again from its beginning gives the same.
 */
@Service
class Examination {

	private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

	/** A day that lines keep coming for is examined once in so long. */
	private static final Duration REST = Duration.ofHours(1);

	private static final int AT_ONCE = 50;

	/** Personal numbers keep the province codes of the time before mergers. */
	private static final LocalDate PROVINCES_OF = LocalDate.of(2020, 8, 19);

	private final SyncedHistory.Walk ledger;

	private final SignStore store;

	private final Agencies agencies;

	private final SignRules rules;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Examination(SyncedHistory.Walk ledger, SignStore store, Agencies agencies, SignRules rules, TransactionTemplate transaction, Clock clock) {
		this.ledger = ledger;
		this.store = store;
		this.agencies = agencies;
		this.rules = rules;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Examines some of the days that are due; how many. */
	int examineSome() {
		return examine(store.due(clock.instant().minus(REST), AT_ONCE));
	}

	/** Examines what is due, also what was examined a moment ago. */
	int examineNow() {
		return examine(store.due(clock.instant().plus(REST), AT_ONCE));
	}

	private synchronized int examine(List<AgencyDay> days) {
		Set<String> provinces = agencies.all(Agency.Level.PROVINCE, PROVINCES_OF).stream().map(Agency::code).collect(Collectors.toSet());
		int examined = 0;
		for (AgencyDay day : days) {
			try {
				examined += Boolean.TRUE.equals(transaction.execute(_ -> examine(day, provinces))) ? 1 : 0;
			}
			catch (RuntimeException failed) {
				LOG.error("{} of {} could not be examined", day.day(), day.agency(), failed);
			}
		}
		return examined;
	}

	private boolean examine(AgencyDay day, Set<String> provinces) {
		if (!store.hold(day)) {
			return false;
		}
		Instant begun = clock.instant().truncatedTo(ChronoUnit.MICROS);
		DaySigns signs = new DaySigns(rules, provinces);
		ledger.walk(day.agency(), day.day(), signs::look);
		store.keep(day, signs.close(), begun.plus(1, ChronoUnit.MICROS));
		return true;
	}

}
