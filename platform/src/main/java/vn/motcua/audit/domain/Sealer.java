package vn.motcua.audit.domain;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals, every second, what has been committed since the last seal. Only transactions below the oldest running one are
 * taken, so a row that commits late waits for a later seal and none is missed. One node seals at a time.
 */
@Component
class Sealer {

	private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

	private final SealStore store;

	private final HeadFile head;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final boolean work;

	Sealer(SealStore store, HeadFile head, TransactionOperations transaction, Clock clock, @Value("${motcua.work}") boolean work) {
		this.store = store;
		this.head = head;
		this.transaction = transaction;
		this.clock = clock;
		this.work = work;
	}

	@Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
	void everySecond() {
		if (work) {
			try {
				seal();
			}
			catch (DataAccessException later) {
				LOG.warn("audit: sealing put off: {}", later.getClass().getSimpleName());
			}
		}
	}

	/** Seals what can be sealed now. */
	void seal() {
		transaction.executeWithoutResult(status -> {
			if (store.lock()) {
				sealAfter(store.last());
			}
		});
		store.last().ifPresent(head::keep);
	}

	private void sealAfter(Optional<Seal> last) {
		long from = last.map(Seal::until).orElse(0L);
		long until = store.horizon();
		byte[] previous = last.map(Seal::digest).orElse(Seal.BEGINNING);
		MessageDigest digest = Seal.digestAfter(previous);
		Counting rows = new Counting();
		store.rows(from, until, row -> {
			row.into(digest);
			rows.add(row.number());
		});
		if (rows.count > 0) {
			long number = last.map(Seal::number).orElse(0L) + 1;
			byte[] sealed = Seal.finish(digest, number, from, until, rows.count, rows.first, rows.last);
			store.insert(new Seal(number, from, until, rows.count, rows.first, rows.last, sealed, previous), clock.instant().atOffset(ZoneOffset.UTC));
		}
	}

	/** Counts rows and keeps the lowest and the highest number. */
	static final class Counting {

		long count;

		long first = Long.MAX_VALUE;

		long last = Long.MIN_VALUE;

		void add(long number) {
			count++;
			first = Math.min(first, number);
			last = Math.max(last, number);
		}

	}

}
