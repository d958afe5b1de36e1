package vn.motcua.exchange.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;

/** SQL of the figures that pages, interface and monitor read. */
@Repository
class FiguresStore {

	private static final String AGENCIES = """
			select a.agency, a.agency_id, a.last_recorded_at, s.since, d.differences
			from exchange.sender_agency a
			left join lateral (select max(since) as since from exchange.silence where agency = a.agency and ended_at is null) s on true
			left join lateral (select count(*) as differences from exchange.day_statement
				where agency = a.agency and differs_since is not null and healed_at is null) d on true
			where (:agency::text is null or a.agency = :agency) and a.agency > :after and (:root::integer is null or :root = any (a.above))
				and (not :attention or s.since is not null or d.differences > 0)
			order by a.agency limit :limit""";

	private static final String LAGS = """
			select agency, class, coalesce(sum(lines) filter (where hour >= :day), 0) as day, sum(lines) as week from exchange.lag_hour
			where agency = any (:agencies) and hour >= :week group by agency, class""";

	private static final String SIGNS = """
			select agency, sign, sum(concerned) as concerned, sum(hits) as hits from exchange.day_sign
			where agency = any (:agencies) and day > :from and day <= :until group by agency, sign""";

	private static final String SLOWEST = """
			select code, line, at, recorded_at from exchange.slow_line where agency = :agency and hour >= :since
				and (:code::text is null or (recorded_at - at, code, line) < (make_interval(secs => :seconds::double precision / 1000000), :code, :line))
			order by recorded_at - at desc, code desc, line desc limit :limit""";

	private static final String ROOTS = """
			select a.root_id, l.class, sum(l.lines) as lines from exchange.lag_hour l join exchange.sender_agency a on a.agency = l.agency
			where l.hour >= :since group by a.root_id, l.class""";

	private static final String ALARMS = """
			select (select count(*) from exchange.silence where ended_at is null) as silent,
				(select count(*) from exchange.day_statement where differs_since is not null and healed_at is null) as differences""";

	private final JdbcClient sql;

	FiguresStore(JdbcClient sql) {
		this.sql = sql;
	}

	record Row(String agency, AgencyId agencyId, Instant lastRecordedAt, @Nullable Instant silentSince, long differences) {
	}

	record Lags(Map<Integer, Long> day, Map<Integer, Long> week) {
	}

	record Alarms(long silent, long differences) {
	}

	/** @param root of which agency and those under it, {@code null} for all @param attention only those that are silent or differ */
	List<Row> agencies(@Nullable AgencyId root, @Nullable String agency, boolean attention, String after, int limit) {
		return sql.sql(AGENCIES).param("root", root == null ? null : root.value()).param("agency", agency).param("attention", attention).param("after", after)
			.param("limit", limit).query((row, _) -> {
				OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
				return new Row(row.getString("agency"), new AgencyId(row.getInt("agency_id")), row.getObject("last_recorded_at", OffsetDateTime.class).toInstant(),
						since == null ? null : since.toInstant(), row.getLong("differences"));
			}).list();
	}

	Map<String, Lags> lags(Collection<String> agencies, Instant day, Instant week) {
		Map<String, Lags> lags = new HashMap<>();
		sql.sql(LAGS).param("agencies", agencies.toArray(String[]::new)).param("day", utc(day)).param("week", utc(week)).query(row -> {
			Lags of = lags.computeIfAbsent(row.getString("agency"), _ -> new Lags(new HashMap<>(), new HashMap<>()));
			of.day().merge(row.getInt("class"), row.getLong("day"), Long::sum);
			of.week().merge(row.getInt("class"), row.getLong("week"), Long::sum);
		});
		return lags;
	}

	/** Sums of a period by agency and key of the sign; dossiers stand under {@link SignStore#ALL}. */
	Map<String, Map<String, SignCount>> signs(Collection<String> agencies, LocalDate from, LocalDate until) {
		Map<String, Map<String, SignCount>> signs = new HashMap<>();
		sql.sql(SIGNS).param("agencies", agencies.toArray(String[]::new)).param("from", from).param("until", until)
			.query(row -> {
				signs.computeIfAbsent(row.getString("agency"), _ -> new HashMap<>()).put(row.getString("sign"),
						new SignCount(row.getLong("concerned"), row.getLong("hits")));
			});
		return signs;
	}

	/** The latest first, from below a place. */
	List<LateLine> slowest(String agency, Instant since, @Nullable LateLine after, int limit) {
		return sql.sql(SLOWEST).param("agency", agency).param("since", utc(since)).param("code", after == null ? null : after.code().value())
			.param("line", after == null ? 0 : after.line()).param("seconds", after == null ? 0L : java.time.temporal.ChronoUnit.MICROS.between(after.at(), after.recordedAt()))
			.param("limit", limit).query((row, _) -> new LateLine(new DossierCode(row.getString("code")), row.getInt("line"), row.getObject("at", OffsetDateTime.class).toInstant(),
					row.getObject("recorded_at", OffsetDateTime.class).toInstant())).list();
	}

	/** Lines by class of each ministry and province. */
	Map<Integer, Map<Integer, Long>> roots(Instant since) {
		Map<Integer, Map<Integer, Long>> roots = new HashMap<>();
		sql.sql(ROOTS).param("since", utc(since)).query(row -> {
			roots.computeIfAbsent(row.getInt("root_id"), _ -> new HashMap<>()).put(row.getInt("class"), row.getLong("lines"));
		});
		return roots;
	}

	Alarms alarms() {
		return sql.sql(ALARMS).query((row, _) -> new Alarms(row.getLong("silent"), row.getLong("differences"))).single();
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
