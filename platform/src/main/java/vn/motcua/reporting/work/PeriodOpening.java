package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.Totals.Tally;
import vn.motcua.site.Page;

/** Makes reports out to everybody who owes one when a period opens: once for each period, whichever node is first. */
@Service
public class PeriodOpening {

	private static final Logger LOG = LoggerFactory.getLogger(PeriodOpening.class);

	/** A year's period opens long before it is due. */
	private static final int LOOK_BACK_DAYS = 500;

	private static final int LOOK_AHEAD_DAYS = 60;

	private final Regimes regimes;

	private final Subjects subjects;

	private final ObligationStore obligations;

	private final StepStore steps;

	private final Totals totals;

	private final TransactionOperations transactions;

	private final Clock clock;

	PeriodOpening(@Lazy Regimes regimes, Subjects subjects, ObligationStore obligations, StepStore steps, @Lazy Totals totals, TransactionOperations transactions, Clock clock) {
		this.regimes = regimes;
		this.subjects = subjects;
		this.obligations = obligations;
		this.steps = steps;
		this.totals = totals;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Opens all whose time has come; how many reports were made out. */
	int openDue() {
		int made = 0;
		for (Regime regime : regimes.all()) {
			try {
				made += openDue(regime);
			}
			catch (RuntimeException failed) {
				LOG.error("periods of regime {} are not opened; others go on", regime.code(), failed);
			}
		}
		return made;
	}

	/**
	 * Periods of a regime that have opened and are not due yet; once it has been reported under, also those that passed while nothing ran.
	 */
	private int openDue(Regime regime) {
		Instant now = clock.instant();
		LocalDate today = LocalDate.ofInstant(now, Page.ZONE);
		LocalDate last = obligations.lastOpened(regime.number());
		LocalDate from = today.minusDays(LOOK_BACK_DAYS);
		Set<LocalDate> opened = new HashSet<>(obligations.opened(regime.number(), from));
		int made = 0;
		for (Opening opening : regimes.periods(regime.number(), from, today.plusDays(LOOK_AHEAD_DAYS))) {
			if (!opened.contains(opening.period().starts()) && ready(opening, now, last)) {
				made += open(regime, opening);
			}
		}
		return made;
	}

	private static boolean ready(Opening opening, Instant now, @Nullable LocalDate last) {
		boolean begun = !now.isBefore(opening.opensAt()) && opening.closedAt() == null;
		return begun && (now.isBefore(opening.dueAt()) || last != null && opening.period().starts().isAfter(last));
	}

	/** Makes one period out to whom the version it runs on names, by the tree of the last day of its data; nothing when that was done. */
	public int open(Regime regime, Opening opening) {
		Integer made = transactions.execute(_ -> makeOut(regime, opening));
		return made == null ? 0 : made;
	}

	private int makeOut(Regime regime, Opening opening) {
		Instant now = clock.instant();
		LocalDate period = opening.period().starts();
		Opening fixed = regimes.open(regime.number(), opening.period().code());
		List<Subjects.Owed> owed = subjects.of(regimes.get(regime.number(), fixed.regimeVersion()), fixed.period().to());
		if (!obligations.markOpened(regime.number(), period, owed.size(), now)) {
			return 0;
		}
		List<Integer> made = obligations.makeOut(regime.number(), fixed, owed, now);
		steps.opened(regime.number(), period, made, Actor.platform(), now);
		totals.count(made.stream().map(agency -> new SheetKey(regime.number(), period, new AgencyId(agency))).toList(), List.of(Tally.EXPECTED), List.of());
		return made.size();
	}

}
