package vn.motcua.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Requests of this room that carry an {@code Idempotency-Key}: the work, its answer and the key are one transaction, so the same request sent again, also
 * at the same time, gets the same answer and has no second effect. The key with another request is refused.
 */
@Component
public class RequestKeys {

	private static final Duration KEPT = Duration.ofDays(2);

	private static final String TAKE = "insert into reporting.request_key (account, key, digest, made_at) values (:account, :key, :digest, :at) on conflict do nothing";

	private static final String KEEP = "update reporting.request_key set status = :status, answer = :answer::jsonb where account = :account and key = :key";

	private static final String FIND = "select digest, status, answer from reporting.request_key where account = :account and key = :key";

	private static final String FORGET = """
			delete from reporting.request_key where ctid = any (array(select ctid from reporting.request_key where made_at < :before limit 5000))""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final JsonMapper json;

	private final Clock clock;

	RequestKeys(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.json = json;
		this.clock = clock;
	}

	private record Kept(String digest, int status, @Nullable String body) {
	}

	/** @param asked what is asked for, all of it: method, address and content */
	public ResponseEntity<?> once(Actor actor, @Nullable String key, String asked, Supplier<Object> work) {
		if (key == null) {
			return ResponseEntity.ok(work.get());
		}
		if (!key.matches("[\\x21-\\x7e]{1,200}")) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/Idempotency-Key", "reporting.idempotency-key")));
		}
		return Objects.requireNonNull(transaction.execute(_ -> kept(actor, key, sha256(asked), work)));
	}

	private ResponseEntity<?> kept(Actor actor, String key, String digest, Supplier<Object> work) {
		if (jdbc.sql(TAKE).param("account", actor.account()).param("key", key).param("digest", digest).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update() == 1) {
			Object answer = work.get();
			jdbc.sql(KEEP).param("status", 200).param("answer", json.writeValueAsString(answer)).param("account", actor.account()).param("key", key).update();
			return ResponseEntity.ok(answer);
		}
		Kept before = jdbc.sql(FIND).param("account", actor.account()).param("key", key)
			.query((row, _) -> new Kept(row.getString("digest"), row.getInt("status"), row.getString("answer"))).single();
		if (!before.digest().equals(digest) || before.body() == null) {
			throw new ProblemException(CommonProblem.IDEMPOTENCY);
		}
		return ResponseEntity.status(before.status()).body(json.readTree(before.body()));
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException everyRuntimeHasIt) {
			throw new IllegalStateException(everyRuntimeHasIt);
		}
	}

	/** Forgets keys of two days ago, in small bites. */
	@Component
	@ConditionalOnBooleanProperty("motcua.work")
	static class Forgetting {

		private final RequestKeys keys;

		Forgetting(RequestKeys keys) {
			this.keys = keys;
		}

		@Scheduled(initialDelayString = "PT11M", fixedDelayString = "PT10M")
		void forget() {
			while (keys.jdbc.sql(FORGET).param("before", keys.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).update() > 0) {
				Thread.onSpinWait();
			}
		}

	}

}
