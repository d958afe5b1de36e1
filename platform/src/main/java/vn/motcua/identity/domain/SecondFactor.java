package vn.motcua.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.domain.SignInThrottle.Counted;
import vn.motcua.kernel.Actor;

/**
 * The authenticator as a second factor for officers, with ten recovery codes for the day the phone is lost. Each code of the
 * authenticator counts once. Whether officers must have it is the setting {@code motcua.identity.officer-totp}: required
 * unless this is the demonstration.
 */
@Service
public class SecondFactor {

	private static final int SECRET_BYTES = 20;

	private static final int RECOVERY_CODES = 10;

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String SET = "update identity.account set totp_secret = :secret, totp_last_step = :step where id = :id";

	private static final String USE_STEP = "update identity.account set totp_last_step = :step where id = :id and totp_last_step < :step";

	private static final String FORGET_CODES = "delete from identity.recovery_code where account = :id";

	private static final String ADD_CODE = "insert into identity.recovery_code (account, digest) values (:id, :digest)";

	private static final String USE_CODE = """
			update identity.recovery_code set used_at = :now where account = :id and digest = :digest and used_at is null
			""";

	private final JdbcClient sql;

	private final AccountStore accounts;

	private final Secrets secrets;

	private final SignInThrottle throttle;

	private final AuditTrail audit;

	private final Clock clock;

	private final boolean required;

	SecondFactor(JdbcClient sql, AccountStore accounts, Secrets secrets, SignInThrottle throttle, AuditTrail audit, Clock clock,
			@Value("${motcua.identity.officer-totp:}") String policy, @Value("${motcua.demo}") boolean demo) {
		this.sql = sql;
		this.accounts = accounts;
		this.secrets = secrets;
		this.throttle = throttle;
		this.audit = audit;
		this.clock = clock;
		this.required = policy.isEmpty() ? !demo : policy.equals("required");
	}

	/** True when officers may work only with it. */
	public boolean required() {
		return required;
	}

	public boolean isSet(UUID account) {
		return accounts.credentials(account).map(known -> known.totpSecret() != null).orElse(false);
	}

	/** A fresh secret in base32, kept nowhere until {@link #set} proves that the authenticator has it. */
	public static String freshSecret() {
		byte[] secret = new byte[SECRET_BYTES];
		RANDOM.nextBytes(secret);
		return Base32.encode(secret);
	}

	/** Recovery codes, in the only moment they can be read; empty when the code is not the authenticator's. */
	@Transactional
	public List<String> set(Actor actor, String secret, String code) {
		byte[] key = Base32.decode(secret);
		OptionalLong step = Totp.match(key, code.strip(), clock.instant(), -1);
		if (step.isEmpty()) {
			return List.of();
		}
		sql.sql(SET).param("id", actor.account()).param("secret", secrets.seal(key)).param("step", step.getAsLong()).update();
		sql.sql(FORGET_CODES).param("id", actor.account()).update();
		List<String> codes = new ArrayList<>();
		for (int i = 0; i < RECOVERY_CODES; i++) {
			String fresh = freshSecret().substring(0, 10);
			sql.sql(ADD_CODE).param("id", actor.account()).param("digest", digest(actor.account(), fresh)).update();
			codes.add(fresh.substring(0, 5) + "-" + fresh.substring(5));
		}
		changed(actor);
		return codes;
	}

	@Transactional
	public void remove(Actor actor) {
		sql.sql(SET).param("id", actor.account()).param("secret", null).param("step", 0L).update();
		sql.sql(FORGET_CODES).param("id", actor.account()).update();
		changed(actor);
	}

	/** A code of the authenticator or a recovery code; each is good once, and wrong tries are slowed down. */
	public boolean passes(UUID account, String typed) {
		throttle.check(Counted.SECOND_FACTOR.key(account.toString()));
		String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		boolean right = code.length() == 6 ? authenticator(account, code) : recovery(account, code);
		if (right) {
			throttle.clear(Counted.SECOND_FACTOR, account.toString());
		}
		else {
			throttle.count(Counted.SECOND_FACTOR, account.toString());
		}
		return right;
	}

	private boolean authenticator(UUID account, String code) {
		AccountStore.Credentials known = accounts.credentials(account).orElseThrow();
		if (known.totpSecret() == null) {
			return false;
		}
		OptionalLong step = Totp.match(secrets.open(known.totpSecret()), code, clock.instant(), known.totpLastStep());
		return step.isPresent() && sql.sql(USE_STEP).param("id", account).param("step", step.getAsLong()).update() == 1;
	}

	private boolean recovery(UUID account, String code) {
		return sql.sql(USE_CODE).param("id", account).param("digest", digest(account, code)).param("now", clock.instant().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	private byte[] digest(UUID account, String code) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secrets.formKey(), "HmacSHA256"));
			return mac.doFinal(("recovery:" + account + ':' + code).getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private void changed(Actor actor) {
		audit.record(new AccessRecord(actor, AuditAction.ACCOUNT_CHANGED, "account", actor.subject(), "audit.purpose.self-service"));
	}

}
