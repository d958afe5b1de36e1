package vn.motcua.onestop.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.site.Page;

/** Numbers of fee receipts (<i>biên lai</i>) and of results: running, by agency and year. */
@Component
class RunningNumbers {

	private final PaperStore papers;

	private final Clock clock;

	RunningNumbers(PaperStore papers, Clock clock) {
		this.papers = papers;
		this.clock = clock;
	}

	/** Number of the next receipt, for example {@code BL-2020-000017}. */
	String receiptNumber(AgencyId agency) {
		int year = year();
		return String.format(Locale.ROOT, "BL-%d-%06d", year, papers.next(agency, "BL", year));
	}

	/** Number of the next result of the service, for example {@code 17/2020}. */
	String resultNumber(AgencyId agency, ProcedureCode service) {
		int year = year();
		return papers.next(agency, service.value(), year) + "/" + year;
	}

	private int year() {
		return LocalDate.now(clock.withZone(Page.ZONE)).getYear();
	}

}
