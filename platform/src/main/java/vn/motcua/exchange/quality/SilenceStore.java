package vn.motcua.exchange.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.AgencyId;

/** SQL of agencies that fall silent. */
@Repository
class SilenceStore {

	private static final String QUIET = """
			select a.agency, a.agency_id, a.last_recorded_at from exchange.sender_agency a
			where a.last_recorded_at < :before and a.last_recorded_at > :after and a.agency > :from
				and not exists (select from exchange.silence s where s.agency = a.agency and s.since = a.last_recorded_at)
			order by a.agency limit :limit""";

	private static final String HOURS = "select distinct hour from exchange.lag_hour where agency = :agency and hour >= :since and class >= 0 order by hour limit 2000";

	private static final String BEGIN = """
			insert into exchange.silence (agency, since, usual_seconds, noticed_at) values (:agency, :since, :usual, :at) on conflict do nothing""";

	private static final String END = """
			update exchange.silence s set ended_at = a.last_recorded_at from exchange.sender_agency a
			where a.agency = s.agency and s.ended_at is null and a.last_recorded_at > s.since""";

	private final JdbcClient sql;

	SilenceStore(JdbcClient sql) {
		this.sql = sql;
	}

	record Quiet(String agency, AgencyId agencyId, Instant since) {
	}

	/** Agencies of which nothing came in a span of time and whose silence is not known yet. */
	List<Quiet> quiet(Instant after, Instant before, String from, int limit) {
		return sql.sql(QUIET).param("before", utc(before)).param("after", utc(after)).param("from", from).param("limit", limit)
			.query((row, _) -> new Quiet(row.getString("agency"), new AgencyId(row.getInt("agency_id")), row.getObject("last_recorded_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** Hours in which lines of an agency were recorded; history does not count. */
	List<Instant> hours(String agency, Instant since) {
		return sql.sql(HOURS).param("agency", agency).param("since", utc(since)).query((row, _) -> row.getObject("hour", OffsetDateTime.class).toInstant()).list();
	}

	/** False when it was known. */
	boolean begin(Quiet quiet, Duration usual, Instant at) {
		return sql.sql(BEGIN).param("agency", quiet.agency()).param("since", utc(quiet.since())).param("usual", usual.toSeconds()).param("at", utc(at)).update() == 1;
	}

	/** Silence ends by itself with the next line. */
	int end() {
		return sql.sql(END).update();
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
