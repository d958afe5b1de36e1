package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.ProblemException;

/** Whose dossiers an actor reaches: one's own, those of one's agency, and those of units that one's agency answers for since a merger. */
@Component
class Reach {

	private final Agencies agencies;

	private final Accounts accounts;

	private final Clock clock;

	Reach(Agencies agencies, Accounts accounts, Clock clock) {
		this.agencies = agencies;
		this.accounts = accounts;
		this.clock = clock;
	}

	boolean owns(Actor actor, DossierState.Applicant applicant) {
		if (!actor.applicant() || applicant.account() != null && applicant.account().equals(actor.account())) {
			return actor.applicant();
		}
		return applicant.subject() != null && applicant.subject().equals(actor.subject()) && proven(actor);
	}

	/** Anybody can register online with any personal number: it opens what others handed in only once somebody has checked it. */
	boolean proven(Actor actor) {
		return accounts.find(actor.account()).filter(account -> account.assurance() == Account.Assurance.VERIFIED).isPresent();
	}

	/** A dossier out of reach does not exist for the actor. */
	void require(Actor actor, DossierState state) {
		boolean reached = switch (actor.kind()) {
			case CITIZEN, ENTERPRISE -> owns(actor, state.origin().applicant());
			case OFFICER -> actor.may(Permission.DOSSIER_VIEW) && actsFor(actor.agency(), state.origin().agency());
			case AGENCY_SYSTEM -> actsFor(actor.agency(), state.origin().agency());
			case PLATFORM -> true;
		};
		if (!reached) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
	}

	private boolean actsFor(@org.jspecify.annotations.Nullable AgencyId officers, AgencyId inCharge) {
		if (officers == null || officers.equals(inCharge)) {
			return officers != null;
		}
		LocalDate today = LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE);
		return agencies.answering(inCharge, today).stream().anyMatch(agency -> agency.id().equals(officers));
	}

}
