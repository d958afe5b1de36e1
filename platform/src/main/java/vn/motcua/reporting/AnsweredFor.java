package vn.motcua.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.Page;

/**
 * Who answers today for what an agency owes, waits for and issued (<i>đơn vị kế thừa</i>): itself while it stands, else its heir by {@link Agencies#heirs}. Whose desk a report is on, who acts
 * on it, who is told and whose a regime is all ask here; nothing that was recorded is renamed.
 */
@Component
public class AnsweredFor {

	private final Agencies agencies;

	private final Clock clock;

	AnsweredFor(Agencies agencies, Clock clock) {
		this.agencies = agencies;
		this.clock = clock;
	}

	/** The agency that answers for one today; of one that was divided and stood under nobody, all that took a part. */
	public List<AgencyId> today(AgencyId agency) {
		return agencies.heirs(agency, day());
	}

	/** @param name which of its names is written */
	public AgencyWords words(Agency agency, Function<Agency, LocalizedText> name) {
		return new AgencyWords(name.apply(agency), today(agency.id()).stream().filter(heir -> !heir.equals(agency.id())).map(heir -> name.apply(agencies.get(heir, day()))).toList());
	}

	/** Numbers of those that an agency answers for today, its own first; none for an agency that ended. */
	public List<Integer> by(AgencyId agency) {
		return today(agency).contains(agency) ? Stream.concat(Stream.of(agency), agencies.inherited(agency, day()).stream()).map(AgencyId::value).toList() : List.of();
	}

	public boolean actsFor(Actor actor, AgencyId agency) {
		return actor.agency() != null && today(agency).contains(actor.agency());
	}

	/** Whether the actor may read what was the agency's: who acts for it, who took over a part of it, and its own people. */
	public boolean reads(Actor actor, AgencyId agency) {
		return actor.agency() != null && (actor.agency().equals(agency) || actsFor(actor, agency)
				|| agencies.answering(agency, day()).stream().anyMatch(unit -> unit.id().equals(actor.agency())));
	}

	private LocalDate day() {
		return LocalDate.ofInstant(clock.instant(), Page.ZONE);
	}

}
