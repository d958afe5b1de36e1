package vn.motcua.exchange.participant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.exchange.ExchangeProblem;
import vn.motcua.exchange.Participant;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** How much systems may send, counted in the database: the same for one node or many, before and after a restart. */
@Component
public class Quotas {

	/** A clock that is behind counts into the minute that another node has begun. */
	private static final String ADMIT = """
			insert into exchange.use as u (participant, day, calls, lines, bytes, minute, minute_calls) values (:participant, :day, 1, 0, 0, :minute, 1)
			on conflict (participant, day) do update set calls = u.calls + 1, minute = greatest(u.minute, excluded.minute),
				minute_calls = case when excluded.minute > u.minute then 1 else u.minute_calls + 1 end
			returning minute_calls""";

	private static final String COUNT = """
			insert into exchange.use as u (participant, day, calls, lines, bytes, minute, minute_calls) values (:participant, :day, 0, :lines, :bytes, :minute, 0)
			on conflict (participant, day) do update set lines = u.lines + excluded.lines, bytes = u.bytes + excluded.bytes
			where u.lines + excluded.lines <= :most""";

	private static final String USED = "select lines from exchange.use where participant = :participant and day = :day";

	private static final String LATEST = """
			select day, calls, lines, bytes from exchange.use where participant = :participant order by day desc limit :days""";

	private final JdbcClient sql;

	private final Clock clock;

	Quotas(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** What a system used on a day. */
	public record Use(LocalDate day, long calls, long lines, long bytes) {
	}

	/**
	 * Counts a call before anything is done for it.
	 * @throws ProblemException {@link ExchangeProblem#QUOTA_CALLS} until the next minute
	 */
	public void admit(Participant participant) {
		Instant now = clock.instant();
		int calls = sql.sql(ADMIT).param("participant", participant.id()).param("day", day(now)).param("minute", minute(now))
			.query(Integer.class).single();
		if (calls > participant.quota().callsAMinute()) {
			throw new ProblemException(ExchangeProblem.QUOTA_CALLS, Map.of("max", participant.quota().callsAMinute(), "seconds", 60 - now.getEpochSecond() % 60), List.of());
		}
	}

	/**
	 * Whether the day has room for so many lines, before anything is done for them.
	 * @throws ProblemException {@link ExchangeProblem#QUOTA_LINES} when it has not
	 */
	public void check(Participant participant, int lines) {
		Instant now = clock.instant();
		long used = sql.sql(USED).param("participant", participant.id()).param("day", day(now)).query(Long.class).optional().orElse(0L);
		if (used + lines > participant.quota().linesADay()) {
			throw usedUp(participant, now);
		}
	}

	/**
	 * Counts lines in the transaction that records them.
	 * @throws ProblemException {@link ExchangeProblem#QUOTA_LINES} when the day has no room for all of them
	 */
	public void count(Participant participant, int lines, long bytes) {
		Instant now = clock.instant();
		long most = participant.quota().linesADay();
		if (lines > most || sql.sql(COUNT).param("participant", participant.id()).param("day", day(now)).param("minute", minute(now)).param("lines", lines)
			.param("bytes", bytes).param("most", most).update() == 0) {
			throw usedUp(participant, now);
		}
	}

	private static ProblemException usedUp(Participant participant, Instant now) {
		return new ProblemException(ExchangeProblem.QUOTA_LINES, Map.of("max", participant.quota().linesADay(), "seconds", untilTomorrow(now)), List.of());
	}

	/** Newest day first. */
	public List<Use> latest(Participant participant, int days) {
		return sql.sql(LATEST).param("participant", participant.id()).param("days", days)
			.query((row, _) -> new Use(row.getObject("day", LocalDate.class), row.getLong("calls"), row.getLong("lines"), row.getLong("bytes"))).list();
	}

	private static Object minute(Instant now) {
		return now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
	}

	private static LocalDate day(Instant now) {
		return LocalDate.ofInstant(now, Page.ZONE);
	}

	private static long untilTomorrow(Instant now) {
		ZonedDateTime here = now.atZone(Page.ZONE);
		return Math.max(1, ChronoUnit.SECONDS.between(here, here.toLocalDate().plusDays(1).atStartOfDay(Page.ZONE)));
	}

}
