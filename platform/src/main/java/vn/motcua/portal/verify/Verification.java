package vn.motcua.portal.verify;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalizedText;

/**
 * What a stranger may know of a result: kind of document, number, agency, signer, date, whether it is in force, and the
 * initials of the person it was made for.
 *
 * @param signer as the certificate of the signature names them
 * @param genuine the document kept by the platform carries unbroken signatures of certificates the platform trusts
 * @param granted false when the document is a reasoned refusal
 * @param revokedAt {@code null} while it is in force
 * @param revocationReason empty while it is in force
 * @param sha256 digest a copy must have
 */
public record Verification(LocalizedText kind, String number, LocalizedText agency, String signer, Instant signedAt,
		boolean genuine, boolean granted, @Nullable Instant revokedAt, String revocationReason, String initials, String sha256) {

	/** First letters of the words of a name: {@code N.M.A.} */
	static String initials(String name) {
		StringBuilder initials = new StringBuilder();
		for (String word : name.strip().split("\\s+")) {
			if (!word.isEmpty()) {
				initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0))).append('.');
			}
		}
		return initials.toString();
	}

}
