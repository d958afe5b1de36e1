package vn.motcua.dossier.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.dossier.HandlingFigures;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** Counts from the current states; partitions too old to matter are not read. */
@Component
class HandlingStore implements HandlingFigures {

	/** No procedure runs longer from receipt to result. */
	private static final Duration LONGEST_LIFE = Duration.ofDays(400);

	private static final int MOST = 500_000;

	private static final int AT_ONCE = 5_000;

	private static final Duration CODED_LATER = Duration.ofDays(32);

	/** Each dossier once for each time that it is in. The offset keeps the database from reading all dossiers for each of the times. */
	private static final String STATES = """
			with state as (
				select t.place, t.begins, t.ends, d.agency, d.service, d.code, d.channel, d.accepted_at, d.due_at, coalesce(d.completed_at, d.ended_at) as done_at,
					d.paused_at is not null and (d.due_at is null or d.paused_at < d.due_at) as stands
				from dossier.dossier d cross join lateral (
					select * from unnest(:froms::timestamptz[], :untils::timestamptz[], :earliests::date[], :latests::date[])
						with ordinality as every(begins, ends, earliest, latest, place)
					where d.received_on >= earliest and d.received_on <= latest and d.accepted_at < ends
						and (coalesce(d.completed_at, d.ended_at) is null or coalesce(d.completed_at, d.ended_at) >= begins) offset 0) t
				where d.received_on >= :earliest and d.received_on <= :latest and d.accepted_at < :until
					and (coalesce(d.completed_at, d.ended_at) is null or coalesce(d.completed_at, d.ended_at) >= :from))
			""";

	/** In the order of {@link Figure}. */
	private static final List<String> CONDITIONS = List.of("accepted_at >= begins and channel = 2", "accepted_at >= begins and channel <> 2", "accepted_at < begins",
			"done_at < ends and (done_at at time zone 'Asia/Ho_Chi_Minh')::date < (due_at at time zone 'Asia/Ho_Chi_Minh')::date",
			"done_at < ends and (due_at is null or done_at <= due_at and (done_at at time zone 'Asia/Ho_Chi_Minh')::date >= (due_at at time zone 'Asia/Ho_Chi_Minh')::date)",
			"done_at < ends and done_at > due_at", "(done_at is null or done_at >= ends) and (due_at is null or due_at >= ends or stands)",
			"(done_at is null or done_at >= ends) and due_at < ends and not stands");

	private static final String COUNT = STATES + """
			select place, agency, service, array[%s] as counts from state group by place, agency, service order by place, agency, service limit :most
			""".formatted(String.join(", ", CONDITIONS.stream().map(condition -> "count(*) filter (where " + condition + ")").toList()));

	private static final String LINES = STATES + """
			select code from state where agency = any(:agencies) and (service = any(:services)) <> :others and (:after::text is null or code > :after) and (%s) order by code limit :limit
			""";

	private static final String LAST = "select coalesce(max(number), 0) from dossier.event";

	/** One worker: whoever waits for a page has the other processors. */
	private static final String ALONE = "select set_config('max_parallel_workers_per_gather', '0', true)";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	HandlingStore(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public void handled(List<Time> times, Taker taker) {
		if (!times.isEmpty()) {
			transaction.executeWithoutResult(_ -> {
				jdbc.sql(ALONE).query(String.class).single();
				within(COUNT, times).param("most", MOST * times.size()).withFetchSize(AT_ONCE).query(row -> {
					taker.take(row.getInt("place") - 1, new Handled(row.getInt("agency"), row.getString("service"), counts((Long[]) row.getArray("counts").getArray())));
				});
			});
		}
	}

	private static long[] counts(Long[] counted) {
		long[] counts = new long[counted.length];
		for (int i = 0; i < counts.length; i++) {
			counts[i] = counted[i];
		}
		return counts;
	}

	@Override
	public Slice<DossierCode> lines(Figure figure, Collection<Integer> agencies, Collection<String> procedures, boolean others, Instant from, Instant until, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		List<DossierCode> codes = within(LINES.formatted(CONDITIONS.get(figure.ordinal())), List.of(new Time(from, until))).param("agencies", agencies.stream().mapToInt(Integer::intValue).toArray())
			.param("services", procedures.toArray(String[]::new)).param("others", others).param("after", place == null ? null : place.keys().getFirst()).param("limit", limit.value() + 1)
			.query((row, number) -> new DossierCode(row.getString("code"))).list();
		return Slice.of(codes, limit.value(), code -> Cursor.of(code.value()));
	}

	@Override
	public long lastLine() {
		return jdbc.sql(LAST).query(Long.class).single();
	}

	private JdbcClient.StatementSpec within(String sql, List<Time> times) {
		List<LocalDate> earliest = times.stream().map(time -> LocalDate.ofInstant(time.from().minus(LONGEST_LIFE), ZoneOffset.UTC)).toList();
		List<LocalDate> latest = times.stream().map(time -> LocalDate.ofInstant(time.until().plus(CODED_LATER), ZoneOffset.UTC)).toList();
		return jdbc.sql(sql).param("froms", texts(times, Time::from)).param("untils", texts(times, Time::until)).param("earliests", texts(earliest, day -> day))
			.param("latests", texts(latest, day -> day)).param("earliest", Collections.min(earliest)).param("latest", Collections.max(latest))
			.param("from", times.stream().map(Time::from).min(Comparator.naturalOrder()).orElseThrow().atOffset(ZoneOffset.UTC))
			.param("until", times.stream().map(Time::until).max(Comparator.naturalOrder()).orElseThrow().atOffset(ZoneOffset.UTC));
	}

	private static <T> String[] texts(List<T> all, Function<T, Object> value) {
		return all.stream().map(each -> value.apply(each).toString()).toArray(String[]::new);
	}

}
