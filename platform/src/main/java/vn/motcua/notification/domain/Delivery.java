package vn.motcua.notification.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.notification.gateway.Provider;
import vn.motcua.notification.gateway.SandboxProvider;
import vn.motcua.site.Messages;

/**
 * Hands letters to the provider in batches, several nodes side by side. A letter that fails comes again after one minute,
 * two, four and so on up to six hours, and is given up after a dozen tries.
 */
@Component
class Delivery {

	private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

	private static final int BATCH = 200;

	private static final int TRIES = 12;

	private static final Duration LEASE = Duration.ofMinutes(2);

	private static final Duration KEPT = Duration.ofDays(30);

	private final OutboxStore outbox;

	private final Provider provider;

	private final SandboxProvider sandbox;

	private final Messages words;

	private final Clock clock;

	private final boolean work;

	Delivery(OutboxStore outbox, Provider provider, SandboxProvider sandbox, Messages words, Clock clock, @Value("${motcua.work}") boolean work) {
		this.outbox = outbox;
		this.provider = provider;
		this.sandbox = sandbox;
		this.words = words;
		this.clock = clock;
		this.work = work;
	}

	@Scheduled(fixedDelay = 500, initialDelay = 1_000)
	void deliverAll() {
		try {
			int letters = BATCH;
			while (work && letters == BATCH) {
				letters = deliver();
			}
		}
		catch (DataAccessException later) {
			LOG.warn("notification: delivery put off: {}", later.getClass().getSimpleName());
		}
	}

	@Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
	void forgetOld() {
		if (work) {
			outbox.forget(clock.instant().minus(KEPT));
			sandbox.forgetOld();
		}
	}

	/** One batch; answers how many letters it had. */
	int deliver() {
		Instant now = clock.instant();
		List<OutboxStore.Due> batch = outbox.claim(now, now.plus(LEASE), BATCH);
		List<Long> sent = new ArrayList<>(batch.size());
		for (OutboxStore.Due due : batch) {
			try {
				provider.deliver(letter(due));
				sent.add(due.number());
			}
			catch (Provider.CannotDeliver refused) {
				putOff(due, String.valueOf(refused.getMessage()));
			}
		}
		outbox.sent(sent, clock.instant());
		return batch.size();
	}

	static Duration delayAfter(int attempt) {
		return Duration.ofMinutes(Math.min(360, 1L << Math.min(attempt - 1, 12)));
	}

	private void putOff(OutboxStore.Due due, String error) {
		if (due.attempt() >= TRIES) {
			outbox.giveUp(due.number(), error, clock.instant());
		}
		else {
			outbox.failed(due.number(), error, clock.instant().plus(delayAfter(due.attempt())));
		}
	}

	private Provider.Letter letter(OutboxStore.Due due) {
		OutboxStore.Order order = due.order();
		Locale language = Locale.of(order.language());
		return new Provider.Letter(order.key(), order.way(), order.recipient(), words.text(language, order.template() + ".subject", order.values()),
				words.text(language, order.template() + ".body", order.values()));
	}

}
