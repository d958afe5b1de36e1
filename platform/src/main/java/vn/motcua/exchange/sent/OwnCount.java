package vn.motcua.exchange.sent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.LedgerFigures;
import vn.motcua.exchange.SentRecords.Figures;

/** Counts for each statistic what the ledger itself has of the period, behind the pages, and again every day: late lines change it. */
@Component
class OwnCount {

	private static final Duration FRESH = Duration.ofDays(1);

	private static final int AT_ONCE = 20;

	private final RecordStore store;

	private final RecordIntake intake;

	private final LedgerFigures ledger;

	private final Clock clock;

	private final boolean work;

	OwnCount(RecordStore store, RecordIntake intake, LedgerFigures ledger, Clock clock, @Value("${motcua.work}") boolean work) {
		this.store = store;
		this.intake = intake;
		this.ledger = ledger;
		this.clock = clock;
		this.work = work;
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void scheduled() {
		if (work) {
			count();
		}
	}

	void count() {
		Instant now = clock.instant();
		store.uncounted(now.minus(FRESH), AT_ONCE).forEach(statistic -> {
			StatisticPeriod period = StatisticPeriod.of(statistic.period());
			LedgerFigures.Count own = ledger.count(period.begins(), period.ends(), intake.under(statistic.sent().agency(), now));
			store.counted(statistic.sent().number(), new Figures(own.received(), own.finished(), own.onTime()), now);
		});
	}

}
