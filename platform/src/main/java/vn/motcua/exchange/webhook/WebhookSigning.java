package vn.motcua.exchange.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures by Standard Webhooks: HMAC-SHA256 over id, moment and body; one for each secret that holds. */
final class WebhookSigning {

	private static final String ALGORITHM = "HmacSHA256";

	private WebhookSigning() {
	}

	static String signatures(Webhook webhook, UUID message, Instant at, String body) {
		byte[] before = webhook.before();
		boolean both = before != null && webhook.beforeUntil() != null && at.isBefore(webhook.beforeUntil());
		String present = signature(webhook.secret(), message, at, body);
		return both ? present + " " + signature(before, message, at, body) : present;
	}

	private static String signature(byte[] secret, UUID message, Instant at, String body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret, ALGORITHM));
			byte[] signed = mac.doFinal((message + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(signed);
		}
		catch (GeneralSecurityException everyRuntimeHasIt) {
			throw new IllegalStateException(everyRuntimeHasIt);
		}
	}

}
