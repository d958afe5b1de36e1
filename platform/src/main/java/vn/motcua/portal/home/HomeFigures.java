package vn.motcua.portal.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.LedgerFigures;
import vn.motcua.site.Page;

/** Counts the ledger in the background, so that no view of the home page costs a query. */
@Component
class HomeFigures {

	private final Catalogue catalogue;

	private final LedgerFigures ledger;

	private final Clock clock;

	private final boolean work;

	private volatile LedgerFigures.@Nullable Count counted;

	private volatile @Nullable Instant countedAt;

	HomeFigures(Catalogue catalogue, LedgerFigures ledger, Clock clock, @Value("${motcua.work}") boolean work) {
		this.catalogue = catalogue;
		this.ledger = ledger;
		this.clock = clock;
		this.work = work;
	}

	Figures now() {
		int services = catalogue.all(LocalDate.now(clock.withZone(Page.ZONE))).size();
		LedgerFigures.Count count = counted;
		return count == null ? new Figures(services, null, null, null) : new Figures(services, count.received(), percent(count), countedAt);
	}

	@Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5M")
	void count() {
		if (work) {
			Instant now = clock.instant();
			counted = ledger.count(now.minus(Duration.ofDays(Figures.DAYS)), now);
			countedAt = now;
		}
	}

	private static @Nullable Integer percent(LedgerFigures.Count count) {
		return count.finished() == 0 ? null : (int) (100 * count.onTime() / count.finished());
	}

}
