package vn.motcua.dossier.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.LedgerFigures;

/** Counts from the current states; partitions too old to matter are not read. */
@Component
class LedgerFiguresStore implements LedgerFigures {

	/** No procedure runs longer from receipt to result. */
	private static final Duration LONGEST_LIFE = Duration.ofDays(400);

	/** A code may be given so much later than what it stands for was handed in. */
	private static final Duration CODED_LATER = Duration.ofDays(32);

	private static final String COUNT = """
			select count(*) filter (where submitted_at >= :from and submitted_at < :until) as received,
				count(*) filter (where completed_at >= :from and completed_at < :until and due_at is not null) as finished,
				count(*) filter (where completed_at >= :from and completed_at < :until and completed_at <= due_at) as on_time
			from dossier.dossier
			where received_on >= :earliest and received_on <= :latest and (submitted_at >= :from or completed_at >= :from)
			""";

	private static final String COUNT_BY_AGENCY = COUNT.replace("select", "select agency,") + " group by agency";

	private final JdbcClient jdbc;

	LedgerFiguresStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Count count(Instant from, Instant until) {
		return within(COUNT, from, until).query(LedgerFiguresStore::count).single();
	}

	@Override
	public Map<Integer, Count> countByAgency(Instant from, Instant until) {
		Map<Integer, Count> counts = new HashMap<>();
		within(COUNT_BY_AGENCY, from, until).query(row -> {
			counts.put(row.getInt("agency"), count(row, 0));
		});
		return counts;
	}

	private JdbcClient.StatementSpec within(String counting, Instant from, Instant until) {
		return jdbc.sql(counting).param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC))
			.param("earliest", LocalDate.ofInstant(from.minus(LONGEST_LIFE), ZoneOffset.UTC)).param("latest", LocalDate.ofInstant(until.plus(CODED_LATER), ZoneOffset.UTC));
	}

	private static Count count(ResultSet row, int number) throws SQLException {
		return new Count(row.getLong("received"), row.getLong("finished"), row.getLong("on_time"));
	}

}
