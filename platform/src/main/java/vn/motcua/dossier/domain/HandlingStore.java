package vn.motcua.dossier.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

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

	private static final Duration CODED_LATER = Duration.ofDays(32);

	private static final String STATES = """
			with state as (
				select agency, service, code, channel, accepted_at, due_at, coalesce(completed_at, ended_at) as done_at,
					paused_at is not null and (due_at is null or paused_at < due_at) as stands
				from dossier.dossier
				where received_on >= :earliest and received_on <= :latest and accepted_at < :until
					and (coalesce(completed_at, ended_at) is null or coalesce(completed_at, ended_at) >= :from))
			""";

	/** In the order of {@link Figure}. */
	private static final List<String> CONDITIONS = List.of("accepted_at >= :from and channel = 2", "accepted_at >= :from and channel <> 2", "accepted_at < :from",
			"done_at < :until and (done_at at time zone 'Asia/Ho_Chi_Minh')::date < (due_at at time zone 'Asia/Ho_Chi_Minh')::date",
			"done_at < :until and (due_at is null or done_at <= due_at and (done_at at time zone 'Asia/Ho_Chi_Minh')::date >= (due_at at time zone 'Asia/Ho_Chi_Minh')::date)",
			"done_at < :until and done_at > due_at", "(done_at is null or done_at >= :until) and (due_at is null or due_at >= :until or stands)",
			"(done_at is null or done_at >= :until) and due_at < :until and not stands");

	private static final String COUNT = STATES + """
			select agency, service, array[%s] as counts from state group by agency, service order by agency, service limit 500000
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
	public List<Handled> handled(Instant from, Instant until) {
		return transaction.execute(_ -> {
			jdbc.sql(ALONE).query(String.class).single();
			return counted(from, until);
		});
	}

	private List<Handled> counted(Instant from, Instant until) {
		return within(COUNT, from, until).query((row, number) -> {
			Long[] counted = (Long[]) row.getArray("counts").getArray();
			long[] counts = new long[counted.length];
			for (int i = 0; i < counts.length; i++) {
				counts[i] = counted[i];
			}
			return new Handled(row.getInt("agency"), row.getString("service"), counts);
		}).list();
	}

	@Override
	public Slice<DossierCode> lines(Figure figure, Collection<Integer> agencies, Collection<String> procedures, boolean others, Instant from, Instant until, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		List<DossierCode> codes = within(LINES.formatted(CONDITIONS.get(figure.ordinal())), from, until).param("agencies", agencies.stream().mapToInt(Integer::intValue).toArray())
			.param("services", procedures.toArray(String[]::new)).param("others", others).param("after", place == null ? null : place.keys().getFirst()).param("limit", limit.value() + 1)
			.query((row, number) -> new DossierCode(row.getString("code"))).list();
		return Slice.of(codes, limit.value(), code -> Cursor.of(code.value()));
	}

	@Override
	public long lastLine() {
		return jdbc.sql(LAST).query(Long.class).single();
	}

	private JdbcClient.StatementSpec within(String sql, Instant from, Instant until) {
		return jdbc.sql(sql).param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC))
			.param("earliest", LocalDate.ofInstant(from.minus(LONGEST_LIFE), ZoneOffset.UTC)).param("latest", LocalDate.ofInstant(until.plus(CODED_LATER), ZoneOffset.UTC));
	}

}
