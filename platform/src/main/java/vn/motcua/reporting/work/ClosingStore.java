package vn.motcua.reporting.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.reporting.work.PeriodStanding.Closing;

/** Closed periods, and how one stands over all who owe. */
@Component
class ClosingStore {

	private static final String COUNT = "select " + DeskStore.COUNTS + " where o.regime = :regime and o.period = :period";

	private static final String HOLD = "select starts from reporting.period where regime = :regime and starts = :period for no key update";

	private static final String OUTSTANDING = "select " + ObligationStore.COLUMNS + " from reporting.obligation o where o.regime = :regime and o.period = :period and not "
			+ DeskStore.HANDED_IN + " and o.agency > :after order by o.agency limit :limit";

	private static final String FIND = "select expected, outstanding, account_name, at from reporting.period_closing where regime = :regime and period = :period";

	private static final String MADE_OUT = "select opened_at from reporting.opened_period where regime = :regime and period = :period";

	private static final String ADD = """
			insert into reporting.period_closing (regime, period, expected, outstanding, account, account_name, at)
			values (:regime, :period, :expected, :outstanding, :account, :name, :at) on conflict do nothing""";

	/** What was accepted counts as before, so no tally changes. */
	private static final String CLOSE_ACCEPTED = """
			with accepted as (
				select agency, state from reporting.obligation where regime = :regime and period = :period and state in ('ACCEPTED', 'AGGREGATED') order by agency for update
			), closed as (
				update reporting.obligation o set state = 'CLOSED', changed_at = :at, version = o.version + 1 from accepted a
				where o.regime = :regime and o.period = :period and o.agency = a.agency returning o.agency, a.state
			)
			insert into reporting.step (regime, period, agency, number, kind, from_state, to_state, account, account_name, at)
			select :regime, :period, c.agency, (select coalesce(max(s.number), 0) + 1 from reporting.step s
				where s.regime = :regime and s.period = :period and s.agency = c.agency), 'CLOSE', c.state, 'CLOSED', :account, :name, :at
			from closed c""";

	private final JdbcClient jdbc;

	ClosingStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Held until the transaction ends: no overdue report is filled in or sent between the count and the closing. */
	void hold(int regime, LocalDate period) {
		of(HOLD, regime, period).query(LocalDate.class).optional();
	}

	Counts counts(int regime, LocalDate period, Instant now) {
		return of(COUNT, regime, period).param("now", ObligationStore.at(now)).query((row, _) -> Counts.read(row)).single();
	}

	/** Those who have not handed in, in the order of their numbers. */
	Slice<ObligationRow> outstanding(int regime, LocalDate period, int limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		List<ObligationRow> rows = of(OUTSTANDING, regime, period).param("after", place == null ? 0 : place.key(0, Integer::parseInt)).param("limit", limit + 1)
			.query((row, _) -> ObligationStore.read(row)).list();
		return Slice.of(rows, limit, row -> Cursor.of(row.key().agency()));
	}

	Optional<Closing> find(int regime, LocalDate period) {
		return of(FIND, regime, period).query((row, _) -> new Closing(row.getInt("expected"), row.getInt("outstanding"), row.getString("account_name"),
				ObligationStore.instant(row, "at"))).optional();
	}

	/** When the reports of a period were made out. */
	Optional<Instant> madeOutAt(int regime, LocalDate period) {
		return of(MADE_OUT, regime, period).query((row, _) -> ObligationStore.instant(row, "opened_at")).optional();
	}

	/** False when somebody else was faster. */
	boolean add(PeriodStanding standing, Actor actor) {
		return by(ADD, standing, actor).param("expected", standing.counts().expected()).param("outstanding", standing.outstanding()).update() == 1;
	}

	/** How many reports were accepted and are closed now. */
	int closeAccepted(PeriodStanding standing, Actor actor) {
		return by(CLOSE_ACCEPTED, standing, actor).update();
	}

	private JdbcClient.StatementSpec by(String sql, PeriodStanding standing, Actor actor) {
		return of(sql, standing.regime().number(), standing.opening().period().starts()).param("account", actor.account()).param("name", actor.name())
			.param("at", ObligationStore.at(standing.now()));
	}

	private JdbcClient.StatementSpec of(String sql, int regime, LocalDate period) {
		return jdbc.sql(sql).param("regime", regime).param("period", period);
	}

}
