package vn.motcua.catalogue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.ServiceFinder;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Lists procedures as an agency meets them. */
@Component
class AgencyProcedures {

	private static final int PAGE_SIZE = 50;

	private static final int LONGEST = 200;

	private final Catalogue catalogue;

	private final ServiceFinder finder;

	private final Offers offers;

	private final Agencies agencies;

	private final Clock clock;

	AgencyProcedures(Catalogue catalogue, ServiceFinder finder, Offers offers, Agencies agencies, Clock clock) {
		this.catalogue = catalogue;
		this.finder = finder;
		this.offers = offers;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** The agency the officer acts for, as it is today. */
	Agency agency(Actor officer) {
		AgencyId id = officer.agency();
		if (id == null) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		return agencies.get(id, today());
	}

	OfferListPage list(Agency agency, BiPredicate<ServiceVersion, Agency> belongs, String typed, String part, String here) {
		String words = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed.strip();
		List<ServiceVersion> all = words.isEmpty() ? catalogue.all(today()) : finder.find(words, LONGEST).services();
		List<ServiceVersion> found = all.stream().filter(service -> belongs.test(service, agency)).toList();
		int number = part.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(part)) : 1;
		int from = Math.min((number - 1) * PAGE_SIZE, found.size());
		int to = Math.min(from + PAGE_SIZE, found.size());
		String next = to < found.size() ? here + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&trang=" + (number + 1) : null;
		return new OfferListPage(agency, words, found.size(), found.subList(from, to).stream().map(service -> row(service, agency)).toList(), next);
	}

	private OfferListPage.Row row(ServiceVersion service, Agency agency) {
		Offer offer = offers.find(service.code(), agency.id(), today()).orElse(null);
		return new OfferListPage.Row(offer == null ? service : offer.applied(service), offer, offer != null && offer.agency().equals(agency.id()));
	}

	LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
