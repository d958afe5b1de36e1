package vn.motcua.site;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.Sha256;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Requests that carry an {@code Idempotency-Key}: the work, its answer and the key are one transaction, so the same request
 * sent again, also at the same time, gets the same answer and has no second effect. The key with another request is refused.
 * Each room keeps its keys for two days, in the table {@code request_key} of its own schema.
 */
@Component
public class RequestKeys {

	private static final Duration KEPT = Duration.ofDays(2);

	/** Of requests of programs; a room may keep other keys beside them. */
	private static final String PREFIX = "api ";

	private static final String TAKE = "insert into %s.request_key (account, key, digest, made_at) values (?, ?, ?, ?) on conflict do nothing";

	private static final String KEEP = "update %s.request_key set status = ?, answer = ?::jsonb, location = ? where account = ? and key = ?";

	private static final String FIND = "select digest, status, answer, location from %s.request_key where account = ? and key = ?";

	private static final String FORGET = """
			delete from %1$s.request_key where ctid = any (array(select ctid from %1$s.request_key where made_at < ? limit 5000))""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final JsonMapper json;

	private final Clock clock;

	private final boolean work;

	private final Map<String, Room> rooms = new ConcurrentHashMap<>();

	RequestKeys(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, Clock clock, @Value("${motcua.work}") boolean work) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.json = json;
		this.clock = clock;
		this.work = work;
	}

	/** @param location address of what was made, if the answer names one */
	public record Answer(int status, @Nullable String location, Object body) {

		public static Answer ok(Object body) {
			return new Answer(200, null, body);
		}

	}

	private record Kept(String digest, int status, @Nullable String body, @Nullable String location) {
	}

	/** The keys of the room that owns a schema. */
	public Room of(String schema) {
		return rooms.computeIfAbsent(schema, Room::new);
	}

	/** Forgets keys of two days ago, in small bites. */
	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
	void forget() {
		if (work) {
			rooms.values().forEach(Room::forget);
		}
	}

	/** Keys of one room. */
	public final class Room {

		private final String schema;

		private Room(String schema) {
			this.schema = schema;
		}

		/** @param asked what is asked for, all of it: method, address and content */
		public ResponseEntity<?> once(Actor actor, @Nullable String key, String asked, Supplier<Answer> work) {
			if (key == null) {
				return response(work.get());
			}
			if (!key.matches("[\\x21-\\x7e]{1,200}")) {
				throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/Idempotency-Key", "common.idempotency-key")));
			}
			return Objects.requireNonNull(transaction.execute(_ -> kept(actor.account(), PREFIX + key, Sha256.of(asked), work)));
		}

		private ResponseEntity<?> kept(UUID account, String key, String digest, Supplier<Answer> work) {
			if (jdbc.sql(TAKE.formatted(schema)).params(account, key, digest, now()).update() == 1) {
				Answer answer = work.get();
				jdbc.sql(KEEP.formatted(schema)).params(answer.status(), json.writeValueAsString(answer.body()), answer.location(), account, key).update();
				return response(answer);
			}
			Kept before = jdbc.sql(FIND.formatted(schema)).params(account, key)
				.query((row, _) -> new Kept(row.getString("digest"), row.getInt("status"), row.getString("answer"), row.getString("location"))).single();
			if (!before.digest().equals(digest) || before.body() == null) {
				throw new ProblemException(CommonProblem.IDEMPOTENCY);
			}
			return response(new Answer(before.status(), before.location(), json.readTree(before.body())));
		}

		private void forget() {
			while (jdbc.sql(FORGET.formatted(schema)).param(now().minus(KEPT)).update() > 0) {
				Thread.onSpinWait();
			}
		}

	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static ResponseEntity<?> response(Answer answer) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
		if (answer.location() != null) {
			response.location(URI.create(answer.location()));
		}
		return response.body(answer.body());
	}

}
