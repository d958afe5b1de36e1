package vn.motcua.sdk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The body of an answer, given up when nothing more of it comes: the timeout of a request ends where its body begins. */
final class PatientStream extends FilterInputStream {

	private final long longestNanos;

	private volatile long heardAt = System.nanoTime();

	private volatile boolean ended;

	private volatile boolean givenUp;

	PatientStream(InputStream body, Duration longest) {
		super(body);
		this.longestNanos = longest.toNanos();
		watch(longestNanos);
	}

	private void watch(long nanos) {
		CompletableFuture.delayedExecutor(Math.max(1, nanos), TimeUnit.NANOSECONDS).execute(this::look);
	}

	private void look() {
		long left = heardAt + longestNanos - System.nanoTime();
		if (ended) {
			return;
		}
		if (left > 0) {
			watch(left);
			return;
		}
		givenUp = true;
		try {
			in.close();
		}
		catch (IOException closedAlready) {
			// whoever reads hears of it
		}
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		heardAt = System.nanoTime();
		try {
			int read = super.read(into, offset, length);
			if (givenUp) {
				throw silent();
			}
			heardAt = System.nanoTime();
			return read;
		}
		catch (IOException broken) {
			throw givenUp ? silent() : broken;
		}
	}

	private HttpTimeoutException silent() {
		return new HttpTimeoutException("the ledger began to answer and then said nothing for " + TimeUnit.NANOSECONDS.toSeconds(longestNanos) + " seconds");
	}

	@Override
	public void close() throws IOException {
		ended = true;
		super.close();
	}

}
