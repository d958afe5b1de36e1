package vn.motcua.catalogue.web;

import java.util.List;

import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.kernel.LocalizedText;

/**
 * One agency's offer on the page of a service.
 *
 * @param local the service by its terms
 */
public record LocalOffer(LocalizedText agency, Offer offer, ServiceVersion service, ServiceVersion local) {

	static LocalOffer of(LocalizedText agency, Offer offer, ServiceVersion service) {
		return new LocalOffer(agency, offer, service, offer.applied(service));
	}

	/** Cases that take less time there. */
	public List<ServiceCase> shorter() {
		return local.cases().stream().filter(one -> !service.cases().contains(one)).toList();
	}

	/** Fees that the agency sets. */
	public List<Fee> fees() {
		return Offer.localFees(service).stream().filter(fee -> offer.terms().feesVnd().containsKey(fee.id())).toList();
	}

}
