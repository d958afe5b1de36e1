package vn.motcua.catalogue.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;

/**
 * A list of services with ways to narrow it.
 *
 * @param title message key, or {@code null} when {@code name} is the title
 * @param more address of the following part, {@code null} at the end
 */
public record CataloguePage(@Nullable String title, @Nullable LocalizedText name, int total, List<ServiceVersion> services, List<Facet> facets,
		@Nullable String more) {

	/** @param key message key of its heading */
	public record Facet(String key, List<FacetChoice> choices) {
	}

	/**
	 * @param label words in both languages, or {@code null} when {@code key} is a message key
	 * @param href address with this choice taken, or dropped when it is taken already
	 */
	public record FacetChoice(@Nullable LocalizedText label, @Nullable String key, long count, boolean taken, String href) {
	}

}
