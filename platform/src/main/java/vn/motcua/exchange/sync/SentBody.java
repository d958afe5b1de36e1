package vn.motcua.exchange.sync;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import vn.motcua.kernel.Sha256;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** A body as it comes in, with the digest of every byte that was sent, read by us or not. */
public final class SentBody extends FilterInputStream {

	/** What may follow the part that was read, such as bytes after the end of what was packed. */
	private static final int MOST_REST = 64 << 10;

	private final MessageDigest digest;

	public SentBody(InputStream in) {
		this(in, Sha256.begun());
	}

	private SentBody(InputStream in, MessageDigest digest) {
		super(new DigestInputStream(in, digest));
		this.digest = digest;
	}

	/** SHA-256 in hexadecimal, once: reads what is left. */
	public String sha256() throws IOException {
		byte[] buffer = new byte[8_192];
		for (int rest = 0; rest <= MOST_REST;) {
			int read = read(buffer, 0, buffer.length);
			if (read < 0) {
				return HexFormat.of().formatHex(digest.digest());
			}
			rest += read;
		}
		throw new ProblemException(CommonProblem.UNREADABLE);
	}

}
