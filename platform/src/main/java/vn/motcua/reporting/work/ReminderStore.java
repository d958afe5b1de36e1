package vn.motcua.reporting.work;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deadlines that are near or past, whom the reminders reached, and the days of a regime. */
@Component
class ReminderStore {

	private static final String UNSENT = "o.state in ('OPEN', 'DRAFTING', 'CHECKED', 'APPROVED', 'RETURNED') and not o.correcting";

	/** Nobody is reminded of what is taken no more. */
	private static final String DEADLINES = "select distinct o.regime, o.period, o.due_at from reporting.obligation o where " + UNSENT + " and " + DeskStore.TAKEN
			+ " and o.due_at between :from and :to order by o.due_at, o.regime, o.period limit 5000";

	private static final String TAKE = """
			update reporting.obligation o set reminded = :stage where (o.regime, o.period, o.agency) in (
				select regime, period, agency from reporting.obligation o where regime = :regime and period = :period and due_at = :due and reminded < :stage and %s
				order by receiver, agency limit :most for update skip locked) returning %s""".formatted(UNSENT, ObligationStore.COLUMNS);

	private static final String MISSING = "select count(*) from reporting.obligation o where regime = :regime and period = :period and receiver = :receiver and due_at <= :now and "
			+ UNSENT;

	private static final String RULE = "select before_days, after_days from reporting.reminder_rule where regime = :regime";

	private static final String KEEP = """
			insert into reporting.reminder_rule (regime, before_days, after_days, changed_by, changed_at) values (:regime, :before, :after, :account, :at)
			on conflict (regime) do update set before_days = excluded.before_days, after_days = excluded.after_days, changed_by = excluded.changed_by,
				changed_at = excluded.changed_at""";

	private final JdbcClient jdbc;

	ReminderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Deadline(int regime, LocalDate period, Instant dueAt) {
	}

	List<Deadline> deadlines(Instant from, Instant to, Instant now) {
		return jdbc.sql(DEADLINES).param("now", ObligationStore.at(now)).param("from", ObligationStore.at(from)).param("to", ObligationStore.at(to))
			.query((row, _) -> new Deadline(row.getInt("regime"), row.getObject("period", LocalDate.class), ObligationStore.instant(row, "due_at"))).list();
	}

	/** Those whom this reminder has not reached; they count as reached when the transaction commits. */
	List<ObligationRow> take(Deadline deadline, int stage, int most) {
		return jdbc.sql(TAKE).param("regime", deadline.regime()).param("period", deadline.period()).param("due", ObligationStore.at(deadline.dueAt())).param("stage", stage)
			.param("most", most).query((row, _) -> ObligationStore.read(row)).list();
	}

	int missing(int regime, LocalDate period, int receiver, Instant now) {
		return jdbc.sql(MISSING).param("regime", regime).param("period", period).param("receiver", receiver).param("now", ObligationStore.at(now)).query(Integer.class).single();
	}

	Optional<ReminderRule> rule(int regime) {
		return jdbc.sql(RULE).param("regime", regime).query((row, _) -> new ReminderRule(days(row, "before_days"), days(row, "after_days"))).optional();
	}

	void keep(int regime, ReminderRule rule, UUID account, Instant at) {
		jdbc.sql(KEEP).param("regime", regime).param("before", rule.before().toArray(Integer[]::new)).param("after", rule.after().toArray(Integer[]::new))
			.param("account", account).param("at", ObligationStore.at(at)).update();
	}

	private static List<Integer> days(ResultSet row, String column) throws SQLException {
		Array array = row.getArray(column);
		return List.of((Integer[]) array.getArray());
	}

}
