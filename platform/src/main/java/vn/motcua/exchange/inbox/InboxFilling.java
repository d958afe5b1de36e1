package vn.motcua.exchange.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.event.DossierRecorded;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.exchange.webhook.Webhooks;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.site.Page;

/** What happens here to a dossier that the agency's own system handles goes into its inbox, in the transaction of the event. */
@Component
class InboxFilling {

	private final InboxStore store;

	private final Participants participants;

	private final Dossiers dossiers;

	private final Agencies agencies;

	private final Webhooks webhooks;

	InboxFilling(InboxStore store, Participants participants, Dossiers dossiers, Agencies agencies, Webhooks webhooks) {
		this.store = store;
		this.participants = participants;
		this.dossiers = dossiers;
		this.agencies = agencies;
		this.webhooks = webhooks;
	}

	@EventListener
	void on(DossierRecorded recorded) {
		DossierView dossier = recorded.dossier();
		DossierEvent event = recorded.event();
		InboxEntry.Kind kind = InboxEntry.Kind.of(event.type());
		if (dossier.elsewhere() == null || kind == null) {
			return;
		}
		InboxStore.Place place = new InboxStore.Place(dossier.summary().agency(), dossier.summary().service());
		UUID system = system(dossier, place);
		if (system != null) {
			store.put(system, place, above(place.agency(), event), kind, event.code(), event.seq(), event.at())
				.ifPresent(number -> webhooks.announce(system, number, kind.word(), event.code()));
		}
	}

	/** The system it was given to, or brought by; once that is no more, the one that took its place. */
	private @Nullable UUID system(DossierView dossier, InboxStore.Place place) {
		UUID first = dossier.elsewhere().system() == null ? broughtBy(dossier) : dossier.elsewhere().system().id();
		boolean there = first != null && participants.find(first).filter(known -> known.state() != Participant.State.ENDED).isPresent();
		if (there) {
			return first;
		}
		return participants.takerOf(place.agency(), place.procedure()).map(Participant::id).orElse(first);
	}

	private @Nullable UUID broughtBy(DossierView dossier) {
		Optional<DossierEvent> last = dossiers.events(dossier.summary().code()).reversed().stream().filter(event -> event.actorKind() == Actor.Kind.AGENCY_SYSTEM).findFirst();
		return last.map(DossierEvent::actorAccount).orElse(null);
	}

	private List<AgencyId> above(AgencyId agency, DossierEvent event) {
		List<AgencyId> above = agencies.withAncestors(agency, LocalDate.ofInstant(event.at(), Page.ZONE)).stream().map(Agency::id).toList();
		return above.isEmpty() ? List.of(agency) : above;
	}

}
