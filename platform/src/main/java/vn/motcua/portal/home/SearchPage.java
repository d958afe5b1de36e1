package vn.motcua.portal.home;

import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;

/**
 * Results of a search.
 *
 * @param total services found, over all pages
 * @param moreHref the next page, {@code null} on the last
 * @param widerHref the same words without narrowing, {@code null} when nothing narrows
 * @param corrected how the query is spelled, {@code null} when nothing was put right
 * @param correctedHref address of a search for that
 * @param partly whether no service has all the words, and these have some
 * @param nearby services that fit a part of what was typed; only when nothing was found
 */
public record SearchPage(String typed, int total, List<ServiceVersion> hits, List<Facet> facets, @Nullable String moreHref,
		@Nullable String widerHref, @Nullable String corrected, @Nullable String correctedHref, boolean partly, List<ServiceVersion> nearby) {

	/** @param name last part of the message key {@code portal.search.facet.…} */
	public record Facet(String name, List<Choice> choices) {
	}

	/** @param href address with this choice taken, or dropped when it is taken now */
	public record Choice(LocalizedText label, int count, boolean taken, String href) {
	}

	public boolean nothing() {
		return total == 0;
	}

}
