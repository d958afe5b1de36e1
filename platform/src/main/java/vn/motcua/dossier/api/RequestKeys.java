package vn.motcua.dossier.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Requests that carry an {@code Idempotency-Key}: the work, its answer and the key are one transaction, so the same request
 * sent again, also at the same time, gets the same answer and has no second effect. The key with another request is refused.
 */
@Component
class RequestKeys {

	private static final Duration KEPT = Duration.ofDays(2);

	private static final String TAKE = "insert into dossier.request_key (account, key, digest, made_at) values (?, ?, ?, ?) on conflict do nothing";

	private static final String KEEP = "update dossier.request_key set status = ?, answer = ?::jsonb, location = ? where account = ? and key = ?";

	private static final String FIND = "select digest, status, answer, location from dossier.request_key where account = ? and key = ?";

	private static final String FORGET = """
			delete from dossier.request_key where ctid = any (array(select ctid from dossier.request_key where made_at < ? limit 5000))""";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final JsonMapper json;

	private final Clock clock;

	RequestKeys(JdbcTemplate jdbc, TransactionTemplate transaction, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.json = json;
		this.clock = clock;
	}

	record Answer(int status, @Nullable String location, Object body) {
	}

	private record Kept(String digest, int status, @Nullable String body, @Nullable String location) {
	}

	/** @param asked what is asked for, all of it: method, address and content */
	ResponseEntity<?> once(Actor actor, @Nullable String key, String asked, Supplier<Answer> work) {
		if (key == null) {
			return response(work.get());
		}
		if (!key.matches("[\\x21-\\x7e]{1,200}")) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/Idempotency-Key", "dossier.idempotency-key")));
		}
		ResponseEntity<?> response = transaction.execute(_ -> kept(actor.account(), "api " + key, sha256(asked), work));
		return java.util.Objects.requireNonNull(response);
	}

	private ResponseEntity<?> kept(UUID account, String key, String digest, Supplier<Answer> work) {
		if (jdbc.update(TAKE, account, key, digest, clock.instant().atOffset(ZoneOffset.UTC)) == 1) {
			Answer answer = work.get();
			jdbc.update(KEEP, answer.status(), json.writeValueAsString(answer.body()), answer.location(), account, key);
			return response(answer);
		}
		Kept before = jdbc.queryForObject(FIND, (row, _) -> new Kept(row.getString("digest"), row.getInt("status"), row.getString("answer"),
				row.getString("location")), account, key);
		if (before == null || !before.digest().equals(digest) || before.body() == null) {
			throw new ProblemException(CommonProblem.IDEMPOTENCY);
		}
		return response(new Answer(before.status(), before.location(), json.readTree(before.body())));
	}

	private static ResponseEntity<?> response(Answer answer) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
		if (answer.location() != null) {
			response.location(URI.create(answer.location()));
		}
		return response.body(answer.body());
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

		@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
		void forget() {
			while (keys.jdbc.update(FORGET, keys.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)) > 0) {
				Thread.onSpinWait();
			}
		}

	}

}
