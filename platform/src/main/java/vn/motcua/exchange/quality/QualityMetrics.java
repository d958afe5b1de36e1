package vn.motcua.exchange.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.site.Page;

/** Lag of the last 24 hours by ministry and province, never by the thousands of agencies under them, and how many are silent or differ. */
@Component
class QualityMetrics {

	/** There are fewer ministries and provinces. */
	private static final int MOST_AGENCIES = 200;

	private final FiguresStore store;

	private final Agencies agencies;

	private final Clock clock;

	private final MultiGauge lags;

	private volatile FiguresStore.Alarms alarms = new FiguresStore.Alarms(0, 0);

	QualityMetrics(FiguresStore store, Agencies agencies, Clock clock, MeterRegistry registry) {
		this.store = store;
		this.agencies = agencies;
		this.clock = clock;
		this.lags = MultiGauge.builder("exchange.lag").baseUnit("seconds").description("From when it happened to when it was recorded, last 24 hours").register(registry);
		Gauge.builder("exchange.silent", () -> alarms.silent()).description("Agencies that usually send and do not").register(registry);
		Gauge.builder("exchange.differences", () -> alarms.differences()).description("Days of which sender and ledger do not hold the same").register(registry);
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT2M")
	void measure() {
		alarms = store.alarms();
		List<MultiGauge.Row<?>> rows = new ArrayList<>();
		store.roots(clock.instant().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS)).entrySet().stream().limit(MOST_AGENCIES).forEach(root -> {
			Agency agency = agencies.get(new AgencyId(root.getKey()), LocalDate.now(clock.withZone(Page.ZONE)));
			Lag lag = Lag.of(root.getValue());
			String name = agency.exchangeCode() == null ? agency.code() : agency.exchangeCode();
			rows.add(MultiGauge.Row.of(Tags.of("agency", name, "quantile", "0.5"), lag.medianSeconds()));
			rows.add(MultiGauge.Row.of(Tags.of("agency", name, "quantile", "0.95"), lag.p95Seconds()));
			rows.add(MultiGauge.Row.of(Tags.of("agency", name, "quantile", "1"), lag.mostSeconds()));
		});
		lags.register(rows, true);
	}

}
