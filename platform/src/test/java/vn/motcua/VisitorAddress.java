package vn.motcua;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a visitor of a test comes from, as the proxy in front of the program says it: each visitor has an address of its own,
 * so that what is counted by address (guessed passwords, look-ups, codes asked for) is counted for that visitor alone.
 * RFC 2544: the network 198.18.0.0/15 is nobody's.
 */
final class VisitorAddress {

	/** Header of the proxy. */
	static final String HEADER = "X-Forwarded-For";

	private static final int MOST = 1 << 17;

	private static final AtomicInteger NEXT = new AtomicInteger();

	private VisitorAddress() {
	}

	static String fresh() {
		int number = NEXT.getAndIncrement() % MOST;
		return "198." + (18 + (number >> 16)) + "." + (number >> 8 & 255) + "." + (number & 255);
	}

}
