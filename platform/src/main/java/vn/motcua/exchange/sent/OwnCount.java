package vn.motcua.exchange.sent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.LedgerFigures;
import vn.motcua.exchange.SentRecords.Figures;

/** Counts for each statistic what the ledger itself has of the period, behind the pages, and again every day: late lines change it. */
@Component
class OwnCount {

	private static final Duration FRESH = Duration.ofDays(1);

	/** Lines that come later change a period no more. */
	private static final Duration CHANGING = Duration.ofDays(90);

	private static final int AT_ONCE = 5_000;

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

	/** One pass over the ledger for each period, however many agencies reported it. */
	void count() {
		Instant now = clock.instant();
		Map<String, List<RecordStore.Counted>> byPeriod = store.uncounted(now.minus(FRESH), now.minus(CHANGING), AT_ONCE).stream()
			.collect(Collectors.groupingBy(RecordStore.Counted::period));
		byPeriod.forEach((written, statistics) -> {
			StatisticPeriod period = StatisticPeriod.of(written);
			Map<Integer, LedgerFigures.Count> counts = ledger.countByAgency(period.begins(), period.ends());
			statistics.forEach(statistic -> store.counted(statistic.sent().number(), sum(counts, intake.under(statistic.sent().agency(), now)), now));
		});
	}

	private static Figures sum(Map<Integer, LedgerFigures.Count> counts, Set<Integer> agencies) {
		List<LedgerFigures.Count> own = agencies.stream().map(counts::get).filter(Objects::nonNull).toList();
		return new Figures(own.stream().mapToLong(LedgerFigures.Count::received).sum(), own.stream().mapToLong(LedgerFigures.Count::finished).sum(),
				own.stream().mapToLong(LedgerFigures.Count::onTime).sum());
	}

}
