package vn.motcua.catalogue.domain;

import org.springframework.stereotype.Component;

import vn.motcua.site.PublicPages;

/** Public pages show the published services, so they are drawn again when those change. */
@Component
class ShownServices implements CatalogueListener {

	private final PublicPages pages;

	ShownServices(PublicPages pages) {
		this.pages = pages;
	}

	@Override
	public void changed() {
		pages.changed();
	}

}
