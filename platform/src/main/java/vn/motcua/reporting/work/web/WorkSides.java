package vn.motcua.reporting.work.web;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.work.ReportLists;
import vn.motcua.site.Page;

/** Counts at the left of the desk's pages. */
@Component
class WorkSides {

	private final ReportLists lists;

	private final Agencies agencies;

	private final AnsweredFor answered;

	WorkSides(ReportLists lists, Agencies agencies, AnsweredFor answered) {
		this.lists = lists;
		this.agencies = agencies;
		this.answered = answered;
	}

	WorkSide of(Actor officer) {
		AgencyId agency = agency(officer);
		return new WorkSide(lists.side(agency), agency, answered.words(agencies.get(agency, LocalDate.ofInstant(lists.now(), Page.ZONE)), Agency::fullName));
	}

	/** An officer acts for one agency at a time; who acts for none has no desk. */
	static AgencyId agency(Actor officer) {
		if (officer.agency() == null) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		return officer.agency();
	}

}
