package vn.motcua.reporting.burden;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Measures hours from the traces that work leaves: saves of figures, words, rows and files, and steps up to the sending. Between two traces of one person on one report the
 * time counts as worked, unless it is longer than the rule says; so what came before the first save is not in it. Only reports that people typed into the page are measured: of a
 * workbook that was filled in elsewhere nobody knows the hours, and what systems sent or the ledger counted took nobody's. Each sending of a report is measured once and kept.
 */
@Component
class HoursStore {

	private static final String SENT = """
			sent as (
				select regime, period, agency, sent_at from reporting.obligation
				where regime = :regime and period >= :since and sent_at is not null order by period desc, sent_at desc, agency limit :most)""";

	/** What a report took up to its sending changes no more: those that were measured are left out. */
	private static final String MEASURE = "with " + SENT + """
			, fresh as (
				select s.* from sent s left join reporting.report_hours h using (regime, period, agency)
				where h.sent_at is distinct from s.sent_at or h.idle_minutes is distinct from :idle),
			saves as (
				select s.period, s.agency, e.source, e.account, e.at from fresh s cross join lateral (
					select source, account, at from reporting.entry e
					where e.regime = s.regime and e.period = s.period and e.agency = s.agency and e.at <= s.sent_at order by version limit 2000) e),
			typed as (
				select period, agency from saves group by period, agency having bool_or(source = 'TYPED') and not bool_or(source in ('FILE', 'ON_BEHALF'))),
			traces as (
				select period, agency, account, at from saves where source = 'TYPED'
				union all select s.period, s.agency, t.account, t.at from fresh s join reporting.step t using (regime, period, agency)
					where t.kind in ('CHECK', 'REVISE', 'APPROVE', 'SEND', 'CORRECT', 'ASSIGN') and not t.by_system and t.at <= s.sent_at
				union all select s.period, s.agency, t.account, t.at from fresh s join reporting.text_entry t using (regime, period, agency)
					where t.at <= s.sent_at and coalesce(t.source, 'TYPED') = 'TYPED'
				union all select s.period, s.agency, t.account, t.at from fresh s join reporting.growing_row t using (regime, period, agency) where t.at <= s.sent_at
				union all select s.period, s.agency, t.account, t.at from fresh s join reporting.attachment t using (regime, period, agency) where t.at <= s.sent_at),
			gaps as (
				select period, agency, at - lag(at) over (partition by period, agency, account order by at) as gap from traces),
			worked as (
				select t.period, t.agency, coalesce(sum(extract(epoch from g.gap)) filter (where g.gap <= make_interval(mins => :idle)), 0) as seconds
				from typed t join gaps g using (period, agency) group by t.period, t.agency)
			insert into reporting.report_hours (regime, period, agency, sent_at, idle_minutes, seconds)
			select f.regime, f.period, f.agency, f.sent_at, :idle, w.seconds from fresh f left join worked w using (period, agency) order by f.period, f.agency
			on conflict (regime, period, agency) do update set sent_at = excluded.sent_at, idle_minutes = excluded.idle_minutes, seconds = excluded.seconds""";

	private static final String MEDIAN = "with " + SENT + """
			select count(h.seconds) as reports, percentile_cont(0.5) within group (order by h.seconds) as median, count(m.period) filter (where h.seconds is not null) as made_up
			from sent s join reporting.report_hours h using (regime, period, agency, sent_at) left join reporting.synthetic m on (m.regime, m.period) = (:regime, h.period)""";

	private static final BigDecimal HOUR_S = BigDecimal.valueOf(3_600);

	private final JdbcClient jdbc;

	HoursStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param since periods that begin earlier are left out */
	MeasuredHours measure(int regime, LocalDate since, BurdenRule rule) {
		asked(MEASURE, regime, since, rule).param("idle", rule.idleMinutes()).update();
		return asked(MEDIAN, regime, since, rule).query((row, _) -> {
			int reports = row.getInt("reports");
			return new MeasuredHours(reports, reports < rule.leastReports() ? null : BigDecimal.valueOf(row.getDouble("median")).divide(HOUR_S, 2, RoundingMode.HALF_UP),
					row.getInt("made_up"));
		}).single();
	}

	private JdbcClient.StatementSpec asked(String sql, int regime, LocalDate since, BurdenRule rule) {
		return jdbc.sql(sql).param("regime", regime).param("since", since).param("most", rule.mostReports());
	}

}
