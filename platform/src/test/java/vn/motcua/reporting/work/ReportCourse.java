package vn.motcua.reporting.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.agency.Agencies;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.ValueSource;

/** Reports of the cast on their way: the procedure-control report of Kinh Bắc, Bắc Ninh and the centre. */
public final class ReportCourse {

	public static final RegimeCode PROCEDURES = new RegimeCode("VPCP.KSTTHC.THANG");

	private final BeanFactory program;

	public ReportCourse(BeanFactory program) {
		this.program = program;
	}

	public Regime regime() {
		return regimes().find(PROCEDURES).orElseThrow();
	}

	/** The period that agencies report for today (0), the one before (1) and so on; made out to everybody. */
	public Opening period(int before) {
		LocalDate today = LocalDate.now(vn.motcua.site.Page.ZONE);
		List<Opening> begun = regimes().periods(regime().number(), today.minusDays(500), today.plusDays(60)).stream()
			.filter(opening -> !opening.opensAt().isAfter(java.time.Instant.now())).toList();
		Opening opening = begun.get(begun.size() - 1 - before);
		program.getBean(PeriodOpening.class).open(regime(), opening);
		return opening;
	}

	public ReportAddress report(Opening opening, Actor officer) {
		return new ReportAddress(regime(), opening, program.getBean(Agencies.class).get(officer.agency(), opening.period().to()));
	}

	public Actor actor(String login) {
		Accounts accounts = program.getBean(Accounts.class);
		return accounts.actor(accounts.findByLogin(login).orElseThrow().id());
	}

	/** Figures that agree with each other: so many civil-status dossiers came online and were resolved on time. */
	public void fill(ReportAddress report, Actor clerk, int dossiers) {
		Cells cells = program.getBean(Cells.class);
		List<CellChange> changes = figures(dossiers).entrySet().stream().map(figure -> new CellChange(
				cells.find(report.regime().number(), new IndicatorCode(figure.getKey()), new Breakdown("LV=G15")).orElseThrow().position(),
				BigDecimal.valueOf(figure.getValue()), null)).toList();
		program.getBean(Sheets.class).save(report.key(), changes, ValueSource.TYPED, clerk);
		narrate(report, clerk);
	}

	/** By indicator of the field of civil status. */
	public static Map<String, Integer> figures(int dossiers) {
		return Map.of("TTHC0101", dossiers, "TTHC0202", dossiers, "TTHC0103", 0, "TTHC0203", 0, "TTHC0301", 0, "TTHC0302", 0);
	}

	/** The weekly report on diseases, or one made of it, with no case of anything. */
	void fillWeek(ReportAddress report, Actor clerk) {
		List<CellChange> none = program.getBean(Cells.class).of(report.regime().number()).stream()
			.filter(cell -> !cell.breakdown().whole() || cell.indicator().value().equals("XH0305")).map(cell -> new CellChange(cell.position(), BigDecimal.ZERO, null)).toList();
		program.getBean(Sheets.class).save(report.key(), none, ValueSource.TYPED, clerk);
	}

	/** The sections of the outline that must be written, where this installation has room for words. */
	private void narrate(ReportAddress report, Actor clerk) {
		JdbcClient jdbc = program.getBean(JdbcClient.class);
		if (jdbc.sql("select to_regclass('reporting.report_text')::text").query(String.class).optional().isEmpty()) {
			return;
		}
		for (Template.Narrative section : regimes().template(report.regime().number(), report.key().period()).narratives()) {
			jdbc.sql("""
					insert into reporting.report_text (regime, period, agency, kind, code, content, version, account, account_name, at)
					values (:regime, :period, :agency, 'NARRATIVE', :code, 'Đã giải quyết đúng hạn.', 1, :account, :name, now()) on conflict do nothing""")
				.param("regime", report.key().regime()).param("period", report.key().period()).param("agency", report.key().agency().value())
				.param("code", section.code()).param("account", clerk.account()).param("name", clerk.name()).update();
		}
	}

	/** What was signed for the civil-status dossiers that came online. */
	static BigDecimal received(SignedReport signed) {
		return SignedFigures.read(signed.record()).own().stream().filter(line -> line.indicator().equals("TTHC0101") && line.breakdown().equals("LV=G15")).findFirst().orElseThrow()
			.amount();
	}

	private Regimes regimes() {
		return program.getBean(Regimes.class);
	}

}
