package vn.motcua.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.identity.domain.SignInThrottle.Counted;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;

/**
 * Codes of six digits sent to a phone: good for five minutes, five tries and one use. How often one phone or one address may
 * ask is limited.
 */
@Component
class OneTimeCodes {

	static final Duration LIFE = Duration.ofMinutes(5);

	static final int TRIES = 5;

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String INSERT = """
			insert into identity.one_time_code (id, purpose, digest, phone, account, payload, created_at, expires_at)
			values (:id, :purpose, :digest, :phone, :account, :payload, :at, :expiresAt)
			""";

	private static final String TRY = """
			update identity.one_time_code set tries = tries + 1
			where id = :id and purpose = :purpose and used_at is null and expires_at > :now and tries < :tries
			returning digest, phone, account, payload
			""";

	private static final String USE = "update identity.one_time_code set used_at = :now, payload = null where id = :id and used_at is null";

	private static final String FORGET = """
			delete from identity.one_time_code where id in (select id from identity.one_time_code where expires_at < :before limit 10000)
			""";

	private final JdbcClient sql;

	private final Notifications notifications;

	private final Secrets secrets;

	private final SignInThrottle throttle;

	private final Clock clock;

	private final boolean work;

	OneTimeCodes(JdbcClient sql, Notifications notifications, Secrets secrets, SignInThrottle throttle, Clock clock, @Value("${motcua.work}") boolean work) {
		this.sql = sql;
		this.notifications = notifications;
		this.secrets = secrets;
		this.throttle = throttle;
		this.clock = clock;
		this.work = work;
	}

	enum Purpose {
		REGISTER, RESET, PHONE
	}

	/** What waited for the code. */
	record Proven(String phone, @Nullable UUID account, byte @Nullable [] payload) {
	}

	private record Row(byte[] digest, String phone, @Nullable UUID account, byte @Nullable [] payload) {
	}

	/** Refuses when this phone or address has asked too often; counts the request otherwise. */
	void allow(String phone, String address) {
		throttle.check(Counted.CODE_REQUEST.key(phone), Counted.CODE_REQUEST_ADDRESS.key(address));
		throttle.count(Counted.CODE_REQUEST, phone);
		throttle.count(Counted.CODE_REQUEST_ADDRESS, address);
	}

	/** Sends a code in the language of the page it was asked for on; the answer names the request on the page that asks for the code. */
	UUID send(Purpose purpose, String phone, @Nullable UUID account, byte @Nullable [] payload, String language) {
		UUID id = UUID.randomUUID();
		String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
		keep(id, purpose, code, phone, account, payload);
		notifications.send(new Message("identity.code:" + id, null, phone, null, "identity.code",
				Map.of("code", code, "minutes", Long.toString(LIFE.toMinutes())), null, language));
		return id;
	}

	/** Looks like {@link #send} to whoever asks, but no code was sent and none will do. */
	UUID pretend(Purpose purpose) {
		UUID id = UUID.randomUUID();
		keep(id, purpose, UUID.randomUUID().toString(), "", null, null);
		return id;
	}

	/** Empty when the code is wrong, used, too old, or tried too often. */
	Optional<Proven> prove(UUID id, Purpose purpose, String code) {
		Instant now = clock.instant();
		Optional<Row> row = sql.sql(TRY).param("id", id).param("purpose", purpose.name()).param("now", now.atOffset(ZoneOffset.UTC))
			.param("tries", TRIES)
			.query((found, index) -> new Row(found.getBytes("digest"), found.getString("phone"), found.getObject("account", UUID.class),
					found.getBytes("payload")))
			.optional();
		boolean right = row.isPresent() && MessageDigest.isEqual(row.get().digest, digest(id, code.strip()));
		if (!right || sql.sql(USE).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update() != 1) {
			return Optional.empty();
		}
		Row found = row.get();
		return Optional.of(new Proven(found.phone, found.account, found.payload == null ? null : secrets.open(found.payload)));
	}

	@Scheduled(fixedDelay = 600_000, initialDelay = 90_000)
	void forget() {
		if (work) {
			sql.sql(FORGET).param("before", clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC)).update();
		}
	}

	private void keep(UUID id, Purpose purpose, String code, String phone, @Nullable UUID account, byte @Nullable [] payload) {
		Instant now = clock.instant();
		sql.sql(INSERT).param("id", id).param("purpose", purpose.name()).param("digest", digest(id, code)).param("phone", phone)
			.param("account", account).param("payload", payload == null ? null : secrets.seal(payload)).param("at", now.atOffset(ZoneOffset.UTC))
			.param("expiresAt", now.plus(LIFE).atOffset(ZoneOffset.UTC)).update();
	}

	private byte[] digest(UUID id, String code) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secrets.formKey(), "HmacSHA256"));
			return mac.doFinal(("code:" + id + ':' + code).getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
