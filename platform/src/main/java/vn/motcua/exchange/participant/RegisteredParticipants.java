package vn.motcua.exchange.participant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.exchange.ExchangeProblem;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Who takes part, as the database says at this moment. */
@Service
class RegisteredParticipants implements Participants {

	private final ParticipantStore store;

	private final Agencies agencies;

	private final Clock clock;

	RegisteredParticipants(ParticipantStore store, Agencies agencies, Clock clock) {
		this.store = store;
		this.agencies = agencies;
		this.clock = clock;
	}

	@Override
	public Participant of(Actor system) {
		Participant participant = store.find(system.account()).orElseThrow(() -> new ProblemException(ExchangeProblem.NO_PARTICIPANT));
		return switch (participant.state()) {
			case APPROVED -> participant;
			case REGISTERED, REFUSED -> throw new ProblemException(ExchangeProblem.NOT_APPROVED);
			case SUSPENDED -> throw new ProblemException(ExchangeProblem.SUSPENDED);
			case ENDED -> throw new ProblemException(ExchangeProblem.ENDED);
		};
	}

	@Override
	public Optional<Participant> find(UUID id) {
		return store.find(id);
	}

	@Override
	public boolean speaksFor(Participant participant, AgencyId agency, LocalDate day) {
		return participant.agencies().contains(agency)
				|| agencies.withAncestors(agency, day).stream().anyMatch(above -> participant.agencies().contains(above.id()));
	}

	@Override
	public Optional<Participant> takerOf(AgencyId agency, ProcedureCode procedure) {
		List<Agency> above = agencies.withAncestors(agency, LocalDate.now(clock.withZone(Page.ZONE)));
		List<Participant> takers = store.takers(above.stream().map(Agency::id).toList()).stream().filter(taker -> taker.speaksOf(procedure)).toList();
		for (Agency nearest : above) {
			Optional<Participant> taker = takers.stream().filter(candidate -> candidate.agencies().contains(nearest.id())).findFirst();
			if (taker.isPresent()) {
				return taker;
			}
		}
		return Optional.empty();
	}

	@Override
	public List<Participant> approved() {
		return store.approved();
	}

}
