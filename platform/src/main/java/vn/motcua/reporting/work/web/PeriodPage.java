package vn.motcua.reporting.work.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Regimes.Stage;
import vn.motcua.reporting.work.ListedReport;
import vn.motcua.reporting.work.PeriodStanding;
import vn.motcua.reporting.work.Unowed;
import vn.motcua.site.Page;
import vn.motcua.site.component.Status;

/**
 * The page of one period of a regime.
 *
 * @param outstanding those who have not handed in, a page of them
 * @param mine whether the reader can close periods of the regime
 */
public record PeriodPage(PeriodStanding standing, Slice<ListedReport> outstanding, boolean mine, List<FieldProblem> problems) {

	public String href() {
		return href(standing.regime(), standing.opening());
	}

	public static String href(Regime regime, Opening opening) {
		return "/bao-cao/che-do/" + regime.code() + "/ky/" + opening.period().code();
	}

	/** @param gatherer whose reports are looked for, {@code null} for everybody's */
	public static String why(Page page, Unowed unowed, Opening opening, @Nullable Agency gatherer) {
		return page.t(unowed.label(), "opens", page.dateTime(opening.opensAt()), "due", page.dateTime(opening.dueAt()), "version", opening.regimeVersion(), "day", page.date(opening.period().to()),
				"agency", gatherer == null ? "" : page.text(gatherer.fullName()));
	}

	public Status status() {
		return switch (standing.stage()) {
			case PLANNED -> Status.NEW;
			case OPEN -> Status.ON_TIME;
			case PAST_DUE -> Status.SOON;
			case CLOSED -> Status.DONE;
		};
	}

	public boolean closable() {
		return mine && standing.stage() == Stage.PAST_DUE && standing.counts().expected() > 0;
	}

	public String stateLabel(ListedReport report) {
		return DeskRow.label(report);
	}

	public Status status(ListedReport report) {
		return DeskRow.status(report);
	}

}
