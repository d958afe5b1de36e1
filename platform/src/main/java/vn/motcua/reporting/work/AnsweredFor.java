package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.AgencyId;
import vn.motcua.site.Page;

/** Whose reports an agency works on: its own, and those of units that went into it, which were owed and awaited when they were merged. */
@Component
class AnsweredFor {

	/** Longer than reports stay open. */
	private static final int YEARS = 3;

	private final Agencies agencies;

	private final Clock clock;

	AnsweredFor(Agencies agencies, Clock clock) {
		this.agencies = agencies;
		this.clock = clock;
	}

	/** Numbers, the agency's own first. */
	List<Integer> by(AgencyId agency) {
		Set<Integer> units = new LinkedHashSet<>(List.of(agency.value()));
		LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
		for (int years = 1; years <= YEARS; years++) {
			agencies.madeOf(agency, today, today.minusYears(years)).forEach(unit -> units.add(unit.id().value()));
		}
		return List.copyOf(units);
	}

}
