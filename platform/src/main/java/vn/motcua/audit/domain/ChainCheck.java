package vn.motcua.audit.domain;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.audit.AuditTrail.Verification;

/** Recomputes every digest of the chain from the rows, one pass over both, in constant memory. */
@Component
class ChainCheck {

	private final SealStore store;

	private final HeadFile head;

	private final TransactionTemplate snapshot;

	ChainCheck(SealStore store, HeadFile head, PlatformTransactionManager transactions) {
		this.store = store;
		this.head = head;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	Verification run() {
		Optional<HeadFile.Head> kept = head.read();
		return snapshot.execute(status -> {
			String cut = kept.map(known -> HeadFile.compare(known, store.find(known.number()))).orElse(null);
			if (cut != null) {
				return new Verification(0, 0, cut);
			}
			long end = store.last().map(Seal::until).orElse(0L);
			Walk walk = new Walk(new Seals());
			store.rows(0, end, walk::row);
			walk.end();
			return new Verification(walk.rows, store.unsealed(end), walk.finding);
		});
	}

	/** The seals one after the other, a page at a time. */
	private final class Seals {

		private Iterator<Seal> page = List.<Seal>of().iterator();

		private long number;

		@Nullable Seal next() {
			if (!page.hasNext()) {
				page = store.after(number).iterator();
			}
			if (!page.hasNext()) {
				return null;
			}
			Seal seal = page.next();
			number = seal.number();
			return seal;
		}

	}

	/** Where the pass stands: the seal whose rows are coming, and what they have come to. */
	private static final class Walk {

		private final Seals seals;

		private long rows;

		private @Nullable String finding;

		private @Nullable Seal seal;

		private byte[] previous = Seal.BEGINNING;

		private long expectedNumber = 1;

		private long expectedFrom;

		private MessageDigest digest = Seal.digestAfter(Seal.BEGINNING);

		private long counted;

		private Walk(Seals seals) {
			this.seals = seals;
			open();
		}

		private void row(SealedRow row) {
			while (finding == null && seal != null && row.transaction() >= seal.until()) {
				close();
			}
			if (finding == null) {
				row.into(digest);
				counted++;
				rows++;
			}
		}

		private void end() {
			while (finding == null && seal != null) {
				close();
			}
		}

		/** Compares what came with what was sealed, and goes on to the next seal. */
		private void close() {
			Seal closing = seal;
			if (closing == null) {
				return;
			}
			String which = "seal " + closing.number() + " (rows " + closing.firstRow() + " to " + closing.lastRow() + ")";
			if (counted != closing.rows()) {
				finding = which + ": " + closing.rows() + " rows were sealed, " + counted + " are there: rows were "
						+ (counted < closing.rows() ? "removed" : "inserted");
			}
			else if (!closing.agrees(digest)) {
				finding = which + ": the rows are not what was sealed: one was altered or exchanged";
			}
			previous = closing.digest();
			expectedNumber = closing.number() + 1;
			expectedFrom = closing.until();
			digest = Seal.digestAfter(previous);
			counted = 0;
			open();
		}

		private void open() {
			seal = seals.next();
			if (finding == null && seal != null && (seal.number() != expectedNumber || seal.from() != expectedFrom
					|| !Arrays.equals(seal.previous(), previous))) {
				finding = "seal " + expectedNumber + " is missing or is not followed by the one after it";
			}
		}

	}

}
