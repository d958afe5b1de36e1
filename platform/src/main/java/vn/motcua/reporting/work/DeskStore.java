package vn.motcua.reporting.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.reporting.Reports.State;

/** Lists of obligations as desks and pages show them. */
@Component
class DeskStore {

	static final String HANDED_IN = "(o.state in ('SENT', 'RECEIVED', 'ACCEPTED', 'AGGREGATED', 'CLOSED') or o.correcting)";

	/** Still taken: the period is open, or the report has time of its own left. */
	static final String TAKEN = """
			(o.correcting or coalesce(o.grace_until, o.due_at) > :now or not exists (select from reporting.period p
				where p.regime = o.regime and p.starts = o.period and p.closed_at is not null))""";

	private static final String TO_ME = " (o.receiver = any (:agencies::int[]) or o.receiver = 0 and o.regime = any (:owned::int[])) ";

	private static final String OWED = "select " + ObligationStore.COLUMNS + """
			 from reporting.obligation o where o.agency = any (:agencies::int[]) and o.state not in ('ACCEPTED', 'AGGREGATED', 'CLOSED') and %s
			and (o.state <> all (:turn::text[]), o.due_at, o.regime, o.period, o.agency) > (:later, :due, :regime, :period, :after)
			order by o.state <> all (:turn::text[]), o.due_at, o.regime, o.period, o.agency limit :limit""".formatted(TAKEN);

	private static final String DONE = "select " + ObligationStore.COLUMNS + """
			 from reporting.obligation o where o.agency = any (:agencies::int[]) and (o.state in ('ACCEPTED', 'AGGREGATED', 'CLOSED') or not %s and not %s)
			and (o.due_at, o.regime, o.period, o.agency) < (:due, :regime, :period, :after) order by o.due_at desc, o.regime desc, o.period desc, o.agency desc limit :limit""".formatted(HANDED_IN, TAKEN);

	private static final String ARRIVED = "select " + ObligationStore.COLUMNS + " from reporting.obligation o where " + TO_ME + """
			and o.state in ('SENT', 'RECEIVED') and (o.sent_at, o.regime, o.agency) > (:due, :regime, :after)
			order by o.sent_at, o.regime, o.agency limit :limit""";

	static final String COUNTS = """
			count(*) as expected, count(*) filter (where o.state <> 'OPEN') as started, count(*) filter (where %1$s) as sent,
			count(*) filter (where %1$s and o.sent_at <= coalesce(o.grace_until, o.due_at)) as on_time,
			count(*) filter (where not %1$s and coalesce(o.grace_until, o.due_at) < :now) as missing,
			count(*) filter (where o.state in ('ACCEPTED', 'AGGREGATED', 'CLOSED')) as accepted
			from reporting.obligation o""".formatted(HANDED_IN);

	private static final String COUNT = "select " + COUNTS + " where o.regime = :regime and o.period = :period and o.receiver = :receiver";

	private static final String IN_STATE = "select count(*) from reporting.obligation where regime = :regime and period = :period and receiver = :receiver and state = :state";

	private static final String BELOW = "select o.regime, o.period, o.receiver, min(o.due_at) as due_at, " + COUNTS + " where " + TO_ME + " and o.period >= :from group by o.regime, o.period, o.receiver order by o.period desc, o.regime, o.receiver limit 200";

	private static final String SIDE = """
			select (select count(*) from reporting.obligation o where o.agency = any (:agencies::int[]) and o.state in ('OPEN', 'DRAFTING', 'CHECKED', 'APPROVED', 'RETURNED') and %1$s) as owed,
				(select count(*) from reporting.obligation o where o.agency = any (:agencies::int[]) and o.state in ('OPEN', 'DRAFTING', 'CHECKED', 'APPROVED', 'RETURNED') and not o.correcting
					and coalesce(o.grace_until, o.due_at) < :now and %1$s) as late,
				(select count(*) from reporting.obligation o where %2$s and o.state in ('SENT', 'RECEIVED')) as arrived""".formatted(TAKEN, TO_ME);

	private static final String GATHER = "select " + ObligationStore.COLUMNS + """
			 from reporting.obligation o where o.regime = :regime and o.period = :period and o.receiver = :receiver and o.agency > :after
			and (cardinality(:states::text[]) = 0 or o.state = any (:states::text[]))
			and (:handed::boolean is null or %1$s = :handed::boolean) and (not :missing or not %1$s and coalesce(o.grace_until, o.due_at) < :now) order by o.agency limit :limit""".formatted(HANDED_IN);

	private static final String LISTED = "select " + ObligationStore.COLUMNS + """
			 from reporting.obligation o where o.regime = :regime and (:one::date is null or o.period = :one)
			and (:agency = 0 or o.agency = :agency or o.receiver = :receiver) and (o.period < :period or o.period = :period and o.agency > :after)
			order by o.period desc, o.agency limit :limit""";

	private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("1970-01-01T00:00:00Z");

	private static final OffsetDateTime END = OffsetDateTime.parse("9999-01-01T00:00:00Z");

