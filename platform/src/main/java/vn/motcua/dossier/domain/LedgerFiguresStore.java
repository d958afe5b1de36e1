package vn.motcua.dossier.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.LedgerFigures;

/** Counts from the current states; partitions too old to matter are not read. */
@Component
class LedgerFiguresStore implements LedgerFigures {

	/** No procedure runs longer from receipt to result. */
	private static final Duration LONGEST_LIFE = Duration.ofDays(400);

	private static final String COUNT = """
			select count(*) filter (where submitted_at >= :from and submitted_at < :until) as received,
				count(*) filter (where completed_at >= :from and completed_at < :until and due_at is not null) as finished,
				count(*) filter (where completed_at >= :from and completed_at < :until and completed_at <= due_at) as on_time
			from dossier.dossier
			where received_on >= :earliest and (submitted_at >= :from or completed_at >= :from)
			""";

	private static final String COUNT_OF = COUNT + " and agency in (:agencies)";

	private final JdbcClient jdbc;

	LedgerFiguresStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Count count(Instant from, Instant until) {
		return count(jdbc.sql(COUNT), from, until);
	}

	@Override
	public Count count(Instant from, Instant until, Collection<Integer> agencies) {
		return agencies.isEmpty() ? new Count(0, 0, 0) : count(jdbc.sql(COUNT_OF).param("agencies", agencies), from, until);
	}

	private static Count count(JdbcClient.StatementSpec counting, Instant from, Instant until) {
		return counting.param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC))
			.param("earliest", LocalDate.ofInstant(from.minus(LONGEST_LIFE), ZoneOffset.UTC))
			.query((row, number) -> new Count(row.getLong("received"), row.getLong("finished"), row.getLong("on_time")))
			.single();
	}

}
