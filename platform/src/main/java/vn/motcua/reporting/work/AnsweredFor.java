package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.AgencyId;
import vn.motcua.site.Page;

/** Whose reports an agency works on: its own, and those of units that went into it, which were owed and awaited when they were merged. */
@Component
class AnsweredFor {

	private final Agencies agencies;

	private final Clock clock;

	AnsweredFor(Agencies agencies, Clock clock) {
		this.agencies = agencies;
		this.clock = clock;
	}

	/** Numbers, the agency's own first. */
	List<Integer> by(AgencyId agency) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
		return Stream.concat(Stream.of(agency), agencies.tookIn(agency, today).stream()).map(AgencyId::value).distinct().toList();
	}

}