	private static final LocalDate LAST_DAY = LocalDate.of(9999, 1, 1);

	private final JdbcClient jdbc;

	DeskStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Side(int owed, int late, int arrived) {
	}

	/** @param receiver number under which one of the agencies receives */
	record Below(int regime, LocalDate period, int receiver, Instant dueAt, Counts counts) {
	}

	/** @param turn states whose reports come first */
	Slice<ObligationRow> owed(List<Integer> agencies, boolean done, List<State> turn, Instant now, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 5);
		List<ObligationRow> rows = jdbc.sql(done ? DONE : OWED).param("agencies", agencies.toArray(Integer[]::new)).param("now", ObligationStore.at(now))
			.param("turn", turn.stream().map(State::name).toArray(String[]::new)).param("later", place != null && place.key(4, Boolean::parseBoolean))
			.param("due", place == null ? done ? END : BEGINNING : place.key(0, OffsetDateTime::parse))
			.param("regime", place == null ? 0 : place.key(1, Integer::parseInt)).param("period", place == null ? LAST_DAY : place.key(2, LocalDate::parse))
			.param("after", place == null ? 0 : place.key(3, Integer::parseInt)).param("limit", limit.value() + 1).query((row, _) -> ObligationStore.read(row)).list();
		return Slice.of(rows, limit.value(), row -> Cursor.of(row.dueAt(), row.key().regime(), row.key().period(), row.key().agency(), !turn.contains(row.state())));
	}

	Slice<ObligationRow> arrived(ReceiverScope scope, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 3);
		List<ObligationRow> rows = scoped(ARRIVED, scope).param("due", place == null ? BEGINNING : place.key(0, OffsetDateTime::parse))
			.param("regime", place == null ? 0 : place.key(1, Integer::parseInt)).param("after", place == null ? 0 : place.key(2, Integer::parseInt))
			.param("limit", limit.value() + 1).query((row, _) -> ObligationStore.read(row)).list();
		return Slice.of(rows, limit.value(), row -> Cursor.of(row.sentAt(), row.key().regime(), row.key().agency()));
	}

	List<Below> below(ReceiverScope scope, LocalDate from, Instant now) {
		return scoped(BELOW, scope).param("from", from).param("now", ObligationStore.at(now)).query((row, _) -> new Below(row.getInt("regime"),
				row.getObject("period", LocalDate.class), row.getInt("receiver"), ObligationStore.instant(row, "due_at"), Counts.read(row))).list();
	}

	Counts counts(int regime, LocalDate period, int receiver, Instant now) {
		return jdbc.sql(COUNT).param("regime", regime).param("period", period).param("receiver", receiver).param("now", ObligationStore.at(now))
			.query((row, _) -> Counts.read(row)).single();
	}

	int inState(int regime, LocalDate period, int receiver, String state) {
		return jdbc.sql(IN_STATE).param("regime", regime).param("period", period).param("receiver", receiver).param("state", state).query(Integer.class).single();
	}

	Side side(ReceiverScope scope, Instant now) {
		return scoped(SIDE, scope).param("now", ObligationStore.at(now)).query((row, _) -> new Side(row.getInt("owed"), row.getInt("late"), row.getInt("arrived"))).single();
	}

	/** What goes to one receiver under one regime for one period. @param handedIn whether it counts as sent, {@code null} for either */
	Slice<ObligationRow> gathered(int regime, LocalDate period, int receiver, List<String> states, @Nullable Boolean handedIn, boolean missing, Instant now, int limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		List<ObligationRow> rows = jdbc.sql(GATHER).param("regime", regime).param("period", period).param("receiver", receiver)
			.param("states", states.toArray(String[]::new)).param("handed", handedIn).param("missing", missing).param("now", ObligationStore.at(now))
			.param("after", place == null ? 0 : place.key(0, Integer::parseInt)).param("limit", limit + 1).query((row, _) -> ObligationStore.read(row)).list();
		return Slice.of(rows, limit, row -> Cursor.of(row.key().agency()));
	}

	/** @param receiver number under which the agency receives in this regime */
	Slice<ObligationRow> listed(int regime, @Nullable LocalDate period, int agency, int receiver, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 2);
		List<ObligationRow> rows = jdbc.sql(LISTED).param("regime", regime).param("one", period).param("agency", agency).param("receiver", receiver)
			.param("period", place == null ? LAST_DAY : place.key(0, LocalDate::parse)).param("after", place == null ? 0 : place.key(1, Integer::parseInt))
			.param("limit", limit.value() + 1).query((row, _) -> ObligationStore.read(row)).list();
		return Slice.of(rows, limit.value(), row -> Cursor.of(row.key().period(), row.key().agency()));
	}

	private JdbcClient.StatementSpec scoped(String sql, ReceiverScope scope) {
		return jdbc.sql(sql).param("agencies", scope.agencies().toArray(Integer[]::new)).param("owned", scope.owned().toArray(Integer[]::new));
	}

}
