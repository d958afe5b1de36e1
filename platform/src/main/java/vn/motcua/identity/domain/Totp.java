package vn.motcua.identity.domain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords: six digits over steps of thirty seconds. Source: RFC 6238 with RFC 4226. */
final class Totp {

	static final int STEP_SECONDS = 30;

	private static final int[] POWERS = { 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000 };

	private Totp() {
	}

	static long stepAt(Instant at) {
		return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
	}

	static String code(byte[] secret, long step, int digits, String algorithm) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(secret, algorithm));
			byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
			int offset = hash[hash.length - 1] & 0xf;
			int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
			return String.format(Locale.ROOT, "%0" + digits + "d", number % POWERS[digits]);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** The step whose code this is: now, one before or one after, and later than the last one used; empty otherwise. */
	static OptionalLong match(byte[] secret, String code, Instant at, long lastUsedStep) {
		long now = stepAt(at);
		OptionalLong found = OptionalLong.empty();
		for (long step = now - 1; step <= now + 1; step++) {
			boolean same = MessageDigest.isEqual(code(secret, step, 6, "HmacSHA1").getBytes(), code.getBytes());
			if (same && step > lastUsedStep && found.isEmpty()) {
				found = OptionalLong.of(step);
			}
		}
		return found;
	}

}
