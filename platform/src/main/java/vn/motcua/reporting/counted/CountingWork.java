package vn.motcua.reporting.counted;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.HandlingFigures;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.site.Page;

/**
 * Counts the periods that are still open again when the ledger has grown: lines that come late change the figures of the time they are about as long as the report has not
 * been sent.
 */
@Component
class CountingWork {

	private static final Logger LOG = LoggerFactory.getLogger(CountingWork.class);

	/** Periods that began longer ago are corrected, not counted again. */
	private static final int MONTHS_BACK = 3;

	/** A count rests so many times as long as it took: a ledger of a country is read for a minute, and others want the disk too. */
	private static final int REST = 20;

	private final Counting counting;

	private final Regimes regimes;

	private final HandlingFigures figures;

	private final Clock clock;

	private final boolean work;

	private long counted = -1;

	private LocalDate countedOn = LocalDate.MIN;

	private Instant rests = Instant.MIN;

	CountingWork(Counting counting, Regimes regimes, HandlingFigures figures, Clock clock, @Value("${motcua.work}") boolean work) {
		this.counting = counting;
		this.regimes = regimes;
		this.figures = figures;
		this.clock = clock;
		this.work = work;
	}

	@Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
	void again() {
		Instant begins = clock.instant();
		if (work && begins.isAfter(rests)) {
			count();
			Instant ends = clock.instant();
			rests = ends.plus(Duration.between(begins, ends).multipliedBy(REST));
		}
	}

	/** @return reports counted; 0 while the ledger stands as it stood on this day */
	synchronized int count() {
		long last = figures.lastLine();
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		if (last == counted && today.equals(countedOn)) {
			return 0;
		}
		int reports = 0;
		for (Regime regime : regimes.find(Counting.REGIME).stream().toList()) {
			Instant now = clock.instant();
			reports += counting.count(regime, regimes.periods(regime.number(), today.minusMonths(MONTHS_BACK), today.plusMonths(1)).stream()
				.filter(opening -> opening.closedAt() == null && CountedPeriod.from(opening).isBefore(now)).toList());
		}
		counted = last;
		countedOn = today;
		if (reports > 0) {
			LOG.info("Handling of procedures counted into {} reports", reports);
		}
		return reports;
	}

}
