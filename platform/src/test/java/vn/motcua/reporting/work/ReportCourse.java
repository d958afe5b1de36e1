package vn.motcua.reporting.work;

import java.time.LocalDate;
import java.util.List;

import org.springframework.beans.factory.BeanFactory;

import vn.motcua.agency.Agencies;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;

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

	private Regimes regimes() {
		return program.getBean(Regimes.class);
	}

}
