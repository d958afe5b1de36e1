package vn.motcua.site;

import java.util.List;

import vn.motcua.kernel.LocalizedText;

/** A module's public pages for the site map; each such module registers one as a bean. */
public interface SiteMapSource {

	/** Words above the pages of this source. */
	LocalizedText heading();

	/** Public pages in the order people look for them, at most a few thousand. */
	List<Entry> entries();

	/** @param href path of a public page */
	record Entry(String href, LocalizedText title) {
	}

}
