package vn.motcua.exchange.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due, on every node: what one has leased no other takes. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class WebhookWork {

	/** Longer than a try takes; what a dead node had on its way is tried again after it. */
	static final Duration LEASE = Duration.ofSeconds(30);

	private static final Duration KEPT = Duration.ofDays(30);

	private static final int AT_ONCE = 16;

	private final Semaphore places = new Semaphore(AT_ONCE);

	private final WebhookStore store;

	private final WebhookSender sender;

	private final Clock clock;

	WebhookWork(WebhookStore store, WebhookSender sender, Clock clock) {
		this.store = store;
		this.sender = sender;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 2_000, fixedDelay = 1_000)
	void send() {
		int free = places.drainPermits();
		int taken = 0;
		try {
			if (free > 0) {
				for (Delivery delivery : store.lease(free, clock.instant(), LEASE)) {
					taken++;
					Thread.ofVirtual().name("webhook").start(() -> one(delivery));
				}
			}
		}
		finally {
			places.release(free - taken);
		}
	}

	private void one(Delivery delivery) {
		try {
			sender.send(delivery);
		}
		finally {
			places.release();
		}
	}

	@Scheduled(initialDelayString = "PT25M", fixedDelayString = "PT1H")
	void forget() {
		while (store.forget(clock.instant().minus(KEPT)) > 0) {
			// small bites, until nothing is left
		}
	}

}
