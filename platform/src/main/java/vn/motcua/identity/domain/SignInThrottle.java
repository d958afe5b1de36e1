package vn.motcua.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.identity.IdentityProblem;
import vn.motcua.kernel.Sha256;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Slows down whoever guesses: after a number of wrong tries the next is heard only after a delay that doubles with each
 * further one, up to a limit. Kept in the database, so that it holds on every node and over a restart; forgotten after a time
 * without a try. Names are kept as digests only.
 */
@Component
class SignInThrottle {

	private static final String BLOCKED = "select max(blocked_until) from identity.throttle where key in (:keys) and blocked_until > :now";

	private static final String FAILED = """
			insert into identity.throttle as t (key, failures, last_at, blocked_until) values (:key, 1, :now, null)
			on conflict (key) do update set last_at = :now,
				failures = case when t.last_at < :forgottenBefore then 1 else t.failures + 1 end,
				blocked_until = case when t.last_at >= :forgottenBefore and t.failures + 1 >= :free
					then :now + least(:mostSeconds, :firstSeconds * power(2, least(t.failures + 1 - :free, 20))) * interval '1 second' end
			returning blocked_until > :now
			""";

	private static final String CLEAR = "delete from identity.throttle where key = :key";

	private static final String FORGET = """
			delete from identity.throttle where key in (select key from identity.throttle where last_at < :before limit 10000)
			""";

	private static final Duration LONGEST_MEMORY = Duration.ofDays(1);

	private final JdbcClient sql;

	private final Clock clock;

	private final boolean work;

	SignInThrottle(JdbcClient sql, Clock clock, @Value("${motcua.work}") boolean work) {
		this.sql = sql;
		this.clock = clock;
		this.work = work;
	}

	/** What is counted: one account, or one network address. */
	enum Counted {

		ACCOUNT(5, 15, 3600, Duration.ofDays(1)), SECOND_FACTOR(5, 15, 3600, Duration.ofDays(1)),
		/** Many people may share an address, so it is slowed down late and never for long. */
		ADDRESS(200, 1, 30, Duration.ofMinutes(10)), CODE_REQUEST(3, 60, 3600, Duration.ofDays(1)),
		CODE_REQUEST_ADDRESS(100, 1, 30, Duration.ofMinutes(10));

		/** Tries without delay. */
		private final int free;

		private final int firstSeconds;

		private final int mostSeconds;

		private final Duration memory;

		Counted(int free, int firstSeconds, int mostSeconds, Duration memory) {
			this.free = free;
			this.firstSeconds = firstSeconds;
			this.mostSeconds = mostSeconds;
			this.memory = memory;
		}

		String key(String who) {
			return Sha256.of(name() + '\0' + who).substring(0, 32);
		}

	}

	/** Refuses while any of the keys is blocked. */
	void check(String... keys) {
		Instant now = clock.instant();
		Optional<OffsetDateTime> until = sql.sql(BLOCKED).param("keys", List.of(keys)).param("now", utc(now)).query(OffsetDateTime.class).optional();
		until.ifPresent(blocked -> {
			throw new ProblemException(IdentityProblem.LOCKED, "seconds", Math.max(1, Duration.between(now, blocked.toInstant()).toSeconds() + 1));
		});
	}

	/** Counts a try; true when the next one has to wait. */
	boolean count(Counted counted, String who) {
		Instant now = clock.instant();
		return Boolean.TRUE.equals(sql.sql(FAILED).param("key", counted.key(who)).param("now", utc(now)).param("forgottenBefore", utc(now.minus(counted.memory)))
			.param("free", counted.free).param("firstSeconds", counted.firstSeconds).param("mostSeconds", counted.mostSeconds).query(Boolean.class).optional().orElse(false));
	}

	void clear(Counted counted, String who) {
		sql.sql(CLEAR).param("key", counted.key(who)).update();
	}

	@Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
	void forget() {
		if (work) {
			sql.sql(FORGET).param("before", utc(clock.instant().minus(LONGEST_MEMORY))).update();
		}
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
