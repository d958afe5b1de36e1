package vn.motcua.portal.mine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.exchange.SentView;
import vn.motcua.exchange.SentViews;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Puts together what the page of a dossier shows. Somebody else's dossier is not found. */
@Service
class OwnDossiers {

	private static final String PURPOSE = "portal.purpose.own";

	private final Dossiers dossiers;

	private final Catalogue catalogue;

	private final Offers offers;

	private final SentViews sent;

	private final Clock clock;

	OwnDossiers(Dossiers dossiers, Catalogue catalogue, Offers offers, SentViews sent, Clock clock) {
		this.dossiers = dossiers;
		this.catalogue = catalogue;
		this.offers = offers;
		this.sent = sent;
		this.clock = clock;
	}

	/** An officer looks from the desk, where the record of access says why. */
	DossierView get(String code, Actor actor) {
		if (!actor.applicant()) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
		return dossiers.get(PathCode.read(code), actor, PURPOSE);
	}

	/** What the agency's own system sent of it. */
	SentView sent(DossierView dossier) {
		return sent.of(dossier.summary(), dossiers.events(dossier.summary().code()));
	}

	DossierPage page(String code, Actor actor) {
		DossierView dossier = get(code, actor);
		DossierCode known = dossier.summary().code();
		ServiceVersion service = catalogue.get(dossier.serviceVersion());
		Map<String, LocalizedText> names = service.components().stream()
				.collect(Collectors.toMap(ServiceVersion.Component::id, ServiceVersion.Component::name, (first, second) -> first));
		List<DossierEvent> events = dossiers.events(known);
		return new DossierPage(dossier, service, events.reversed(), sent.of(dossier.summary(), events), names, clock.instant(),
				offers.find(service.code(), dossier.summary().agency(), LocalDate.ofInstant(clock.instant(), Page.ZONE)).orElse(null));
	}

}
