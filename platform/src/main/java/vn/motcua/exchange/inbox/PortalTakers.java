package vn.motcua.exchange.inbox;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import vn.motcua.dossier.OwnSystem;
import vn.motcua.dossier.OwnSystems;
import vn.motcua.exchange.Participants;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;

/** Tells the ledger which agencies take the portal's dossiers into a system of their own. Asked with every submission, so answers are kept two seconds. */
@Component
class PortalTakers implements OwnSystems {

	private static final long FRESH_NS = 2_000_000_000L;

	private final Participants participants;

	private volatile Known known = new Known(Map.of(), 0, false);

	PortalTakers(Participants participants) {
		this.participants = participants;
	}

	private record Place(AgencyId agency, ProcedureCode procedure) {
	}

	private record Known(Map<Place, Optional<OwnSystem>> systems, long readAtNs, boolean read) {
	}

	@Override
	public Optional<OwnSystem> find(AgencyId agency, ProcedureCode procedure, LocalDate on) {
		Known present = known;
		if (!present.read() || System.nanoTime() - present.readAtNs() > FRESH_NS) {
			present = new Known(new ConcurrentHashMap<>(), System.nanoTime(), true);
			known = present;
		}
		return present.systems().computeIfAbsent(new Place(agency, procedure), this::taker);
	}

	private Optional<OwnSystem> taker(Place place) {
		return participants.takerOf(place.agency(), place.procedure()).map(taker -> new OwnSystem(taker.id(), taker.name()));
	}

}
