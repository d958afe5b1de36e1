package vn.motcua.dossier.domain;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import vn.motcua.kernel.Sha256;

/** The secret of an invitation: 256 random bits in the address, their digest in the database. */
record LinkToken(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static LinkToken fresh() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	String path() {
		return "/ky/" + value;
	}

	byte[] digest() {
		return Sha256.begun().digest(value.getBytes(StandardCharsets.UTF_8));
	}

	/** Never the secret: tokens end up in logs. */
	@Override
	public String toString() {
		return "LinkToken";
	}

}
