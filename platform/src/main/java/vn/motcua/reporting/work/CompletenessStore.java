package vn.motcua.reporting.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tallies do not tell: reports that have a later deadline of their own, and communes, which have no totals. */
@Component
class CompletenessStore {

	private static final String WAITING = """
			select period, agency from reporting.obligation
			where regime = :regime and period between :from and :to and moved and sent_at is null and due_at > :now limit 20000""";

	private static final String COMMUNES = """
			select o.agency, o.period, 1 as expected, (o.state <> 'OPEN')::int as started, %1$s::int as sent,
				(%1$s and o.sent_at <= coalesce(o.grace_until, o.due_at))::int as on_time,
				(not %1$s and coalesce(o.grace_until, o.due_at) < :now)::int as missing, (o.state in ('ACCEPTED', 'AGGREGATED', 'CLOSED'))::int as accepted
			from unnest(:agencies::int[]) as a(agency) join reporting.obligation o using (agency)
			where o.regime = :regime and o.period between :from and :to order by o.period, o.agency""".formatted(DeskStore.HANDED_IN);

	private static final String OF_AGENCIES = "select " + DeskStore.COUNTS + " where o.regime = :regime and o.period = :period and o.agency = any (:agencies::int[])";

	private final JdbcClient jdbc;

	CompletenessStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Waiting(LocalDate period, int agency) {
	}

	record One(int agency, LocalDate period, Counts counts) {
	}

	List<Waiting> waiting(int regime, LocalDate from, LocalDate to, Instant now) {
		return jdbc.sql(WAITING).param("regime", regime).param("from", from).param("to", to).param("now", ObligationStore.at(now))
			.query((row, _) -> new Waiting(row.getObject("period", LocalDate.class), row.getInt("agency"))).list();
	}

	/** The own reports of some agencies for one period, together. */
	Counts of(int regime, LocalDate period, List<Integer> agencies, Instant now) {
		return jdbc.sql(OF_AGENCIES).param("regime", regime).param("period", period).param("agencies", agencies.toArray(Integer[]::new)).param("now", ObligationStore.at(now))
			.query((row, _) -> Counts.read(row)).single();
	}

	List<One> one(int regime, LocalDate from, LocalDate to, List<Integer> agencies, Instant now) {
		return jdbc.sql(COMMUNES).param("regime", regime).param("from", from).param("to", to).param("agencies", agencies.toArray(Integer[]::new))
			.param("now", ObligationStore.at(now)).query((row, _) -> new One(row.getInt("agency"), row.getObject("period", LocalDate.class), Counts.read(row))).list();
	}

}
