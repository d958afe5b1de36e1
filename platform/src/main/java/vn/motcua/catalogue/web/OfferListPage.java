package vn.motcua.catalogue.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.ServiceVersion;

/**
 * Procedures of an agency with the terms that hold there.
 *
 * @param typed what was looked for
 * @param nextHref the following part, {@code null} at the end
 */
public record OfferListPage(Agency agency, String typed, int total, List<Row> rows, @Nullable String nextHref) {

	/**
	 * @param service by the terms of the agency
	 * @param offer the offer that holds, {@code null} for none
	 * @param own whether it is the agency's own
	 */
	public record Row(ServiceVersion service, @Nullable Offer offer, boolean own) {
	}

}
