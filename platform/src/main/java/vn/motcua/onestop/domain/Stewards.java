package vn.motcua.onestop.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.site.Page;

/**
 * Which agency works on a dossier today: the one it was handed in to or, since that one was merged or divided, one that
 * answers for it. The dossier keeps its code and the agency in it; only the work moves.
 */
@Component
class Stewards {

	private final Agencies agencies;

	private final Clock clock;

	Stewards(Agencies agencies, Clock clock) {
		this.agencies = agencies;
		this.clock = clock;
	}

	/** Where work on a dossier of that agency lies today. Of several that answer for a divided one, the first by its code. */
	AgencyId of(AgencyId inCharge) {
		List<Agency> answering = answering(inCharge);
		return answering.isEmpty() || contains(answering, inCharge) ? inCharge : answering.getFirst().id();
	}

	/** Whether officers of an agency may work on a dossier of another: when it is their own, or theirs answers for it. */
	boolean reaches(@Nullable AgencyId officers, AgencyId inCharge) {
		return officers != null && (officers.equals(inCharge) || contains(answering(inCharge), officers));
	}

	/** The agency an officer signs and counts for on a dossier. */
	static AgencyId acting(@Nullable AgencyId officers, AgencyId inCharge) {
		return officers == null ? inCharge : officers;
	}

	private List<Agency> answering(AgencyId inCharge) {
		return agencies.answering(inCharge, LocalDate.ofInstant(clock.instant(), Page.ZONE));
	}

	private static boolean contains(List<Agency> answering, AgencyId wanted) {
		return answering.stream().anyMatch(agency -> agency.id().equals(wanted));
	}

}
