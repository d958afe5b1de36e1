package vn.motcua.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** Is told that something waits in the inbox. Only what the ledger signed within five minutes is believed. */
final class Webhook {

	private static final Duration FRESH = Duration.ofMinutes(5);

	private final VendorDatabase database;

	private final Failures failures;

	private final AtomicBoolean rung = new AtomicBoolean();

	private final Map<Integer, AtomicLong> answers = new ConcurrentHashMap<>();

	Webhook(VendorDatabase database, Failures failures) {
		this.database = database;
		this.failures = failures;
	}

	/** Keeps the secret that the platform showed. */
	void secret(String secret) {
		if (!secret.matches("whsec_[A-Za-z0-9+/]{20,200}={0,2}")) {
			throw new SettingsProblem("webhook-secret", "begins with whsec_");
		}
		database.say("webhook-secret", secret);
	}

	/** The status of the answer. */
	int answer(@Nullable String id, @Nullable String timestamp, @Nullable String signature, String body) {
		int status = failures.on(Failure.DOWN) ? 503 : failures.happens(Failure.WEBHOOK_500) ? 500 : believed(id, timestamp, signature, body) ? 204 : 401;
		answers.computeIfAbsent(status, _ -> new AtomicLong()).incrementAndGet();
		if (status == 204) {
			rung.set(true);
		}
		return status;
	}

	private boolean believed(@Nullable String id, @Nullable String timestamp, @Nullable String signature, String body) {
		String secret = database.said("webhook-secret").orElse(null);
		if (secret == null || id == null || signature == null || timestamp == null || !timestamp.matches("\\d{1,12}")
				|| Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs().compareTo(FRESH) > 0) {
			return false;
		}
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
			byte[] own = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)))).getBytes(StandardCharsets.UTF_8);
			for (String one : signature.split(" ")) {
				if (MessageDigest.isEqual(own, one.getBytes(StandardCharsets.UTF_8))) {
					return true;
				}
			}
			return false;
		}
		catch (GeneralSecurityException inEveryJava) {
			throw new IllegalStateException(inEveryJava);
		}
	}

	/** Whether it rang since this was asked last. */
	boolean rung() {
		return rung.getAndSet(false);
	}

	/** How often it answered what. */
	Map<Integer, AtomicLong> answers() {
		return answers;
	}

}
