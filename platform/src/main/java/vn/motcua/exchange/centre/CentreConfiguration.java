package vn.motcua.exchange.centre;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.dossier.LedgerLines;

@Configuration(proxyBeanMethods = false)
class CentreConfiguration {

	private static final int SHOWN = 20;

	@Bean
	CentreMember centreMember(ObjectProvider<CentreSettings> settings, ObjectProvider<CentreForwarding> forwarding, CentreStore store, LedgerLines ledger, Clock clock) {
		return () -> Optional.ofNullable(settings.getIfAvailable()).map(known -> standing(known, forwarding.getIfAvailable(), store, ledger, clock));
	}

	@Bean
	@ConditionalOnProperty("motcua.centre.url")
	MeterBinder centreMetrics(LedgerLines ledger, CentreStore store, Clock clock) {
		return registry -> {
			Gauge.builder("exchange.centre.waiting", () -> ledger.waiting(CentreForwarding.CONSUMER, CentreStanding.MOST_COUNTED).events())
				.description("Events that the centre has not been told of").register(registry);
			Gauge.builder("exchange.centre.lag", () -> lag(ledger.waiting(CentreForwarding.CONSUMER, 1), clock)).baseUnit("seconds")
				.description("How long the first of them waits").register(registry);
			Gauge.builder("exchange.centre.refused", () -> store.counts().refused()).description("Lines that the centre did not take").register(registry);
			Gauge.builder("exchange.centre.differing", () -> store.counts().differing()).description("Days that are not the same at the centre").register(registry);
		};
	}

	private static CentreStanding standing(CentreSettings settings, @Nullable CentreForwarding forwarding, CentreStore store, LedgerLines ledger, Clock clock) {
		LedgerLines.Waiting waiting = ledger.waiting(CentreForwarding.CONSUMER, CentreStanding.MOST_COUNTED);
		CentreStore.Counts counts = store.counts();
		return new CentreStanding(settings.url(), waiting.events(), lag(waiting, clock), forwarding == null ? null : forwarding.toldAt().orElse(null),
				forwarding == null ? null : forwarding.trouble().orElse(null), counts.refused(),
				store.latest(SHOWN), counts.days(), counts.differing(), counts.comparedAt().orElse(null));
	}

	private static long lag(LedgerLines.Waiting waiting, Clock clock) {
		return waiting.oldest() == null ? 0 : Math.max(0, Duration.between(waiting.oldest(), clock.instant()).toSeconds());
	}

}
