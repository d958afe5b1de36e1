package vn.motcua.reporting;

import java.util.Objects;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.motcua.kernel.problem.ProblemException;

/**
 * Writes in one transaction. Who was second with the same new row, or had to give way where two waited for each other, begins again with nothing written. In a
 * transaction that somebody else began it is tried once: that one begins again.
 */
@Component
public class Attempts {

	private static final int MOST = 4;

	private static final int COME_BACK_SECONDS = 5;

	private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

	private final TransactionOperations transactions;

	Attempts(TransactionOperations transactions) {
		this.transactions = transactions;
	}

	/** As {@link #make} with nothing to answer. */
	public void run(Runnable act) {
		make(() -> {
			act.run();
			return Boolean.TRUE;
		});
	}

	/** @throws ProblemException {@link ReportingProblem#BUSY} when others kept it from being written each time */
	public <T> T make(Supplier<T> act) {
		boolean joined = TransactionSynchronizationManager.isActualTransactionActive();
		for (int attempt = 1;; attempt++) {
			try {
				return Objects.requireNonNull(transactions.execute(_ -> act.get()));
			}
			catch (DuplicateKeyException | PessimisticLockingFailureException meanwhile) {
				if (joined) {
					throw meanwhile;
				}
				if (attempt == MOST) {
					LOG.warn("given up after {} attempts", MOST, meanwhile);
					throw new ProblemException(ReportingProblem.BUSY, "seconds", COME_BACK_SECONDS);
				}
			}
		}
	}

}
