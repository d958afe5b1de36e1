package vn.motcua.audit.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

import vn.motcua.kernel.Sha256;

/**
 * One link of the chain: it seals every row that the transactions from {@code from} to before {@code until} committed, and
 * the link before.
 *
 * @param rows how many rows there were
 * @param firstRow lowest and {@code lastRow} highest number among them
 */
record Seal(long number, long from, long until, long rows, long firstRow, long lastRow, byte[] digest, byte[] previous) {

	/** What the first link follows. */
	static final byte[] BEGINNING = new byte[32];

	/** A digest that rows and then {@link #finish} go into. */
	static MessageDigest digestAfter(byte[] previous) {
		MessageDigest digest = Sha256.begun();
		digest.update(previous);
		return digest;
	}

	static byte[] finish(MessageDigest digest, long number, long from, long until, long rows, long firstRow, long lastRow) {
		digest.update(ByteBuffer.allocate(48).putLong(number).putLong(from).putLong(until).putLong(rows).putLong(firstRow).putLong(lastRow).array());
		return digest.digest();
	}

	boolean agrees(MessageDigest rowsDigested) {
		return MessageDigest.isEqual(digest, finish(rowsDigested, number, from, until, rows, firstRow, lastRow));
	}

}
