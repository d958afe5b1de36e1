package vn.motcua.catalogue.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.Offers;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** How agencies offer a procedure today. */
@RestController
@PublicAccess
class OffersController {

	private final Offers offers;

	private final Agencies agencies;

	private final Clock clock;

	OffersController(Offers offers, Agencies agencies, Clock clock) {
		this.offers = offers;
		this.agencies = agencies;
		this.clock = clock;
	}

	record OfferBody(String localCode, AgencyBody agency, int level, String deskAddress, String deskHours, Map<String, Long> feesVnd, Map<String, Map<String, TimeLimit>> times,
			@Nullable String decisionNumber, LocalDate validFrom, @Nullable LocalDate validUntil) {
	}

	/** @param code exchange code of today, or the statistics code */
	record AgencyBody(int id, String code, LocalizedText name) {
	}

	@GetMapping("/api/catalogue/v1/services/{code}/offers")
	Slice<OfferBody> offers(@PathVariable String code, @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after) {
		if (!ProcedureCode.isWellFormed(code)) {
			throw new ProblemException(CatalogueProblem.NO_SUCH_SERVICE);
		}
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		return offers.of(new ProcedureCode(code), today, Limit.of(limit), after).map(offer -> body(offer, today));
	}

	private OfferBody body(Offer offer, LocalDate today) {
		Agency agency = agencies.get(offer.agency(), today);
		Offer.Terms terms = offer.terms();
		Map<String, Map<String, TimeLimit>> times = new TreeMap<>();
		terms.times().forEach((id, limits) -> {
			Map<String, TimeLimit> byChannel = new TreeMap<>();
			limits.forEach((channel, limit) -> byChannel.put(channel.name().toLowerCase(java.util.Locale.ROOT), limit));
			times.put(id, byChannel);
		});
		return new OfferBody(offer.localCode(), new AgencyBody(agency.id().value(), agency.code(), agency.fullName()), terms.level(), terms.deskAddress(), terms.deskHours(),
				new TreeMap<>(terms.feesVnd()), times, terms.decisionNumber(), offer.from(), offer.until());
	}

}
