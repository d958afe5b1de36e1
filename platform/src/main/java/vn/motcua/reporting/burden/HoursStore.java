package vn.motcua.reporting.burden;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Measures hours from the traces that work leaves: saves of figures, words, rows and files, and steps up to the sending. Between two traces of one person on one report the
 * time counts as worked, unless it is longer than the rule says; so what came before the first save is not in it. Only reports that people typed into the page are measured: of a
 * workbook that was filled in elsewhere nobody knows the hours, and what systems sent or the ledger counted took nobody's.
 */
@Component
class HoursStore {

	private static final String MEASURE = """
			with sent as (
				select regime, period, agency, sent_at from reporting.obligation
				where regime = :regime and period >= :since and sent_at is not null order by period desc, sent_at desc, agency limit :most),
			saves as (
				select s.period, s.agency, e.source, e.account, e.at from sent s cross join lateral (
					select source, account, at from reporting.entry e
					where e.regime = s.regime and e.period = s.period and e.agency = s.agency and e.at <= s.sent_at order by version limit 2000) e),
			typed as (
				select period, agency from saves group by period, agency having bool_or(source = 'TYPED') and not bool_or(source in ('FILE', 'ON_BEHALF'))),
			traces as (
				select period, agency, account, at from saves where source = 'TYPED'
				union all select s.period, s.agency, t.account, t.at from sent s join reporting.step t using (regime, period, agency)
					where t.kind in ('CHECK', 'REVISE', 'APPROVE', 'SEND', 'CORRECT', 'ASSIGN') and not t.by_system and t.at <= s.sent_at
				union all select s.period, s.agency, t.account, t.at from sent s join reporting.text_entry t using (regime, period, agency)
					where t.at <= s.sent_at and coalesce(t.source, 'TYPED') = 'TYPED'
				union all select s.period, s.agency, t.account, t.at from sent s join reporting.growing_row t using (regime, period, agency) where t.at <= s.sent_at
				union all select s.period, s.agency, t.account, t.at from sent s join reporting.attachment t using (regime, period, agency) where t.at <= s.sent_at),
			gaps as (
				select period, agency, at - lag(at) over (partition by period, agency, account order by at) as gap from traces),
			worked as (
				select t.period, coalesce(sum(extract(epoch from g.gap)) filter (where g.gap <= make_interval(mins => :idle)), 0) as seconds
				from typed t join gaps g using (period, agency) group by t.period, t.agency)
			select count(*) as reports, percentile_cont(0.5) within group (order by w.seconds::double precision) as median, count(m.period) as made_up
			from worked w left join reporting.synthetic m on (m.regime, m.period) = (:regime, w.period)""";

	private static final BigDecimal HOUR_S = BigDecimal.valueOf(3_600);

	private final JdbcClient jdbc;

	HoursStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param since periods that begin earlier are left out */
	MeasuredHours measure(int regime, LocalDate since, BurdenRule rule) {
		return jdbc.sql(MEASURE).param("regime", regime).param("since", since).param("most", rule.mostReports()).param("idle", rule.idleMinutes()).query((row, _) -> {
			int reports = row.getInt("reports");
			return new MeasuredHours(reports, reports < rule.leastReports() ? null : BigDecimal.valueOf(row.getDouble("median")).divide(HOUR_S, 2, RoundingMode.HALF_UP),
					row.getInt("made_up"));
		}).single();
	}

}
