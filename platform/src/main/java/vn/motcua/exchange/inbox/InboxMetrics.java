package vn.motcua.exchange.inbox;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What waits in all inboxes, as the operator's monitor reads it. */
@Component
class InboxMetrics implements MeterBinder {

	private static final long FRESH_NS = 10_000_000_000L;

	private final InboxStore store;

	private final InboxAlarm alarm;

	private final Clock clock;

	private InboxStore.Backlog read = new InboxStore.Backlog(0, null, 0);

	private long readAtNs;

	InboxMetrics(InboxStore store, InboxAlarm alarm, Clock clock) {
		this.store = store;
		this.alarm = alarm;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("exchange.inbox.waiting", () -> read().waiting()).description("Entries that no system has acknowledged").register(registry);
		Gauge.builder("exchange.inbox.late", () -> read().late()).description("Of these, waiting longer than they may").register(registry);
		Gauge.builder("exchange.inbox.oldest", this::oldest).baseUnit("seconds").description("Age of the one that waits longest").register(registry);
	}

	private double oldest() {
		InboxStore.Backlog backlog = read();
		return backlog.oldest() == null ? 0 : Duration.between(backlog.oldest(), clock.instant()).toSeconds();
	}

	private synchronized InboxStore.Backlog read() {
		if (readAtNs == 0 || System.nanoTime() - readAtNs > FRESH_NS) {
			read = store.backlog(alarm.late());
			readAtNs = System.nanoTime();
		}
		return read;
	}

}
