package vn.motcua.exchange.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what the centre did not take, and of days that both sides compared. */
@Repository
class CentreStore {

	private static final String REFUSED = """
			insert into exchange.centre_refusal (code, seq, pointer, rule, at) values (:code, :seq, :pointer, :rule, :at)
			on conflict (code, seq) do update set pointer = excluded.pointer, rule = excluded.rule, at = excluded.at""";

	private static final String TAKEN = "delete from exchange.centre_refusal where (code, seq) in (select * from unnest(:codes::text[], :seqs::integer[]))";

	private static final String COMPARED = """
			insert into exchange.centre_day (agency, day, lines, differing, at) values (:agency, :day, :lines, :differing, :at)
			on conflict (agency, day) do update set lines = excluded.lines, differing = excluded.differing, at = excluded.at""";

	private static final String COUNTS = """
			select (select count(*) from exchange.centre_refusal) as refused, count(*) as days, count(*) filter (where differing > 0) as differing, max(at) as at
			from exchange.centre_day""";

	private static final String LATEST = "select code, seq, pointer, rule, at from exchange.centre_refusal order by at desc, code, seq limit :limit";

	private static final String FORGET = "delete from exchange.centre_day where day < :before";

	private final JdbcClient jdbc;

	CentreStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param refused lines that the centre does not have */
	record Counts(long refused, long days, long differing, java.util.Optional<Instant> comparedAt) {
	}

	void refused(CentreRefusal refusal) {
		jdbc.sql(REFUSED).param("code", refusal.code()).param("seq", refusal.seq()).param("pointer", refusal.pointer()).param("rule", refusal.rule())
			.param("at", utc(refusal.at())).update();
	}

	void taken(Collection<String> codes, Collection<Integer> seqs) {
		jdbc.sql(TAKEN).param("codes", codes.toArray(String[]::new)).param("seqs", seqs.toArray(Integer[]::new)).update();
	}

	void compared(String agency, LocalDate day, long lines, long differing, Instant at) {
		jdbc.sql(COMPARED).param("agency", agency).param("day", day).param("lines", lines).param("differing", differing).param("at", utc(at)).update();
	}

	Counts counts() {
		return jdbc.sql(COUNTS).query((row, _) -> new Counts(row.getLong("refused"), row.getLong("days"), row.getLong("differing"),
				java.util.Optional.ofNullable(row.getObject("at", OffsetDateTime.class)).map(OffsetDateTime::toInstant))).single();
	}

	List<CentreRefusal> latest(int limit) {
		return jdbc.sql(LATEST).param("limit", limit).query(CentreStore::refusal).list();
	}

	void forget(LocalDate before) {
		jdbc.sql(FORGET).param("before", before).update();
	}

	private static CentreRefusal refusal(ResultSet row, int number) throws SQLException {
		return new CentreRefusal(row.getString("code"), row.getInt("seq"), row.getString("pointer"), row.getString("rule"), row.getObject("at", OffsetDateTime.class).toInstant());
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
