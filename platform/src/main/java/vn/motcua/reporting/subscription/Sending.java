package vn.motcua.reporting.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import vn.motcua.agency.WorkingCalendars;

/**
 * Writes the letters that are due. One transaction takes a subscription, writes its letter into the outbox and sets the next time, so a letter is written once whatever
 * dies, on as many nodes as there are. What its reader may see is asked at that moment.
 */
@Service
class Sending {

	private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

	private static final int AT_ONCE = 500;

	/** After a failure of ours. */
	private static final Duration LATER = Duration.ofMinutes(15);

	private final SubscriptionStore store;

	private final Subjects subjects;

	private final Writing writing;

	private final WorkingCalendars calendars;

	private final TransactionOperations transactions;

	private final Clock clock;

	Sending(SubscriptionStore store, Subjects subjects, Writing writing, WorkingCalendars calendars, TransactionOperations transactions, Clock clock) {
		this.store = store;
		this.subjects = subjects;
		this.writing = writing;
		this.calendars = calendars;
		this.transactions = transactions;
		this.clock = clock;
	}

	void sendDue() {
		sendDue(clock.instant());
	}

	void sendDue(Instant now) {
		for (long number : store.due(now, AT_ONCE)) {
			try {
				transactions.executeWithoutResult(status -> store.take(number, now).ifPresent(subscription -> send(subscription, now)));
			}
			catch (RuntimeException failed) {
				LOG.warn("reporting: the letter of subscription {} is put off", number, failed);
				transactions.executeWithoutResult(status -> store.take(number, now).ifPresent(subscription -> store.done(number, now.plus(LATER), null)));
			}
		}
	}

	private void send(Subscription subscription, Instant now) {
		Optional<Subjects.Subject> subject = subjects.of(subscription);
		if (subject.isEmpty()) {
			store.end(subscription.token());
			writing.end(subscription);
			return;
		}
		boolean written = writing.write(subscription, subject.get(), now);
		store.done(subscription.number(), subscription.rhythm().after(now, calendars.national()), written ? now : null);
	}

}
