package vn.motcua.onestop.web;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.Consultations;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.WorkQueue;

/** What stands at the left of every page of the desk: the queues with how much lies there and how much of it is late. */
@Component
class DeskSide {

	private final WorkQueue queues;

	private final Consultations consultations;

	private final Lights lights;

	DeskSide(WorkQueue queues, Consultations consultations, Lights lights) {
		this.queues = queues;
		this.consultations = consultations;
		this.lights = lights;
	}

	DeskQueues of(Actor officer) {
		AgencyId agency = agency(officer);
		return new DeskQueues(agency, queues.counts(agency, lights.now()), queues.totals(agency, officer.account(), lights.now()),
				consultations.count(agency, lights.now()));
	}

	/** An officer acts for one agency at a time; who acts for none has no desk. */
	static AgencyId agency(Actor officer) {
		if (officer.agency() == null) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		return officer.agency();
	}

	/** The queue an officer works from. */
	static DeskQueue home(Actor officer) {
		return officer.may(Permission.DOSSIER_RECEIVE) ? DeskQueue.TO_RECEIVE : officer.may(Permission.DOSSIER_PROCESS) ? DeskQueue.IN_WORK
				: officer.may(Permission.DOSSIER_SIGN) ? DeskQueue.TO_SIGN : officer.may(Permission.FEE_COLLECT) ? DeskQueue.PAYMENT : DeskQueue.TO_RECEIVE;
	}

}
