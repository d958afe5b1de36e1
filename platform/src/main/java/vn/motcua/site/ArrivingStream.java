package vn.motcua.site;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;

import vn.motcua.kernel.problem.ProblemException;

/** A body on its way, of so many bytes and within so much time: one that trickles, or unpacks to nothing, comes to an end too. */
public final class ArrivingStream extends FilterInputStream {

	private final long mostBytes;

	private final Supplier<ProblemException> tooLarge;

	private final Supplier<ProblemException> tooSlow;

	private final long untilNs;

	private long came;

	public ArrivingStream(InputStream in, long mostBytes, Supplier<ProblemException> tooLarge, Duration longest, Supplier<ProblemException> tooSlow) {
		super(in);
		this.mostBytes = mostBytes;
		this.tooLarge = tooLarge;
		this.tooSlow = tooSlow;
		this.untilNs = System.nanoTime() + longest.toNanos();
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		int read = super.read(into, offset, length);
		came += Math.max(read, 0);
		if (came > mostBytes) {
			throw tooLarge.get();
		}
		if (System.nanoTime() > untilNs) {
			throw tooSlow.get();
		}
		return read;
	}

}
