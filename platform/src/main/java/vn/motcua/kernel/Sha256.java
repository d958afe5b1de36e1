package vn.motcua.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, written as 64 lower-case hexadecimal digits. */
public final class Sha256 {

	private Sha256() {
	}

	/** One to put bytes into. */
	public static MessageDigest begun() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException everyRuntimeHasIt) {
			throw new IllegalStateException(everyRuntimeHasIt);
		}
	}

	public static String of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	public static String of(byte[] bytes) {
		return HexFormat.of().formatHex(begun().digest(bytes));
	}

	/** What was put into it. */
	public static String ended(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

}
